import { z } from 'zod';
import { dataRequestStates, dataRequestSubjects } from '../domain/privacy/requests';
import { cursor, done, empty, endpoint, id, page, pageSize, text } from './endpoint';

const asked = ['CORRECT', 'DELETE', 'EXPLAIN'] as const;
const kinds = ['COPY', ...asked] as const;

export const DataRequestView = z
  .object({
    id,
    kind: z.enum(kinds),
    kindLabel: z.string(),
    aboutLabel: z.string(),
    text: z.string(),
    /** The name as it should read. */
    wanted: z.string().nullable(),
    state: z.enum(dataRequestStates),
    atText: z.string(),
    dueText: z.string(),
    late: z.boolean(),
    answer: z.string().nullable(),
    answeredText: z.string().nullable(),
  })
  .meta({ id: 'DataRequest', description: '个人信息请求' });

export const privacy = {
  'privacy.overview': endpoint({
    kind: 'query',
    access: 'member',
    summary: '服务台存了我的什么：每一类有多少、为什么存、存多久',
    input: empty,
    output: z.object({
      items: z.array(
        z.object({ title: z.string(), rows: z.int(), purpose: z.string(), kept: z.string(), afterLeaving: z.string() }),
      ),
      /** The account is being closed; until then it can be undone. */
      closing: z.object({ untilText: z.string() }).nullable(),
    }),
  }),
  'privacy.close': endpoint({
    kind: 'command',
    access: 'member',
    summary: '注销账号：七天后删除能认出我的信息，到期前可以撤销',
    input: z.strictObject({ understood: z.literal(true) }),
    output: z.object({ untilText: z.string() }),
  }),
  'privacy.undoClosing': endpoint({
    kind: 'command',
    access: 'member',
    summary: '不注销了，账号照常用',
    input: empty,
    output: done,
  }),
  'privacy.retention': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '保存期限表：每一类记录存多久、依据什么、到期删了多少',
    input: empty,
    output: z.object({
      items: z.array(
        z.object({
          rule: z.string(),
          title: z.string(),
          since: z.string(),
          keptText: z.string(),
          /** Whole rows go, or only what can tell who it was. */
          how: z.enum(['delete', 'strip']),
          source: z.string(),
          removedLast30: z.int(),
          removed: z.int(),
          lastText: z.string().nullable(),
        }),
      ),
    }),
  }),
  'privacy.download': endpoint({
    kind: 'command',
    access: 'member',
    summary: '下载我的信息：一份能读的说明和一份 JSON，链接半小时内有效',
    limit: { times: 5, minutes: 60 },
    input: empty,
    output: z.object({ textUrl: z.string(), jsonUrl: z.string(), rows: z.int(), untilText: z.string() }),
  }),
  'privacy.request': endpoint({
    kind: 'command',
    access: 'member',
    summary: '请求更正、删除或说明我的信息，15 个工作日内答复',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({
      kind: z.enum(asked),
      about: z.enum(dataRequestSubjects),
      text: text(500, 4),
      wanted: text(20, 2).optional(),
    }),
    output: DataRequestView,
  }),
  'privacy.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我提过的个人信息请求',
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: page(DataRequestView),
  }),
  'privacy.withdraw': endpoint({
    kind: 'command',
    access: 'member',
    summary: '撤回我的一个请求',
    input: z.strictObject({ id }),
    output: done,
  }),
  'privacy.queue': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '居民的个人信息请求，先到期的在前',
    input: z.strictObject({
      state: z.enum(['open', 'answered']).default('open'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(
      DataRequestView.extend({
        personName: z.string(),
        phoneMasked: z.string().nullable(),
        homeLabel: z.string().nullable(),
        mayAnswer: z.boolean(),
      }),
    ),
  }),
  'privacy.answer': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '答复个人信息请求：办到了，或者不能办和理由；更正姓名的当场改好',
    input: z.strictObject({ id, granted: z.boolean(), answer: text(500, 4) }),
    output: done,
  }),
};
