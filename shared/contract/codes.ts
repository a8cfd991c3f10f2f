import { z } from 'zod';
import { codeKinds } from '../domain/codes/place-code';
import { cursor, done, endpoint, id, page, pageSize, printable, text } from './endpoint';

const subjectId = z.string().regex(/^[0-9a-f-]{6,36}$/, '编号不对');

const Code = z
  .object({
    id,
    code: z.string(),
    /** 7K2M 9QXW 4C */
    text: z.string(),
    madeText: z.string(),
    /** How often it was opened. */
    opened: z.int(),
    /** Whether WeChat has drawn its picture; until then the poster has an ordinary code. */
    drawn: z.boolean(),
  })
  .meta({ id: 'PlaceCode', description: '扫码牌' });

export const CodeSubject = z
  .object({
    subjectId: z.string(),
    name: z.string(),
    detail: z.string(),
    code: Code.nullable(),
  })
  .meta({ id: 'CodeSubject', description: '可以做扫码牌的地方、人或会' });

export const codes = {
  'codes.list': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '能做扫码牌的网格、楼栋、村（社区）、顾问、协商会',
    input: z.strictObject({
      kind: z.enum(codeKinds),
      search: text(20).optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(CodeSubject),
  }),
  'codes.make': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '做扫码牌；做过的还是原来那个',
    input: z.strictObject({ kind: z.enum(codeKinds), subjectIds: z.array(subjectId).min(1).max(50) }),
    output: z.object({ items: z.array(CodeSubject) }),
  }),
  'codes.retire': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '停用一个扫码牌（丢了、贴错了）',
    input: z.strictObject({ id }),
    output: done,
  }),
  'codes.poster': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '打印海报（PDF，一页一个）',
    limit: { times: 30, minutes: 10 },
    input: z.strictObject({ ids: z.array(id).min(1).max(50) }),
    output: z.object({ url: z.string(), pages: z.int() }),
  }),
  'codes.open': endpoint({
    kind: 'command',
    access: 'public',
    summary: '扫了一个码：它是什么，接着到哪里',
    limit: { times: 60, minutes: 1 },
    input: z.strictObject({ code: z.string().min(1).max(200).regex(printable, '含有不能识别的字符') }),
    output: z.object({
      kind: z.enum(codeKinds),
      name: z.string(),
      detail: z.string(),
      /** Where the talk begins, or the village an advisor serves. */
      villageCode: z.string().nullable(),
      gridCode: z.string().nullable(),
      landmark: z.string().nullable(),
      advisorId: z.string().nullable(),
      /** For a meeting. The sign-in code only while the meeting is held. */
      topicId: z.string().nullable(),
      signCode: z.string().nullable(),
    }),
  }),
};
