import { setImmediate } from 'node:timers/promises';
import type { Prisma } from '#prisma';
import { type OpinionMap, opinionMapSteps } from '#shared/domain/forum/opinion-map';
import type { Ground } from '../../kernel/route';

/** Somebody who took a map and has not brought it back in this time has died. */
const leaseMs = 60_000;
/** A map is not drawn anew more often than this. */
const restMs = 20_000;

/**
 * Draws one map that is wanted, in portions between which the process serves others. A map is taken with a lease, so instances do not draw the same;
 * answers that come meanwhile make it wanted again. Returns 'more' while there may be others.
 */
export async function drawMap({ prisma, districtId, now }: Ground): Promise<'more' | undefined> {
  const at = now();
  const lost = new Date(at.getTime() - leaseMs);
  const rested = new Date(at.getTime() - restMs);
  const [taken] = await prisma.$queryRaw<{ topicId: string }[]>`
    UPDATE "OpinionMap" SET "wanted" = FALSE, "claimedAt" = ${at}
    WHERE ("districtId", "topicId") IN (
      SELECT "districtId", "topicId" FROM "OpinionMap"
      WHERE "districtId" = ${districtId} AND ("wanted" OR "claimedAt" IS NOT NULL)
        AND ("claimedAt" IS NULL OR "claimedAt" < ${lost}) AND ("computedAt" IS NULL OR "computedAt" < ${rested})
      LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "topicId"`;
  if (!taken) return undefined;
  const result = await workOut(prisma, { districtId, topicId: taken.topicId });
  await prisma.opinionMap.updateMany({
    where: { districtId, topicId: taken.topicId, claimedAt: at },
    data: { result: result as unknown as Prisma.InputJsonObject, claimedAt: null, computedAt: at },
  });
  return 'more';
}

/** The map of all answers there are now. */
export async function workOut(
  prisma: Ground['prisma'],
  where: { districtId: string; topicId: string },
): Promise<OpinionMap> {
  const statements = await prisma.opinionStatement.findMany({
    where: { ...where, checkState: 'PASSED' },
    orderBy: { no: 'asc' },
    select: { no: true },
  });
  const ballots = await prisma.opinionBallot.findMany({
    where,
    orderBy: { personId: 'asc' },
    select: { householdId: true, choices: true },
  });
  const steps = opinionMapSteps(
    ballots,
    statements.map(({ no }) => no),
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
