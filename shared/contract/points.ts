import { z } from 'zod';
import { splitRules } from '../domain/households/split';
import { entryKinds } from '../domain/points/ledger';
import { ruleCategories } from '../domain/points/rules';
import { statementLines } from '../domain/points/statement';
import { yearEnds } from '../domain/points/year-end';
import { cursor, day, empty, endpoint, id, page, pageSize, placeCode, text } from './endpoint';
import { Photo } from './tickets';

const Rule = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, '编号用小写字母开头'),
  category: z.enum(ruleCategories),
  title: text(60),
  points: z.int('分值要是整数').min(-1000).max(1000),
  yearCap: z.int('上限要是整数').min(0).max(1000),
  evidence: text(100),
  isCharter: z.boolean(),
});

export const RuleItem = z
  .object({
    id,
    code: z.string(),
    category: z.enum(ruleCategories),
    title: z.string(),
    points: z.int(),
    pointsText: z.string(),
    yearCap: z.int(),
    evidence: z.string(),
    isCharter: z.boolean(),
  })
  .meta({ id: 'PointsRule', description: '积分规则' });

export const RuleBook = z
  .object({
    id,
    villageCode: z.string(),
    placeLabel: z.string(),
    isTemplate: z.boolean(),
    version: z.int(),
    state: z.enum(['DRAFT', 'ADOPTED']),
    stateText: z.string(),
    adoptedText: z.string().nullable(),
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    minutes: z.array(Photo),
    /** How points are divided when a household is split. */
    splitRule: z.enum(splitRules),
    splitText: z.string(),
    /** What becomes of points when a year ends. */
    yearEnd: z.enum(yearEnds),
    yearEndText: z.string(),
    items: z.array(RuleItem),
    abilities: z.array(z.enum(['edit', 'adopt'])),
  })
  .meta({ id: 'PointsRuleBook', description: '一个村（社区）的积分规则' });

export const PointsEntry = z
  .object({
    id,
    kind: z.enum(entryKinds),
    kindText: z.string(),
    delta: z.int(),
    balance: z.int(),
    text: z.string(),
    atText: z.string(),
    ruleTitle: z.string().nullable(),
    isReversed: z.boolean(),
  })
  .meta({ id: 'PointsEntry', description: '积分流水' });

const Quarter = z.strictObject({ year: z.int().min(2000).max(2100), quarter: z.int().min(1).max(4) });

export const points = {
  'points.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家的积分：余额、星级、今年的加减',
    input: empty,
    output: z.object({
      householdId: id,
      code: z.string(),
      name: z.string(),
      placeLabel: z.string(),
      balance: z.int(),
      stars: z.int(),
      nextStars: z.int(),
      missing: z.int(),
      yearPlus: z.int(),
      yearMinus: z.int(),
      /** Taken for goods this year and not given back; stars do not count it. */
      yearSpent: z.int(),
      /** That the year's points are about to expire, and when; null when they are not. */
      yearEndText: z.string().nullable(),
    }),
  }),
  'points.entries': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家的积分流水，最近的在前',
    input: z.strictObject({ limit: pageSize, cursor: cursor.optional() }),
    output: page(PointsEntry),
  }),
  'points.year': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家今年每个月底的积分',
    input: empty,
    output: z.object({
      year: z.int(),
      months: z.array(z.object({ month: z.int(), balance: z.int(), plus: z.int(), minus: z.int() })),
    }),
  }),
  'points.years': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我家往年的积分存档：年底余额、星级、加减、清零',
    input: empty,
    output: z.object({
      items: z.array(
        z.object({
          year: z.int(),
          balance: z.int(),
          stars: z.int(),
          plus: z.int(),
          minus: z.int(),
          spent: z.int(),
          expired: z.int(),
        }),
      ),
    }),
  }),
  'points.rules': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一个村（社区）现在用的积分规则',
    input: z.strictObject({ villageCode: placeCode.optional() }),
    output: RuleBook,
  }),
  'points.statement': endpoint({
    kind: 'query',
    access: 'public',
    summary: '一个村（社区）每季度的积分公示：发放、用掉、到期、冲正、结余，只有总数',
    input: z.strictObject({ villageCode: placeCode.optional(), quarter: Quarter.optional() }),
    output: z.object({
      villageCode: z.string(),
      placeLabel: z.string(),
      year: z.int(),
      quarter: z.int(),
      isRunning: z.boolean(),
      opening: z.int(),
      closing: z.int(),
      lines: z.array(z.object({ line: z.enum(statementLines), label: z.string(), points: z.int(), entries: z.int() })),
      difference: z.int(),
      previous: Quarter,
      next: Quarter.nullable(),
    }),
  }),
  'points.books': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '积分规则的各个版本',
    input: z.strictObject({ villageCode: placeCode }),
    output: z.object({ items: z.array(RuleBook) }),
  }),
  'points.draftBook': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '起草一版积分规则（整张保存）',
    input: z.strictObject({
      villageCode: placeCode,
      items: z.array(Rule).min(1, '至少写一条').max(60, '最多 60 条'),
      splitRule: z.enum(splitRules).default('BY_ADULTS'),
      yearEnd: z.enum(yearEnds).default('KEEP'),
    }),
    output: RuleBook,
  }),
  'points.adoptBook': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '登记村民会议通过的积分规则',
    input: z.strictObject({
      id,
      adoptedBy: text(40, 4),
      adoptedOn: day,
      effectiveFrom: day,
      minutesIds: z.array(id).min(1, '请附上会议记录的照片').max(9, '最多 9 张照片'),
    }),
    output: RuleBook,
  }),
};
