import { z } from 'zod';
import { empty, endpoint, id, text } from './endpoint';

export const assistKinds = ['summary', 'reply', 'easier'] as const;

export const assist = {
  'assist.status': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '写作助手（外接语言模型）开没开，今天还能用几次',
    input: empty,
    output: z.object({ on: z.boolean(), left: z.int() }),
  }),
  'assist.write': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '请写作助手总结、起草回复、把写好的改得更好懂；只出草稿，电话、证件、姓名先隐去再发出',
    input: z
      .strictObject({
        kind: z.enum(assistKinds),
        ticketId: id.optional(),
        conversationId: id.optional(),
        /** What is to be said more easily; with `easier` alone. */
        text: text(1000, 2).optional(),
      })
      .refine(({ ticketId, conversationId }) => Boolean(ticketId) !== Boolean(conversationId), {
        message: '要么一件事，要么一段对话',
      })
      .refine(({ kind, text }) => (kind === 'easier') === (text !== undefined), {
        path: ['text'],
        message: '先写好要改的话',
      }),
    output: z.object({ text: z.string(), label: z.string(), left: z.int() }),
  }),
};
