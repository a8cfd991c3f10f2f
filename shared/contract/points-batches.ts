import { z } from 'zod';
import { cursor, endpoint, id, page, pageSize, placeCode, text } from './endpoint';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样');
/** base64 of a file of some 170 kB: 500 lines are a third of it. */
const content = z
  .string()
  .min(4, '请先选文件')
  .max(230_000, '文件太大了，一份清单最多 500 行')
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, '文件没有传完整，请再选一次');

const Batch = z
  .object({
    id,
    villageCode: z.string(),
    placeLabel: z.string(),
    month: z.string(),
    fileName: z.string(),
    state: z.enum(['PREVIEW', 'RUNNING', 'DONE', 'CANCELLED']),
    stateText: z.string(),
    atText: z.string(),
    total: z.int(),
    ready: z.int(),
    rejected: z.int(),
    filed: z.int(),
    /** Points that the ready and filed lines ask for. */
    points: z.int(),
    abilities: z.array(z.enum(['confirm', 'cancel', 'report'])),
  })
  .meta({ id: 'PointsBatch', description: '一个村一个月的积分清单' });

const Line = z.object({
  line: z.int(),
  householdCode: z.string(),
  householdName: z.string().nullable(),
  rule: z.string(),
  day: z.string(),
  note: z.string(),
  evidence: z.string(),
  points: z.int().nullable(),
  state: z.enum(['READY', 'REJECTED', 'FILED']),
  reason: z.string().nullable(),
  claimId: id.nullable(),
});

export const pointsBatches = {
  'batches.list': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '自己管的村（社区）和交过的积分清单，最近的在前',
    input: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
    output: page(Batch).extend({ villages: z.array(z.object({ code: z.string(), label: z.string() })) }),
  }),
  'batches.template': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '下载积分清单的模板（XLSX），第二页是现在的规则',
    limit: { times: 30, minutes: 60 },
    input: z.strictObject({ villageCode: placeCode }),
    output: z.object({ url: z.string(), rows: z.int() }),
  }),
  'batches.open': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '传一份积分清单（CSV 或 XLSX），先看哪些行能交、哪些行为什么不能交',
    limit: { times: 30, minutes: 60 },
    input: z.strictObject({ villageCode: placeCode, month, fileName: text(100), content }),
    output: Batch,
  }),
  'batches.get': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '一份积分清单办到哪一步',
    input: z.strictObject({ id }),
    output: Batch,
  }),
  'batches.lines': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '清单里的行：能交的、退回的、交了的',
    input: z.strictObject({
      id,
      state: z.enum(['READY', 'REJECTED', 'FILED']),
      limit: pageSize,
      cursor: cursor.optional(),
    }),
    output: page(Line),
  }),
  'batches.confirm': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '交：能交的行一行一件，交评议小组',
    input: z.strictObject({ id }),
    output: Batch,
  }),
  'batches.cancel': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '不交了，这份清单作废',
    input: z.strictObject({ id }),
    output: Batch,
  }),
  'batches.report': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '下载退回的行和原因（XLSX），改好可以再传',
    limit: { times: 30, minutes: 60 },
    input: z.strictObject({ id }),
    output: z.object({ url: z.string(), rows: z.int() }),
  }),
};
