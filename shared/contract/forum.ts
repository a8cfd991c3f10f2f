import { z } from 'zod';
import { topicActions, topicLevels, topicPhases, topicStatuses } from '../domain/forum/lifecycle';
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
