/** Topic lifecycle (议题状态机): 提 → 审 → 告 → 议 → 定 → 办 → 评. Absent means not allowed. Source: domain 6.7, features C1; defaults to be confirmed. */
const talk = { support: 'SAME', comment: 'SAME' } as const;
const transitions = {
  RAISED: {
    ...talk,
    edit: 'SAME',
    invite: 'SAME',
    withdraw: 'WITHDRAWN',
    gather: 'REVIEW',
    takeUp: 'REVIEW',
    lapse: 'LAPSED',
    ruleOut: 'RULED_OUT',
    merge: 'MERGED',
    split: 'SPLIT',
  },
  SENT_BACK: { edit: 'SAME', invite: 'SAME', withdraw: 'WITHDRAWN', resubmit: 'REVIEW', lapse: 'LAPSED' },
  REVIEW: {
    ...talk,
    edit: 'SAME',
    withdraw: 'WITHDRAWN',
    accept: 'NOTICE',
    extend: 'SAME',
    sendBack: 'SENT_BACK',
    ruleOut: 'RULED_OUT',
    merge: 'MERGED',
    split: 'SPLIT',
  },
  NOTICE: { ...talk, open: 'DISCUSS', ruleOut: 'RULED_OUT', merge: 'MERGED' },
  DISCUSS: { ...talk, extend: 'SAME', decide: 'DECIDE', disagree: 'UNAGREED', ruleOut: 'RULED_OUT', merge: 'MERGED' },
  DECIDE: { ...talk, extend: 'SAME', reopen: 'DISCUSS', publish: 'CARRY_OUT', disagree: 'UNAGREED' },
  CARRY_OUT: { ...talk, extend: 'SAME', finish: 'JUDGE' },
  JUDGE: { ...talk, redo: 'CARRY_OUT', conclude: 'DONE' },
  DONE: {},
  UNAGREED: {},
  RULED_OUT: {},
  MERGED: {},
  SPLIT: {},
  WITHDRAWN: {},
  LAPSED: {},
} as const;

/** Every status a topic can be in, in the order of its life. */
export const topicStatuses = [
  'RAISED',
  'SENT_BACK',
  'REVIEW',
  'NOTICE',
  'DISCUSS',
  'DECIDE',
  'CARRY_OUT',
  'JUDGE',
  'DONE',
  'UNAGREED',
  'RULED_OUT',
  'MERGED',
  'SPLIT',
  'WITHDRAWN',
  'LAPSED',
] as const;

/**
 * Every verb of a topic. `gather` is the last voice that was missing, `takeUp` the village's own word instead of it; `lapse` and `open` are the
 * clock's; `decide` to `conclude` belong to the meeting and the decision.
 */
export const topicActions = [
  'edit',
  'invite',
  'support',
  'comment',
  'withdraw',
  'resubmit',
  'gather',
  'takeUp',
  'accept',
  'extend',
  'sendBack',
  'ruleOut',
  'merge',
  'split',
  'lapse',
  'open',
  'decide',
  'reopen',
  'disagree',
  'publish',
  'finish',
  'redo',
  'conclude',
] as const;

/** Where a topic counts, the smallest first. */
export const topicLevels = ['ESTATE', 'VILLAGE', 'TOWN'] as const;

/** The three lists of the forum. */
export const topicPhases = ['DECIDING', 'DOING', 'ENDED'] as const;

/** The seven stages of a topic by the one word people know them by. */
export const topicStages = ['提', '审', '告', '议', '定', '办', '评'] as const;

export type TopicStatus = (typeof topicStatuses)[number];
export type TopicAction = (typeof topicActions)[number];
export type TopicLevel = (typeof topicLevels)[number];
export type TopicPhase = (typeof topicPhases)[number];
export type TopicStage = (typeof topicStages)[number];

const facts: Record<TopicStatus, { label: string; stage: TopicStage | null; phase: TopicPhase }> = {
  RAISED: { label: '征集附议', stage: '提', phase: 'DECIDING' },
  SENT_BACK: { label: '退回修改', stage: '提', phase: 'DECIDING' },
  REVIEW: { label: '审核中', stage: '审', phase: 'DECIDING' },
  NOTICE: { label: '公告中', stage: '告', phase: 'DECIDING' },
  DISCUSS: { label: '正在商议', stage: '议', phase: 'DECIDING' },
  DECIDE: { label: '正在定结果', stage: '定', phase: 'DECIDING' },
  CARRY_OUT: { label: '正在办', stage: '办', phase: 'DOING' },
  JUDGE: { label: '等大家评', stage: '评', phase: 'DOING' },
  DONE: { label: '已办成', stage: '评', phase: 'ENDED' },
  UNAGREED: { label: '没有谈成', stage: null, phase: 'ENDED' },
  RULED_OUT: { label: '不属于协商', stage: null, phase: 'ENDED' },
  MERGED: { label: '已合并', stage: null, phase: 'ENDED' },
  SPLIT: { label: '已拆分', stage: null, phase: 'ENDED' },
  WITHDRAWN: { label: '已撤回', stage: null, phase: 'ENDED' },
  LAPSED: { label: '附议不够', stage: null, phase: 'ENDED' },
};

const levelLabels: Record<TopicLevel, string> = { ESTATE: '小区', VILLAGE: '村（社区）', TOWN: '镇街' };

/** The status an action leads to, or undefined when it is not allowed there. */
export function topicStatusAfter(status: TopicStatus, action: TopicAction): TopicStatus | undefined {
  const row: Partial<Record<TopicAction, TopicStatus | 'SAME'>> = transitions[status];
  const next = row[action];
  return next === 'SAME' ? status : next;
}

/** The word people read for a status, for example 征集附议. */
export function topicStatusLabel(status: TopicStatus): string {
  return facts[status].label;
}

/** The stage a status belongs to; null for ends outside the seven. */
export function topicStageOf(status: TopicStatus): TopicStage | null {
  return facts[status].stage;
}

/** In which list a status stands. */
export function topicPhaseOf(status: TopicStatus): TopicPhase {
  return facts[status].phase;
}

/** Whether the life of a topic goes on. */
export function isTopicLiving(status: TopicStatus): boolean {
  return facts[status].phase !== 'ENDED';
}

/** 小区, 村（社区） or 镇街. */
export function topicLevelLabel(level: TopicLevel): string {
  return levelLabels[level];
}
