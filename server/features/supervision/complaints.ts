import type { Output, Parsed } from '#shared/contract';
import { dayText, momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { mustSupervise } from './policy';

/** What residents told the bureau of advisors' service, the latest first. Who it was is read on the booking. */
export async function complaints(
  ctx: Ctx,
  { state, cursor, limit }: Parsed<'supervision.complaints'>,
): Promise<Output<'supervision.complaints'>> {
  mustSupervise(ctx);
  const { db, districtId, now } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.bookingComplaint.findMany({
    where: {
      ...{ districtId, answeredAt: state === 'open' ? null : { not: null } },
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const bookings = await db.booking.findMany({
    where: { districtId, id: { in: shown.map(({ bookingId }) => bookingId) } },
    select: { id: true, no: true },
  });
  const advisors = await db.advisor.findMany({
    where: { districtId, id: { in: shown.map(({ advisorId }) => advisorId) } },
    select: { id: true, personId: true, team: { select: { firm: { select: { name: true } } } } },
  });
  const people = await peopleOf(ctx, [
    ...advisors.map(({ personId }) => personId),
    ...shown.flatMap(({ answeredById }) => answeredById ?? []),
  ]);
  return {
    items: shown.map(
      ({ id, bookingId, advisorId, text, createdAt, dueOn, answer, upheld, answeredById, answeredAt }) => {
        const advisor = advisors.find((one) => one.id === advisorId);
        const due = dueOn.toISOString().slice(0, 10);
        const by = people.get(answeredById ?? '')?.name ?? '司法局';
        return {
          ...{ id, bookingId, text, answer, upheld, atText: momentText(createdAt, now) },
          no: bookings.find((one) => one.id === bookingId)?.no ?? '',
          advisorName: people.get(advisor?.personId ?? '')?.name ?? '',
          firm: advisor?.team.firm.name ?? '',
          dueText: `${dayText(due, now)}前答复`,
          overdue: answeredAt === null && due < dayOf(now),
          answeredText: answeredAt ? `${by} ${momentText(answeredAt, now)}答复` : null,
        };
      },
    ),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
  };
}
