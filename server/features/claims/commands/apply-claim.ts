import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { householdOf } from '../../points/index';
import { fileClaim } from '../filing';
import { mustBeGrownUp } from '../queries';

/** A family asks for points for something it has done. Throws points_no_household, points_minor and what `fileClaim` throws; points are never taken this way. */
export async function applyClaim(ctx: Ctx, input: Parsed<'claims.apply'>): Promise<string> {
  await mustBeGrownUp(ctx);
  return fileClaim(ctx, { ...input, household: await householdOf(ctx, ctx.actor.id), isRecorded: false });
}
