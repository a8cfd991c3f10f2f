import type { Prisma } from '#prisma';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor } from '../../kernel/cursor';
import { visibleTo } from './policy';

/** What comes with every booking: whose advisor it is. */
export const withAdvisor = { advisor: { select: { personId: true, teamId: true } } } satisfies Prisma.BookingInclude;

/** A booking with its advisor's person and team. */
export type Loaded = Prisma.BookingGetPayload<{ include: typeof withAdvisor }>;

/** A booking this actor may see; anything else does not exist for them. */
export async function findBooking({ db, districtId, actor }: Ctx, id: string): Promise<Loaded> {
  const booking = await db.booking.findFirst({
    where: { AND: [{ districtId, id }, visibleTo(actor)] },
    include: withAdvisor,
  });
  if (!booking) throw new AppError('not_found');
  return booking;
}

/** A booking by id, whoever asks: for replies to those who have just handed it on, and for the desk itself. */
export async function loadBooking({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, id: string): Promise<Loaded> {
  const booking = await db.booking.findFirst({ where: { districtId, id }, include: withAdvisor });
  if (!booking) throw new AppError('not_found');
  return booking;
}

/** Own bookings and those entered for others, the latest begin first; one row more than `limit` when there is a next page. */
export function listOwn(
  { db, districtId, actor, now }: Ctx,
  { state, cursor, limit }: Parsed<'bookings.list'>,
): Promise<Loaded[]> {
  const after = cursor ? decodeCursor(cursor) : undefined;
  const active: Prisma.BookingWhereInput = { status: { in: ['REQUESTED', 'CONFIRMED'] }, endsAt: { gt: now } };
  return db.booking.findMany({
    where: {
      AND: [
        { districtId, OR: [{ residentId: actor.id }, { enteredById: actor.id }] },
        state === 'all' ? {} : state === 'active' ? active : { NOT: active },
        after ? { OR: [{ startsAt: { lt: after.at } }, { startsAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: withAdvisor,
  });
}

/** The advisor somebody is, or undefined. */
export const advisorOfPerson = ({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, personId: string) =>
  db.advisor.findUnique({ where: { districtId_personId: { districtId, personId } } });
