import type { Handlers } from '../../kernel/route';
import { chooseLearning } from './commands/choose-learning';
import { judgeExample } from './commands/judge-example';
import { exampleQueue, learningChoice } from './queries';

/** What the desk may learn from, and the list of those who judge it. */
export const learningRoutes = {
  'learning.choice': learningChoice,
  'learning.choose': async (ctx, input) => {
    await chooseLearning(ctx, input);
    return learningChoice(ctx);
  },
  'learning.queue': exampleQueue,
  'learning.judge': async (ctx, input) => {
    await judgeExample(ctx, input);
    return { ok: true };
  },
} satisfies Handlers;
