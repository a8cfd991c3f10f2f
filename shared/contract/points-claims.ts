import { z } from 'zod';
import { appealStates } from '../domain/claims/appeals';
import { claimActions, claimStates } from '../domain/claims/lifecycle';
import { cursor, day, done, empty, endpoint, id, page, pageSize, placeCode, text, version } from './endpoint';
import { RuleItem } from './points';
import { Photo } from './tickets';

const photoIds = z.array(id).max(9, '最多 9 张照片');

const Claim = z
  .object({
    id,
    state: z.enum(claimStates),
    stateText: z.string(),
    version: z.int(),
    ruleTitle: z.string(),
    points: z.int(),
    /** Where it stands and what comes next, in one sentence. */
    headline: z.string(),
    text: z.string(),
    happenedText: z.string(),
    filedText: z.string(),
    dueText: z.string().nullable(),
    isLate: z.boolean(),
    householdCode: z.string(),
    /** For the family, its reviewers and the staff of the place. */
    householdName: z.string(),
    placeLabel: z.string(),
    isRecorded: z.boolean(),
    abilities: z.array(z.enum([...claimActions, 'recuse'])),
  })
  .meta({ id: 'PointsClaim', description: '积分事项：申请加分，或者记下要扣的分' });

const Objection = z.object({
  id,
  text: z.string(),
  atText: z.string(),
  isUpheld: z.boolean().nullable(),
  answer: z.string().nullable(),
});

const Appeal = z.object({
  id,
  version: z.int(),
  state: z.enum(appealStates),
  stateText: z.string(),
  headline: z.string(),
  text: z.string(),
  filedText: z.string(),
  answer: z.string().nullable(),
  votes: z.object({ agree: z.int(), refuse: z.int(), eligible: z.int(), quorum: z.int() }).nullable(),
  abilities: z.array(z.enum(['judge', 'raise', 'withdraw', 'decide'])),
});

const ClaimDetail = Claim.extend({
  ruleEvidence: z.string(),
  /** Who has adopted the rule, and when. */
  ruleBasis: z.string(),
  photos: z.array(Photo),
  /** What the family was told before points could be taken. */
  warning: z.object({ text: z.string(), atText: z.string() }).nullable(),
  reason: z.string().nullable(),
  votes: z.object({ agree: z.int(), refuse: z.int(), eligible: z.int(), quorum: z.int() }).nullable(),
  steps: z.array(
    z.object({
      id,
      text: z.string(),
      note: z.string().nullable(),
      body: z.string(),
      at: z.string(),
      atText: z.string(),
    }),
  ),
  objections: z.array(Objection),
  appeal: Appeal.nullable(),
  /** Until when the family may appeal. */
  appealUntilText: z.string().nullable(),
}).meta({ id: 'PointsClaimDetail', description: '积分事项的来龙去脉，只写机构不写人名' });

const Household = z.object({
  id,
  code: z.string(),
  name: z.string(),
  villageCode: z.string(),
  placeLabel: z.string(),
  members: z.array(z.object({ id, name: z.string() })),
});

const Reviewer = z.object({
  id,
  name: z.string(),
  householdName: z.string().nullable(),
  kin: z.array(z.object({ householdId: id, householdName: z.string(), relation: z.string() })),
});

export const claimViews = ['proposed', 'review', 'notice', 'appeals', 'ended'] as const;

export const pointsClaims = {
  'claims.options': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家现在能申请加分的事：规则、凭什么、今年还能加多少',
    input: empty,
    output: z.object({
      householdName: z.string(),
      householdCode: z.string(),
      items: z.array(RuleItem.extend({ room: z.int() })),
    }),
  }),
  'claims.apply': endpoint({
    kind: 'command',
    access: 'member',
    summary: '给自己家申请加分，附照片',
    limit: { times: 20, minutes: 60 },
    input: z.strictObject({
      ruleItemId: id,
      text: text(500, 4),
      happenedOn: day,
      photoIds: photoIds.min(1, '请附上照片作凭证'),
      nameShown: z.boolean().default(false),
    }),
    output: ClaimDetail,
  }),
  'claims.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家申请的和别人记的积分事项，最近的在前',
    input: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
    output: page(Claim),
  }),
  'claims.get': endpoint({
    kind: 'query',
    access: 'member',
    summary: '一件积分事项：依据、凭证、走到哪一步、能做什么',
    input: z.strictObject({ id }),
    output: ClaimDetail,
  }),
  'claims.withdraw': endpoint({
    kind: 'command',
    access: 'member',
    summary: '撤回自己家的加分申请',
    input: z.strictObject({ id, version }),
    output: ClaimDetail,
  }),
  'claims.households': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '在自己管的地方找一户',
    input: z.strictObject({ text: z.string().trim().max(20) }),
    output: z.object({ items: z.array(Household) }),
  }),
  'claims.record': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '工作人员替一户记加分，或者按村规民约记扣分，直接交评议',
    input: z.strictObject({
      householdId: id,
      ruleItemId: id,
      text: text(500, 4),
      happenedOn: day,
      photoIds: photoIds.min(1, '请附上照片作凭证'),
      points: z.number().optional(),
    }),
    output: ClaimDetail,
  }),
  'claims.warn': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '先提醒一户，留下记录；没有提醒过不能扣分',
    input: z.strictObject({ householdId: id, ruleItemId: id, text: text(200, 4) }),
    output: done,
  }),
  'claims.desk': endpoint({
    kind: 'query',
    access: 'member',
    summary: '轮到我核对、评议、答复的积分事项',
    input: z.strictObject({ view: z.enum(claimViews), limit: pageSize, cursor: cursor.optional() }),
    output: page(Claim).extend({
      counts: z.object({ proposed: z.int(), review: z.int(), notice: z.int(), appeals: z.int() }),
      role: z.enum(['staff', 'reviewer']),
    }),
  }),
  'claims.accept': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '核对过了，交评议小组',
    input: z.strictObject({ id, version }),
    output: ClaimDetail,
  }),
  'claims.decline': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '不交评议，说明理由',
    input: z.strictObject({ id, version, reason: text(200, 4) }),
    output: ClaimDetail,
  }),
  'claims.vote': endpoint({
    kind: 'command',
    access: 'member',
    summary: '评议：同意、不同意；是亲戚的说明关系、不投票',
    input: z.strictObject({
      ids: z.array(id).min(1, '先选要评的').max(50, '一次最多 50 件'),
      choice: z.enum(['AGREE', 'REFUSE', 'RECUSE']),
      note: text(200).optional(),
    }),
    output: z.object({ items: z.array(Claim) }),
  }),
  'claims.notices': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一个村（社区）正在公示的积分：户号、事项、分值；本户同意才写户名',
    input: z.strictObject({ villageCode: placeCode.optional(), limit: pageSize, cursor: cursor.optional() }),
    output: page(
      z.object({
        id,
        householdCode: z.string(),
        householdName: z.string().nullable(),
        ruleTitle: z.string(),
        points: z.int(),
        untilText: z.string(),
        mayObject: z.boolean(),
      }),
    ).extend({ villageCode: z.string(), placeLabel: z.string() }),
  }),
  'claims.object': endpoint({
    kind: 'command',
    access: 'member',
    summary: '对公示的积分提意见，只有答复的人看得到是谁提的',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ id, text: text(300, 4) }),
    output: done,
  }),
  'claims.answer': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '答复公示期的意见：属实的退回重评，不属实的接着公示',
    input: z.strictObject({ objectionId: id, isUpheld: z.boolean(), answer: text(300, 4) }),
    output: ClaimDetail,
  }),
  'claims.appeal': endpoint({
    kind: 'command',
    access: 'member',
    summary: '不服扣分或者没有通过：15 天内申诉，换人复评',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ id, text: text(500, 4) }),
    output: ClaimDetail,
  }),
  'claims.withdrawAppeal': endpoint({
    kind: 'command',
    access: 'member',
    summary: '撤回申诉',
    input: z.strictObject({ id, version }),
    output: ClaimDetail,
  }),
  'claims.raiseAppeal': endpoint({
    kind: 'command',
    access: 'member',
    summary: '村里维持或者到时限没有答复的，请镇街复核',
    input: z.strictObject({ id, version }),
    output: ClaimDetail,
  }),
  'claims.judgeAppeal': endpoint({
    kind: 'command',
    access: 'member',
    summary: '没有经手过的评议员复评：支持申诉、维持、回避',
    input: z.strictObject({ id, choice: z.enum(['AGREE', 'REFUSE', 'RECUSE']), note: text(200).optional() }),
    output: ClaimDetail,
  }),
  'claims.decideAppeal': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '镇街复核申诉',
    input: z.strictObject({ id, version, isGranted: z.boolean(), answer: text(300, 4) }),
    output: ClaimDetail,
  }),
  'claims.suggestions': endpoint({
    kind: 'query',
    access: 'member',
    summary: '别处办好的事里，可以申请加分的',
    input: z.strictObject({ of: z.enum(['family', 'care']) }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          text: z.string(),
          ruleTitle: z.string(),
          pointsText: z.string(),
          householdName: z.string(),
          householdCode: z.string(),
          atText: z.string(),
        }),
      ),
    }),
  }),
  'claims.takeSuggestion': endpoint({
    kind: 'command',
    access: 'member',
    summary: '把办好的事变成加分申请，那件事就是凭证',
    input: z.strictObject({ id }),
    output: ClaimDetail,
  }),
  'claims.dismissSuggestion': endpoint({
    kind: 'command',
    access: 'member',
    summary: '这件事不申请加分',
    input: z.strictObject({ id }),
    output: done,
  }),
  'claims.reviewers': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '一个村（社区）的评议小组，和他们申报的亲戚关系',
    input: z.strictObject({ villageCode: placeCode.optional() }),
    output: z.object({
      villageCode: z.string(),
      placeLabel: z.string(),
      items: z.array(Reviewer),
      mayChange: z.boolean(),
    }),
  }),
  'claims.appointReviewer': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '请一位村民进评议小组',
    input: z.strictObject({ villageCode: placeCode, personId: id }),
    output: done,
  }),
  'claims.releaseReviewer': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '评议员不再担任',
    input: z.strictObject({ villageCode: placeCode, personId: id }),
    output: done,
  }),
  'claims.declareKin': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '登记评议员和某一户的亲戚关系；他投过的票作废',
    input: z.strictObject({ personId: id, householdId: id, relation: text(30, 2) }),
    output: done,
  }),
};
