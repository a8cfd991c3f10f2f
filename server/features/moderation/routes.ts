import { AppError } from '#shared/errors';
import type { Handlers } from '../../kernel/route';
import { appealCheck } from './commands/appeal-check';
import { decideCheck } from './commands/decide-check';
import { reportContent } from './commands/report-content';
import { presentOwn } from './present';
import { checkQueue, ownChecks, publishedRules } from './queries';

export const moderationRoutes = {
  'moderation.queue': checkQueue,
  'moderation.decide': async (ctx, input) => {
    const { id, stage, version } = await decideCheck(ctx, input);
    return { id, stage, version };
  },
  'moderation.report': reportContent,
  'moderation.mine': ownChecks,
  'moderation.appeal': async (ctx, input) => {
    const [own] = await presentOwn(ctx, [await appealCheck(ctx, input)]);
    if (!own) throw new AppError('not_found');
    return own;
  },
  'moderation.rules': publishedRules,
} satisfies Handlers;
