import { v7 as uuid } from 'uuid';
import { type Around, flagsOf, wordsToCompare } from '#shared/domain/moderation/flags';
import type { Ctx } from '../../../kernel/context';
import { stateOf } from '../settle';
import { kindOf, type Subject, wordsOf } from '../subjects';

const dayMs = 86_400_000;

/**
 * Takes a piece in to be checked; the asking comes later, outside of any transaction. A piece that is known already (the same nickname again) gets the
 * verdict it had. Patterns around it are flagged for people to see.
 */
export async function openCheck(ctx: Ctx, kind: string, subjectId: string): Promise<void> {
  const { db, districtId, now } = ctx;
  const subject = await kindOf(kind).load(ctx, subjectId);
  if (subject.state !== 'PENDING') return;
  const known = await db.contentCheck.findUnique({
    where: { districtId_kind_subjectId: { districtId, kind, subjectId } },
    select: { stage: true },
  });
  if (known) return kindOf(kind).settle(ctx, subjectId, stateOf(known.stage));
  const words = wordsToCompare(wordsOf(subject));
  const fingerprint = words ? ctx.keyed(words) : null;
  const { authorId, groupId, townCode, villageCode } = subject;
  await db.contentCheck.create({
    data: {
      ...{ districtId, id: uuid(), kind, subjectId, authorId, groupId, townCode, villageCode, fingerprint },
      ...{ flags: flagsOf(await aroundOf(ctx, subject, fingerprint)), nextAt: now, createdAt: now },
    },
    select: { id: true },
  });
}

/** What was written around it, itself included. */
async function aroundOf(
  { db, districtId, now }: Ctx,
  { authorId, groupId }: Subject,
  fingerprint: string | null,
): Promise<Around> {
  const since = (ms: number) => ({ gt: new Date(now.getTime() - ms) });
  const byAuthor = await db.contentCheck.count({ where: { districtId, authorId, createdAt: since(dayMs) } });
  const sameWords = fingerprint
    ? await db.contentCheck.count({ where: { districtId, fingerprint, createdAt: since(7 * dayMs) } })
    : 0;
  return { byAuthor: byAuthor + 1, sameWords: sameWords + 1, newcomers: groupId ? await newcomersIn(groupId) : 0 };

  /** Accounts younger than three days that wrote here within the hour. */
  async function newcomersIn(group: string): Promise<number> {
    const [{ people } = { people: 0 }] = await db.$queryRaw<{ people: number }[]>`
      SELECT count(DISTINCT p."id")::int AS "people" FROM "Person" p
      WHERE p."districtId" = ${districtId} AND p."createdAt" > ${new Date(now.getTime() - 3 * dayMs)} AND (p."id" = ${authorId}::uuid OR p."id" IN (
        SELECT c."authorId" FROM "ContentCheck" c WHERE c."districtId" = ${districtId} AND c."groupId" = ${group}
          AND c."createdAt" > ${new Date(now.getTime() - 3_600_000)}))`;
    return people;
  }
}
