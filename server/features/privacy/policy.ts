import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { hasAbility } from '../identity/index';

/** Requests about personal data are answered by the centre, the justice bureau and the administrator; anybody else is refused. Default, to be confirmed. */
export function mustAnswerRequests({ actor }: Pick<Ctx, 'actor'>): void {
  if (!hasAbility(actor.posts, 'privacy')) throw new AppError('forbidden');
}
