import { z } from 'zod';
import { exampleIntents, exampleLength, exampleStates } from '../domain/learning/examples';
import { cursor, done, empty, endpoint, id, page, pageSize, text } from './endpoint';

export const ExampleView = z
  .object({
    id,
    text: z.string(),
    intent: z.enum(exampleIntents),
    intentLabel: z.string(),
    categoryCode: z.string().nullable(),
    categoryLabel: z.string().nullable(),
    /** Where the ticket went. */
    unitLabel: z.string(),
    state: z.enum(exampleStates),
    atText: z.string(),
  })
  .meta({ id: 'Example', description: '学说话的例句' });

export const learning = {
  'learning.choice': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我同不同意小翠拿我说的话学说话',
    input: empty,
    output: z.object({ agreed: z.boolean(), examples: z.int() }),
  }),
  'learning.choose': endpoint({
    kind: 'command',
    access: 'member',
    summary: '同意或者不再同意；不再同意，留下的句子马上删掉',
    limit: { times: 20, minutes: 60 },
    input: z.strictObject({ agreed: z.boolean() }),
    output: z.object({ agreed: z.boolean(), examples: z.int() }),
  }),
  'learning.queue': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '改派过的事里去掉个人信息的句子，等人看',
    input: z.strictObject({ state: z.enum(exampleStates).default('OPEN'), cursor: cursor.optional(), limit: pageSize }),
    output: page(ExampleView),
  }),
  'learning.judge': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '采用（可以先改句子和标注）或者不用；采用的下次训练用上',
    input: z.strictObject({
      id,
      accepted: z.boolean(),
      text: text(exampleLength.longest, exampleLength.shortest),
      intent: z.enum(exampleIntents),
      categoryCode: z.string().max(40).nullable(),
    }),
    output: done,
  }),
};
