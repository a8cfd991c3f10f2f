import { z } from 'zod';
import { moderationRuleCodes, reportReasons } from '../domain/moderation/rules';
import { checkStages } from '../domain/moderation/verdict';
import { cursor, done, empty, endpoint, id, page, pageSize, printable, text, version } from './endpoint';

const appealStates = ['OPEN', 'UPHELD', 'GRANTED'] as const;
const stage = z.enum(checkStages);
const Rule = z.object({ code: z.enum(moderationRuleCodes), title: z.string(), text: z.string() });

/** Where a text gives somebody away; `end` is exclusive. */
const Span = z.object({
  kind: z.enum(['id_card', 'bank_card', 'phone', 'plate', 'address', 'minor']),
  start: z.int(),
  end: z.int(),
});

/** A piece as moderators see it. */
export const HeldPiece = z
  .object({
    id,
    version: z.int(),
    kind: z.string(),
    kindLabel: z.string(),
    stage,
    title: z.string().nullable(),
    words: z.string().nullable(),
    exposed: z.array(Span),
    pictureUrl: z.string().nullable(),
    /** The author has taken it away. */
    gone: z.boolean(),
    topicId: z.string().nullable(),
    authorLabel: z.string(),
    placeLabel: z.string(),
    because: z.string().nullable(),
    rule: Rule.nullable(),
    note: z.string().nullable(),
    flags: z.array(z.string()),
    reports: z.array(z.object({ reason: z.string(), note: z.string().nullable(), atText: z.string() })),
    reportCount: z.int(),
    appeal: z.enum(appealStates).nullable(),
    appealText: z.string().nullable(),
    atText: z.string(),
    dueText: z.string().nullable(),
    clock: z.object({ text: z.string(), late: z.boolean() }).nullable(),
    mayPass: z.boolean(),
    mayRefuse: z.boolean(),
    /** It is this moderator's own piece or refusal: somebody else decides. */
    otherPerson: z.boolean(),
  })
  .meta({ id: 'HeldPiece', description: '等核对的内容' });

/** An own piece as its author sees it. */
export const OwnPiece = z
  .object({
    id,
    kindLabel: z.string(),
    stage,
    stageText: z.string(),
    words: z.string(),
    topicId: z.string().nullable(),
    rule: Rule.nullable(),
    note: z.string().nullable(),
    appeal: z.enum(appealStates).nullable(),
    appealText: z.string().nullable(),
    atText: z.string(),
    dueText: z.string().nullable(),
    mayAppeal: z.boolean(),
  })
  .meta({ id: 'OwnPiece', description: '我发的内容核对到哪了' });

export const moderation = {
  'moderation.queue': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '等我核对的公开内容：待核对、申诉、需留意、已处理',
    input: z.strictObject({
      view: z.enum(['held', 'appeals', 'flagged', 'decided']).default('held'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(HeldPiece).extend({
      counts: z.object({ held: z.int(), appeals: z.int(), flagged: z.int() }),
    }),
  }),
  'moderation.decide': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '核对一条内容：公开，或者写明违反哪一条、不公开',
    input: z.strictObject({
      id,
      version,
      decision: z.enum(['pass', 'refuse']),
      rule: z.enum(moderationRuleCodes).optional(),
      note: text(200).optional(),
    }),
    output: z.object({ id, stage, version: z.int() }),
  }),
  'moderation.report': endpoint({
    kind: 'command',
    access: 'member',
    summary: '举报一条公开内容，一人一次',
    limit: { times: 20, minutes: 60 },
    input: z.strictObject({
      kind: z.string().regex(/^[A-Z]{3,20}$/, '种类不对'),
      subjectId: z.string().min(1).max(100).regex(printable),
      reason: z.enum(reportReasons),
      note: text(200).optional(),
    }),
    output: done,
  }),
  'moderation.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我发的内容里还没公开的，和我的申诉',
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: page(OwnPiece),
  }),
  'moderation.appeal': endpoint({
    kind: 'command',
    access: 'member',
    summary: '没有通过的内容申请换人复核，一次，15 天内',
    input: z.strictObject({ id, text: text(500, 4) }),
    output: OwnPiece,
  }),
  'moderation.rules': endpoint({
    kind: 'query',
    access: 'public',
    summary: '公开内容的规则，和最近 30 天按规则隐藏了多少',
    limit: { times: 120, minutes: 10 },
    input: empty,
    output: z.object({
      days: z.int(),
      rules: z.array(Rule.extend({ hidden: z.int() })),
      figures: z.object({
        checked: z.int(),
        hidden: z.int(),
        byPeople: z.int(),
        appeals: z.int(),
        granted: z.int(),
        medianMinutes: z.int().nullable(),
      }),
    }),
  }),
};
