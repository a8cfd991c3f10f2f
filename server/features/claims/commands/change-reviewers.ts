import type { Parsed } from '#shared/contract';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { beginPost, endPost, getPerson } from '../../identity/index';
import { mayAppoint } from '../policy';

/** A villager becomes a reviewer of the own village. Throws not_found, forbidden, person_not_eligible (lives elsewhere, is disabled, is a minor). */
export async function appointReviewer(
  ctx: Ctx,
  { villageCode, personId }: Parsed<'claims.appointReviewer'>,
): Promise<void> {
  if (!mayAppoint(ctx.actor, villageCode)) throw new AppError('forbidden');
  const person = await getPerson(ctx, personId);
  const home = person.household?.villageCode ?? person.homeVillageCode;
  const isMinor = person.adultOn !== null && person.adultOn > new Date(dayOf(ctx.now));
  if (home !== villageCode || person.disabledAt || isMinor) throw new AppError('person_not_eligible');
  await beginPost(ctx, { personId, kind: 'REVIEWER', placeCode: villageCode });
}

/** A reviewer no longer is one. Throws forbidden. */
export async function releaseReviewer(
  ctx: Ctx,
  { villageCode, personId }: Parsed<'claims.releaseReviewer'>,
): Promise<void> {
  if (!mayAppoint(ctx.actor, villageCode)) throw new AppError('forbidden');
  await endPost(ctx, { personId, kind: 'REVIEWER', placeCode: villageCode });
}
