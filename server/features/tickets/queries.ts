import type { Prisma, Ticket, TicketStep } from '#prisma';
import type { Parsed } from '#shared/contract';
import { isOpen, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { type Subject, visibleTo } from './policy';

/** What comes with every ticket: whether this actor follows it, its assist tasks and its photos in order. */
export const withParts = (actorId: string) =>
  ({
    followers: { where: { personId: actorId }, select: { personId: true } },
    assists: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    attachments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  }) satisfies Prisma.TicketInclude;

/** A ticket with its parts as one actor sees it. */
export type Loaded = Prisma.TicketGetPayload<{ include: ReturnType<typeof withParts> }>;

/** What policy.ts looks at. */
export const subjectOf = (ticket: Loaded): Loaded & Subject => ({ ...ticket, following: ticket.followers.length > 0 });

/** A ticket this actor may see; anything else does not exist for them. */
export async function findTicket({ db, districtId, actor }: Ctx, id: string): Promise<Loaded> {
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ districtId, id }, visibleTo(actor)] },
    include: withParts(actor.id),
  });
  if (!ticket) throw new AppError('not_found');
  return ticket;
}

/** A ticket by id, whoever asks: for replies to those who have just handed it on, and for the desk itself. */
export async function loadTicket({ db, districtId, actor }: Ctx, id: string): Promise<Loaded> {
  const ticket = await db.ticket.findFirst({ where: { districtId, id }, include: withParts(actor.id) });
  if (!ticket) throw new AppError('not_found');
  return ticket;
}

/** Tickets by id in the order given, without those this actor may not see. */
export async function findTickets({ db, districtId, actor }: Ctx, ids: readonly string[]): Promise<Loaded[]> {
  const tickets = await db.ticket.findMany({
    where: { AND: [{ districtId, id: { in: [...ids] } }, visibleTo(actor)] },
    include: withParts(actor.id),
  });
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The latest so many followed matters are listed. Ids, because a join in an OR would read the whole table. */
const mostFollowed = 500;

/** Mine and followed, the newest first; one row more than `limit` when there is a next page. */
export async function listOwn({ db, districtId, actor }: Ctx, input: Parsed<'tickets.list'>): Promise<Loaded[]> {
  const after = input.cursor ? decodeCursor(input.cursor) : undefined;
  const followed = await db.ticketFollower.findMany({
    where: { districtId, personId: actor.id },
    select: { ticketId: true },
    orderBy: { joinedAt: 'desc' },
    take: mostFollowed,
  });
  const followedIds = followed.map(({ ticketId }) => ticketId);
  const wanted = ticketStatuses.filter(
    (status) => input.state === 'all' || isOpen(status) === (input.state === 'open'),
  );
  return db.ticket.findMany({
    where: {
      AND: [
        { districtId, status: { in: wanted } },
        { OR: [{ reporterId: actor.id }, { confidential: false, id: { in: followedIds } }] },
        after ? { OR: [{ receivedAt: { lt: after.at } }, { receivedAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
    include: withParts(actor.id),
  });
}

/** Names and numbers of people by id, for those lines that show them; absent ids may come along as null. */
export function namesOf(
  ctx: Pick<Ctx, 'db' | 'districtId'>,
  ids: readonly (string | null)[],
): Promise<Map<string, { name: string; phone: string | null }>> {
  return peopleOf(
    ctx,
    ids.filter((id) => id !== null),
  );
}

/** A ticket with everybody who follows it and, when it moved, the line that was written. For those who tell people of it. */
export async function storyOf(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  ticketId: string,
  stepId?: string,
): Promise<{ ticket: Ticket; followerIds: string[]; step: TicketStep | null }> {
  const found = await db.ticket.findFirst({
    where: { districtId, id: ticketId },
    include: { followers: { select: { personId: true } } },
  });
  if (!found) throw new AppError('not_found');
  const { followers, ...ticket } = found;
  const step = stepId ? await db.ticketStep.findFirst({ where: { districtId, id: stepId } }) : null;
  return { ticket, followerIds: followers.map(({ personId }) => personId), step };
}
