import { householdCode } from '#shared/domain/households/codes';
import type { Ctx } from '../../kernel/context';

/** The next free number (户号) of a village; two who ask at once take turns. */
export async function nextCode(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  villageCode: string,
): Promise<string> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`household:${districtId}:${villageCode}`}, 0))`;
  const [last] = await db.$queryRaw<{ number: number }[]>`
    SELECT COALESCE(max(substring("code" FROM '-(\\d+)$')::int), 0) AS number FROM "Household"
    WHERE "districtId" = ${districtId} AND "code" LIKE ${`${villageCode.slice(6)}-%`} AND "code" ~ '-\\d{1,6}$'`;
  return householdCode(villageCode, (last?.number ?? 0) + 1);
}
