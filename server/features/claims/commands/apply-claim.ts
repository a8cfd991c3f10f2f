import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { householdOf } from '../../points/index';
import { fileClaim } from '../filing';

/** A family asks for points for something it has done. Throws points_no_household and what `fileClaim` throws; points are never taken this way. */
export async function applyClaim(ctx: Ctx, input: Parsed<'claims.apply'>): Promise<string> {
  return fileClaim(ctx, { ...input, household: await householdOf(ctx, ctx.actor.id), isRecorded: false });
}
