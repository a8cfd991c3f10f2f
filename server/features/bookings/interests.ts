import type { Candidate } from '#shared/domain/bookings/allocation';
import { type Conflict, conflictOf, type Matter } from '#shared/domain/bookings/conflicts';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';
import type { World } from '../places/index';
import type { VillageAdvisor } from './advisors';

/** Words by which people name the village itself as the other side. Default, to be confirmed. */
const villageWords = /村委|居委|村民委员会|居民委员会|村集体|村上|村里|合作社|村民小组|社区/;

/** A name as it is compared: without blanks, under the desk's secret. */
export const nameKey = ({ keyed }: Pick<Ctx, 'keyed'>, name: string): string =>
  keyed(`name:${name.replaceAll(/\s/g, '')}`);

/** The other side of a matter, as far as the duty to stand aside needs it. The name itself is not kept. */
export interface OtherSide {
  readonly hash: string | null;
  readonly isVillage: boolean;
}

/** What is kept of the name of the other side. */
export function otherSideOf(
  ctx: Pick<Ctx, 'keyed'>,
  world: World,
  villageCode: string,
  name: string | undefined,
): OtherSide {
  if (!name) return { hash: null, isVillage: false };
  const isVillage = villageWords.test(name) || name.includes(world.placeName(villageCode));
  return { hash: nameKey(ctx, name), isVillage };
}

/** Advisors with what binds them in this matter: the villages they serve, and whether their firm has advised the other side. */
export async function bondsOf(
  { db, districtId }: Pick<Ctx, 'districtId'> & { db: Sql },
  advisors: readonly VillageAdvisor[],
  residentId: string,
  other: OtherSide,
): Promise<(VillageAdvisor & Pick<Candidate, 'clientKeys'>)[]> {
  const clients = other.hash
    ? await db.$queryRaw<{ firmId: string }[]>`
        SELECT DISTINCT t."firmId" FROM "Booking" b
        JOIN "Advisor" a ON a."districtId" = b."districtId" AND a."id" = b."advisorId"
        JOIN "AdvisorTeam" t ON t."districtId" = a."districtId" AND t."id" = a."teamId"
        WHERE b."districtId" = ${districtId} AND b."clientHash" = ${other.hash} AND b."residentId" <> ${residentId}::uuid
          AND b."status" NOT IN ('CANCELLED', 'RESCHEDULED', 'EXPIRED')`
    : [];
  const firms = new Set(clients.map(({ firmId }) => firmId));
  return advisors.map((advisor) => ({
    ...advisor,
    clientKeys: other.hash && firms.has(advisor.firmId) ? [other.hash] : [],
  }));
}

/** The matter in the words of the rule. */
export const matterOf = (villageCode: string, { hash, isVillage }: OtherSide): Matter => ({
  villageCode,
  isAgainstVillage: isVillage,
  otherPartyKeys: hash ? [hash] : [],
});

/** Why an advisor must stand aside, or undefined. */
export const conflictFor = (
  advisor: Pick<Candidate, 'servedVillages' | 'clientKeys'>,
  villageCode: string,
  other: OtherSide,
): Conflict | undefined => conflictOf(matterOf(villageCode, other), advisor);
