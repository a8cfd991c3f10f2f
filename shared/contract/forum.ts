import { z } from 'zod';
import { topicActions, topicLevels, topicPhases, topicStages, topicStatuses } from '../domain/forum/lifecycle';
import { cursor, done, endpoint, id, page, pageSize, placeCode, text, version } from './endpoint';
import { Clock } from './tickets';

export const checkStates = ['PENDING', 'PASSED', 'HELD', 'REFUSED'] as const;

/** What a screen may offer on a topic. `supportFor` enters the voice of somebody without a phone. */
export const topicAbilities = [...topicActions, 'unsupport', 'supportFor'] as const;

/** A picture of a topic with links that work for a limited time. */
const TopicPicture = z.object({
  id,
  url: z.string(),
  thumbUrl: z.string(),
  width: z.int(),
  height: z.int(),
  checkState: z.enum(checkStates),
});

export const TopicSummary = z
  .object({
    id,
    no: z.string(),
    title: z.string(),
    level: z.enum(topicLevels),
    levelText: z.string(),
    status: z.enum(topicStatuses),
    statusText: z.string(),
    phase: z.enum(topicPhases),
    /** 提 to 评, or null for ends outside them. */
    stage: z.string().nullable(),
    headline: z.string(),
    placeLabel: z.string(),
    checkState: z.enum(checkStates),
    supportCount: z.int(),
    householdCount: z.int(),
    threshold: z.int(),
    commentCount: z.int(),
    activeText: z.string(),
    mine: z.enum(['author', 'supporter', 'none']),
    version: z.int(),
  })
  .meta({ id: 'TopicSummary', description: '议题摘要' });

export const TopicStep = z
  .object({
    id,
    action: z.string(),
    stage: z.string().nullable(),
    text: z.string(),
    note: z.string().nullable(),
    actorName: z.string(),
    actorRole: z.string(),
    at: z.iso.datetime(),
    atText: z.string(),
    dueText: z.string().nullable(),
    internal: z.boolean(),
  })
  .meta({ id: 'TopicStep', description: '议题走过的一步' });

/** A matter that is kept out of consultation, why, and what to do instead. */
const KeptOut = z.object({
  because: z.string(),
  instead: z.string(),
  way: z.enum(['advisor', 'report', 'call']),
  number: z.string().nullable(),
});

export const TopicDetail = TopicSummary.extend({
  body: z.string(),
  place: z.string(),
  villageCode: z.string().nullable(),
  townCode: z.string(),
  authorLabel: z.string(),
  coAuthors: z.array(z.string()),
  raisedText: z.string(),
  textNo: z.int(),
  /** The words of a version that is not shown yet, for its author and those who check. */
  waiting: z.object({ no: z.int(), title: z.string(), body: z.string(), checkState: z.enum(checkStates) }).nullable(),
  photos: z.array(TopicPicture),
  owner: z.object({ name: z.string(), role: z.string() }),
  clock: Clock.nullable(),
  steps: z.array(TopicStep),
  /** Whether the caller's voice counts here, and the sentence for those whose does not. */
  counts: z.enum(['yes', 'elsewhere', 'unknown']),
  countsText: z.string().nullable(),
  mergedInto: z.object({ id, title: z.string() }).nullable(),
  splitFrom: z.object({ id, title: z.string() }).nullable(),
  /** What the words are recognised as, for those who review. */
  keptOut: KeptOut.nullable(),
  parts: z.array(z.object({ id, title: z.string(), statusText: z.string() })),
  abilities: z.array(z.enum(topicAbilities)),
}).meta({ id: 'TopicDetail', description: '议题' });

/** A voice after it was given or taken back, with what the topic counts then. */
const Voice = z.object({
  id,
  supported: z.boolean(),
  supportCount: z.int(),
  householdCount: z.int(),
  threshold: z.int(),
  status: z.enum(topicStatuses),
});

export const TopicComment = z
  .object({
    id,
    rootId: id.nullable(),
    answersLabel: z.string().nullable(),
    authorLabel: z.string(),
    placeLabel: z.string().nullable(),
    body: z.string(),
    checkState: z.enum(checkStates),
    replyCount: z.int(),
    atText: z.string(),
    mine: z.boolean(),
    byAuthor: z.boolean(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'TopicComment', description: '议题下的留言' });

/** Eight characters without those that are mistaken for others. */
const inviteCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[2-9A-HJKMNP-Z]{8}$/, '联名码是 8 位字母和数字');

/** A piece of a text beside the version before. */
const Change = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const title = text(40, 4);
const body = text(2000, 10);
const note = text(500).optional();
const reason = text(500, 4);
const photoIds = z.array(id).max(9, '最多 9 张照片').default([]);
const target = { id, version };

const act = <T extends z.ZodRawShape>(summary: string, access: 'member' | 'staff', shape: T) =>
  endpoint({ kind: 'command', access, summary, input: z.strictObject({ ...target, ...shape }), output: TopicDetail });

export const forum = {
  'forum.list': endpoint({
    kind: 'query',
    access: 'member',
    summary: '议事：正在商量、正在办、已结束的议题，近处的在前',
    input: z.strictObject({
      phase: z.enum(topicPhases).default('DECIDING'),
      placeCode: placeCode.optional(),
      search: text(40).optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TopicSummary.extend({ near: z.enum(['village', 'town', 'district']) })),
  }),
  'forum.get': endpoint({
    kind: 'query',
    access: 'member',
    summary: '查看议题',
    input: z.strictObject({ id }),
    output: TopicDetail,
  }),
  'forum.raise': endpoint({
    kind: 'command',
    access: 'member',
    summary: '提一个议题',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({
      title,
      body,
      level: z.enum(topicLevels),
      /** The village; for a town topic any of its villages or the town itself. */
      placeCode,
      place: text(60).optional(),
      photoIds,
    }),
    output: TopicDetail,
  }),
  'forum.advise': endpoint({
    kind: 'query',
    access: 'member',
    summary: '提议之前：有没有相似的议题，是不是适合协商，要多少人附议',
    input: z.strictObject({ title: text(40), body: text(2000), level: z.enum(topicLevels), placeCode }),
    output: z.object({
      similar: z.array(TopicSummary),
      keptOut: KeptOut.nullable(),
      threshold: z.int(),
      counts: z.enum(['yes', 'elsewhere', 'unknown']),
      placeLabel: z.string(),
    }),
  }),
  'forum.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的事：我提的和我附议的议题',
    input: z.strictObject({
      state: z.enum(['open', 'done', 'all']).default('all'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TopicSummary),
  }),
  'forum.place': endpoint({
    kind: 'query',
    access: 'member',
    summary: '一个村（社区）或镇街的议事情况：提了多少、定了多少、办了多少、每一步多久',
    input: z.strictObject({ placeCode }),
    output: z.object({
      placeCode,
      label: z.string(),
      kind: z.enum(['TOWN', 'VILLAGE']),
      raised: z.int(),
      deciding: z.int(),
      decided: z.int(),
      doing: z.int(),
      done: z.int(),
      voices: z.int(),
      stages: z.array(z.object({ stage: z.enum(topicStages), days: z.number().nullable(), of: z.int() })),
      villages: z.array(z.object({ code: placeCode, name: z.string(), raised: z.int(), done: z.int() })),
    }),
  }),
  'forum.queue': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '我要审核和跟进的议题，急的在前',
    input: z.strictObject({
      view: z.enum(['review', 'gathering', 'running']).default('review'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TopicSummary.extend({ clock: Clock.nullable(), authorLabel: z.string() })),
  }),
  'forum.texts': endpoint({
    kind: 'query',
    access: 'member',
    summary: '议题的各个版本，和前一版比改了什么',
    input: z.strictObject({ id }),
    output: z.object({
      items: z.array(
        z.object({
          no: z.int(),
          atText: z.string(),
          reason: z.string().nullable(),
          checkState: z.enum(checkStates),
          title: z.array(Change),
          body: z.array(Change),
        }),
      ),
    }),
  }),
  'forum.edit': act('修改议题的文字，旧版本都看得到', 'member', { title, body, reason: text(200, 4).optional() }),
  'forum.resubmit': act('改好了再交审核', 'member', { note }),
  'forum.invite': endpoint({
    kind: 'command',
    access: 'member',
    summary: '邀请别人联名：一个码，扫一扫或者念给对方',
    input: z.strictObject({ id }),
    output: z.object({ code: z.string(), qr: z.string(), untilText: z.string() }),
  }),
  'forum.invited': endpoint({
    kind: 'query',
    access: 'member',
    summary: '看邀请联名的是哪个议题',
    input: z.strictObject({ code: inviteCode }),
    output: z.object({
      topicId: id,
      title: z.string(),
      body: z.string(),
      placeLabel: z.string(),
      authorLabel: z.string(),
    }),
  }),
  'forum.coauthor': endpoint({
    kind: 'command',
    access: 'member',
    summary: '用码联名',
    input: z.strictObject({ code: inviteCode }),
    output: TopicDetail,
  }),
  'forum.supportFor': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '代录附议：不用手机的居民在纸上或当面说的，要本人同意和照片',
    input: z.strictObject({
      id,
      personName: text(20, 2),
      idTail: z.string().regex(/^\d{3}[\dXx]$/, '身份证号的最后四位'),
      phone: z
        .string()
        .regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字')
        .optional(),
      villageCode: placeCode.optional(),
      via: z.enum(['PAPER', 'SPOKEN']),
      consent: text(200, 4),
      photoId: id,
    }),
    output: Voice,
  }),
  'forum.merge': act('并入另一个议题，附议跟过去', 'staff', { intoId: id, reason }),
  'forum.split': act('拆成几个议题分别商议', 'staff', {
    reason,
    parts: z.array(z.strictObject({ title, body })).min(2, '至少拆成两个').max(4, '最多拆成四个'),
  }),
  'forum.support': endpoint({
    kind: 'command',
    access: 'member',
    summary: '附议：一人一票，按居住地计',
    input: z.strictObject({ id }),
    output: Voice,
  }),
  'forum.unsupport': endpoint({
    kind: 'command',
    access: 'member',
    summary: '收回附议',
    input: z.strictObject({ id }),
    output: Voice,
  }),
  'forum.comments': endpoint({
    kind: 'query',
    access: 'member',
    summary: '议题下的留言，新的在前；给出 rootId 时是它的回复，旧的在前',
    input: z.strictObject({ topicId: id, rootId: id.optional(), cursor: cursor.optional(), limit: pageSize }),
    output: page(TopicComment),
  }),
  'forum.comment': endpoint({
    kind: 'command',
    access: 'member',
    summary: '留言或回复留言',
    limit: { times: 20, minutes: 10 },
    input: z.strictObject({
      topicId: id,
      answersId: id.optional(),
      body: text(500, 2),
      hideName: z.boolean().default(false),
    }),
    output: TopicComment,
  }),
  'forum.removeComment': endpoint({
    kind: 'command',
    access: 'member',
    summary: '删除自己的留言',
    input: z.strictObject({ id }),
    output: done,
  }),
  'forum.withdraw': act('撤回自己提的议题', 'member', { reason }),
  'forum.takeUp': act('村（社区）直接提请审核，不等附议人数', 'staff', { note: reason }),
  'forum.accept': act('审核通过，开始公告', 'staff', { note }),
  'forum.sendBack': act('退回修改', 'staff', { reason }),
  'forum.ruleOut': act('不属于协商的事，写明应该怎么办', 'staff', { reason, instead: text(500, 4) }),
  'forum.extend': act('延长这一步的时限', 'staff', { reason }),
};
