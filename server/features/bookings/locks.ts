import type { Sql } from '../../kernel/sql';

/**
 * Makes everything that changes an advisor's time wait its turn until the transaction ends: claims, proposals, leave. Whoever holds it sees
 * what all before have written. Give `personId` too when the person's own bookings are counted. Always the advisor first.
 */
export async function lockTime({ db }: { db: Sql }, advisorId: string, personId?: string): Promise<void> {
  if (personId)
    await db.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`advisor:${advisorId}`}, 0)), pg_advisory_xact_lock(hashtextextended(${`person:${personId}`}, 0))`;
  else await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`advisor:${advisorId}`}, 0))`;
}
