import type { WaitingEntry } from '#prisma';
import type { Output } from '#shared/contract';
import { dayText } from '#shared/domain/text/dates';
import { dayOf, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { presentSlot } from './slots';

/** How many past lines are listed. */
const most = 20;

const stateTexts = {
  WAITING: '候补中',
  OFFERED: '有空位了，请尽快确认',
  TAKEN: '已约上',
  LEFT: '已退出',
  EXPIRED: '这段时间没有空出来',
} as const;

/** An own line, or not_found. */
export async function findEntry({ db, districtId, actor }: Ctx, id: string): Promise<WaitingEntry> {
  const entry = await db.waitingEntry.findFirst({ where: { districtId, id, personId: actor.id } });
  if (!entry) throw new AppError('not_found');
  return entry;
}

/** The place in the line of the village, counted from 1; who waits for other days counts too. */
export async function placeInQueue(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  { villageCode, createdAt, id }: WaitingEntry,
): Promise<number> {
  const before = await db.waitingEntry.count({
    where: {
      ...{ districtId, villageCode, state: { in: ['WAITING', 'OFFERED'] } },
      OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
    },
  });
  return before + 1;
}

/** Own lines, the newest first, with the slot that is kept just now. */
export async function listWaiting(ctx: Ctx): Promise<Output<'waiting.list'>> {
  const { db, districtId, actor, now } = ctx;
  const entries = await db.waitingEntry.findMany({
    where: { districtId, personId: actor.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return { items: await Promise.all(entries.map((entry) => presentEntry(ctx, entry, now))) };
}

async function presentEntry(ctx: Ctx, entry: WaitingEntry, now: Date) {
  const { id, matter, wishFrom, wishTo, offerUntil } = entry;
  const isOffered = entry.state === 'OFFERED' && offerUntil !== null && offerUntil > now;
  const state = entry.state === 'OFFERED' && !isOffered ? 'WAITING' : entry.state;
  const [first, last] = [dayText(dayOf(wishFrom), now), dayText(dayOf(later(wishTo, -1)), now)];
  return {
    id,
    text: `${first === last ? first : `${first}到${last}`} · ${matter}`,
    state,
    stateText: stateTexts[state],
    place: state === 'WAITING' ? await placeInQueue(ctx, entry) : null,
    slot: isOffered && entry.slotId ? await offeredSlot(ctx, entry.slotId) : null,
    offerUntil: isOffered ? offerUntil.toISOString() : null,
  };
}

/** A kept slot with its advisor's name. */
export async function offeredSlot(ctx: Pick<Ctx, 'db' | 'districtId' | 'now'>, slotId: string) {
  const { db, districtId, now } = ctx;
  const row = await db.slot.findFirst({
    where: { districtId, id: slotId },
    include: { advisor: { select: { personId: true } } },
  });
  if (!row) throw new AppError('not_found');
  const name = (await peopleOf(ctx, [row.advisor.personId])).get(row.advisor.personId)?.name ?? '';
  return presentSlot(await worldOf(db), { row, free: true }, name, now);
}
