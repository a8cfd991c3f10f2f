import { z } from 'zod';
import { ServiceRecordView } from './bookings';
import { cursor, day, done, empty, endpoint, id, page, pageSize, text } from './endpoint';

const month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, '月份写成 2026-11 这样');
const quarter = z.string().regex(/^20\d\d-Q[1-4]$/, '季度写成 2026-Q4 这样');
const span = { month: month.optional(), quarter: quarter.optional() };

export const Score = z
  .object({
    id: z.string(),
    name: z.string(),
    detail: z.string(),
    /** 1 for the best; null where nothing was there to assess. */
    place: z.int().nullable(),
    score: z.number().nullable(),
    band: z.string(),
    parts: z.array(
      z.object({ key: z.string(), label: z.string(), score: z.number().nullable(), of: z.number(), fact: z.string() }),
    ),
    onsiteHours: z.number(),
    /** Hours the norm asks for in the months assessed. */
    dueHours: z.number(),
    visits: z.int(),
    consultations: z.int(),
    lectures: z.int(),
    satisfaction: z.number().nullable(),
  })
  .meta({ id: 'AdvisorScore', description: '考核得分' });

const weight = z.int('要是整数').min(0).max(100);
const standard = {
  weights: z.strictObject({
    attendance: weight,
    consultation: weight,
    lecture: weight,
    record: weight,
    satisfaction: weight,
  }),
  monthlyMinutes: z.int().min(0).max(10_000),
  monthlyDays: z.int().min(0).max(31),
  monthlyConsultations: z.int().min(0).max(200),
  quarterlyLectures: z.int().min(0).max(20),
  fewestRatings: z.int().min(1).max(100),
};

export const Standard = z
  .object({ startsOn: day, ...standard, reason: z.string(), changedText: z.string().nullable() })
  .meta({ id: 'AssessmentStandard', description: '考核标准' });

export const supervision = {
  'supervision.standards': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '考核标准：现行的、以前的和下个月起的',
    input: empty,
    output: z.object({
      items: z.array(Standard.extend({ inForce: z.boolean() })),
      nextDay: day,
    }),
  }),
  'supervision.saveStandard': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '改考核标准，从下个月一号起用；已经过去的月份不变',
    input: z.strictObject({ ...standard, reason: text(200, 2) }),
    output: done,
  }),
  'supervision.scores': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '督导考核：得分与排名（不给月和季时是本月）',
    input: z.strictObject({ ...span, by: z.enum(['advisor', 'firm', 'town']).default('advisor') }),
    output: z.object({
      label: z.string(),
      weights: z.array(z.object({ key: z.string(), label: z.string(), of: z.number() })),
      items: z.array(Score),
    }),
  }),
  'supervision.behind': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '数字背后的清单',
    input: z.strictObject({
      advisorId: id,
      ...span,
      what: z.enum(['presence', 'consultations', 'lectures', 'records', 'ratings']),
    }),
    output: z.object({
      items: z.array(z.object({ id, atText: z.string(), text: z.string(), note: z.string() })),
    }),
  }),
  'supervision.trend': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '一位顾问、一家律所、一个镇街或全区近六个月的得分',
    input: z.strictObject({ by: z.enum(['advisor', 'firm', 'town', 'district']), id: text(40).optional(), ...span }),
    output: z.object({
      months: z.array(z.object({ month: z.string(), label: z.string(), score: z.number().nullable() })),
    }),
  }),
  'supervision.complaints': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '居民反映的法律顾问服务',
    input: z.strictObject({
      state: z.enum(['open', 'answered']).default('open'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(
      z.object({
        id,
        bookingId: id,
        no: z.string(),
        advisorName: z.string(),
        firm: z.string(),
        text: z.string(),
        atText: z.string(),
        dueText: z.string(),
        overdue: z.boolean(),
        answer: z.string().nullable(),
        upheld: z.boolean().nullable(),
        answeredText: z.string().nullable(),
      }),
    ),
  }),
  'supervision.answerComplaint': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '答复居民的反映：是否属实、怎么处理',
    input: z.strictObject({ id, upheld: z.boolean(), answer: text(500, 2) }),
    output: done,
  }),
  'supervision.coverage': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '覆盖检查：哪村没有顾问，谁超负荷',
    input: empty,
    output: z.object({
      villages: z.int(),
      covered: z.int(),
      gaps: z.array(z.object({ villageCode: z.string(), label: z.string(), text: z.string() })),
      overloaded: z.array(z.object({ id, name: z.string(), villages: z.int(), limit: z.int() })),
    }),
  }),
  'supervision.sample': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '抽取本季度检查样本（同一季度结果不变）',
    input: z.strictObject({ quarter }),
    output: z.object({
      items: z.array(
        z.object({
          id,
          no: z.string(),
          advisorName: z.string(),
          atText: z.string(),
          record: ServiceRecordView,
          finding: z.string().nullable(),
          passed: z.boolean().nullable(),
        }),
      ),
    }),
  }),
  'supervision.check': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '记下检查结果',
    input: z.strictObject({ id, passed: z.boolean(), finding: text(500, 2) }),
    output: done,
  }),
  'supervision.export': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '导出考核表（XLSX）',
    input: z.strictObject({ ...span, reason: text(200, 2) }),
    output: z.object({ url: z.string(), rows: z.int() }),
  }),
};
