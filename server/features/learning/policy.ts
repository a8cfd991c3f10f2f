import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { hasAbility } from '../identity/index';

/** What is learnt is judged by the centre and the administrator; anybody else is refused. Default, to be confirmed. */
export function mustJudgeExamples({ actor }: Pick<Ctx, 'actor'>): void {
  if (!hasAbility(actor.posts, 'learning')) throw new AppError('forbidden');
}
