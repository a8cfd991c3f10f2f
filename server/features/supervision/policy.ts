import { AppError } from '#shared/errors';
import { type Ctx, holds } from '../../kernel/context';

/** Supervision belongs to the justice bureau alone; anybody else is refused. */
export function mustSupervise({ actor }: Pick<Ctx, 'actor'>): void {
  if (!holds(actor, 'JUSTICE_BUREAU')) throw new AppError('forbidden');
}
