import { z } from 'zod';
import { opinionChoices } from '../domain/forum/opinions';
import { cursor, endpoint, id, page, pageSize, text, unitCode } from './endpoint';
import { checkStates } from './forum';
import { Clock } from './tickets';

/** How many said what, in heads and whole percent. */
const Shares = z.object({
  seen: z.int(),
  agree: z.int(),
  disagree: z.int(),
  pass: z.int(),
});

export const OpinionBoard = z
  .object({
    /** Whether the caller's voice counts and may be given now, and the sentence for those who cannot. */
    mayAnswer: z.boolean(),
    whyNotText: z.string().nullable(),
    mayAdd: z.boolean(),
    answered: z.int(),
    total: z.int(),
    next: z.object({ id, body: z.string(), seenText: z.string() }).nullable(),
    own: z.array(z.object({ id, body: z.string(), checkState: z.enum(checkStates) })),
    people: z.int(),
    /** Null while too few have answered. Groups by size; x, y and reach within -1 to 1. */
    map: z
      .object({
        computedText: z.string(),
        placed: z.int(),
        households: z.int(),
        groups: z.array(
          z.object({
            name: z.string(),
            size: z.int(),
            x: z.number(),
            y: z.number(),
            reach: z.number(),
            marks: z.array(z.string()),
          }),
        ),
        common: z.array(z.object({ body: z.string(), choice: z.enum(['AGREE', 'DISAGREE']) })),
        divided: z.array(z.object({ body: z.string(), groups: z.array(Shares) })),
      })
      .nullable(),
    statements: z.array(
      z.object({
        id,
        body: z.string(),
        shares: Shares,
        households: Shares.nullable(),
        unclear: z.boolean(),
        choice: z.enum(opinionChoices).nullable(),
      }),
    ),
  })
  .meta({ id: 'OpinionBoard', description: '观点：一句一句表态，和观点图' });

export const TopicQuestion = z
  .object({
    id,
    topicId: id,
    topicTitle: z.string(),
    departmentCode: z.string(),
    departmentName: z.string(),
    body: z.string(),
    checkState: z.enum(checkStates),
    askerLabel: z.string(),
    askedText: z.string(),
    clock: Clock.nullable(),
    answer: z.string().nullable(),
    answerState: z.enum(checkStates).nullable(),
    answeredText: z.string().nullable(),
    mine: z.boolean(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'TopicQuestion', description: '向部门提的问题' });

const topic = { topicId: id };
const opinion = <T extends z.ZodRawShape>(kind: 'query' | 'command', summary: string, shape: T) =>
  endpoint({ kind, access: 'member', summary, input: z.strictObject(shape), output: OpinionBoard });

export const forumOpinions = {
  'forum.opinions': opinion('query', '观点：下一句、大家怎么说、观点图', topic),
  'forum.addStatement': {
    ...opinion('command', '加一句观点', { ...topic, body: text(60, 4) }),
    limit: { times: 20, minutes: 60 },
  },
  'forum.answerStatement': opinion('command', '对一句观点表态：同意、不同意、说不准', {
    id,
    choice: z.enum(opinionChoices),
  }),
  'forum.questions': endpoint({
    kind: 'query',
    access: 'member',
    summary: '议题下向部门提的问题和答复',
    input: z.strictObject(topic),
    output: z.object({
      items: z.array(TopicQuestion),
      mayAsk: z.boolean(),
      departments: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  'forum.askQuestion': endpoint({
    kind: 'command',
    access: 'member',
    summary: '向部门提一个问题',
    limit: { times: 10, minutes: 60 },
    input: z.strictObject({ ...topic, departmentCode: unitCode, body: text(300, 6) }),
    output: TopicQuestion,
  }),
  'forum.questionsToAnswer': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '等本部门答复的问题，先问的在前；答复过的在后',
    input: z.strictObject({
      state: z.enum(['open', 'answered']).default('open'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TopicQuestion),
  }),
  'forum.answerQuestion': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '答复问题',
    input: z.strictObject({ id, answer: text(1000, 6) }),
    output: TopicQuestion,
  }),
};
