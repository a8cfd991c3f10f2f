import { v7 as uuid } from 'uuid';
import { eraseAtFrom, type Ties, whyNotClose } from '#shared/domain/privacy/closing';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';

/**
 * Begins to close the caller's account: erased after the waiting time, undone until then. Throws closing_already, closing_post_held and
 * closing_open_matters. Answers when.
 */
export async function closeAccount(ctx: Ctx): Promise<Date> {
  const { db, districtId, actor, now, emit } = ctx;
  await db.$queryRaw`SELECT 1 FROM "Person" WHERE "districtId" = ${districtId} AND "id" = ${actor.id}::uuid FOR UPDATE`;
  if (await waitingClosure(ctx)) throw new AppError('closing_already');
  const refusal = whyNotClose(await tiesOf(ctx, actor.id));
  if (refusal) throw new AppError(refusal);
  const closure = { districtId, id: uuid(), personId: actor.id, askedAt: now, eraseAt: eraseAtFrom(now) };
  await db.accountClosure.create({ data: closure, select: { id: true } });
  await emit('privacy.closingAsked', { closureId: closure.id });
  return closure.eraseAt;
}

/** Keeps the account after all. Throws closing_none when nothing waits any more. */
export async function undoClosing(ctx: Ctx): Promise<void> {
  const { db, districtId, now, emit } = ctx;
  const waiting = await waitingClosure(ctx);
  if (!waiting) throw new AppError('closing_none');
  const { count } = await db.accountClosure.updateMany({
    where: { districtId, id: waiting.id, state: 'WAITING' },
    data: { state: 'UNDONE', endedAt: now },
  });
  if (count === 0) throw new AppError('closing_none');
  await emit('privacy.closingUndone', { closureId: waiting.id });
}

/** The caller's closing that waits, if there is one. */
export const waitingClosure = ({ db, districtId, actor }: Pick<Ctx, 'db' | 'districtId' | 'actor'>) =>
  db.accountClosure.findFirst({
    where: { districtId, personId: actor.id, state: 'WAITING' },
    select: { id: true, eraseAt: true },
  });

/** What still ties a person to the desk. */
export async function tiesOf(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  personId: string,
): Promise<Ties> {
  const [ties] = await db.$queryRaw<Ties[]>`
    SELECT (SELECT count(*)::int FROM "Post" WHERE "districtId" = ${districtId} AND "personId" = ${personId}::uuid
        AND ("endsOn" IS NULL OR "endsOn" >= ${dayOf(now)}::date)) AS "posts",
      (SELECT count(*)::int FROM "Ticket" WHERE "districtId" = ${districtId} AND "reporterId" = ${personId}::uuid
        AND "status" NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED')) AS "openTickets",
      (SELECT count(*)::int FROM "Booking" WHERE "districtId" = ${districtId} AND "residentId" = ${personId}::uuid
        AND "status" IN ('REQUESTED', 'CONFIRMED') AND "endsAt" > ${now}) AS "openBookings"`;
  return ties ?? { posts: 0, openTickets: 0, openBookings: 0 };
}
