import { v7 as uuid } from 'uuid';
import type { Slot as SlotRow } from '#prisma';
import type { SlotView } from '#shared/contract/bookings';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { type Slot, slotId } from '#shared/domain/bookings/slots';
import { nearestSlots } from '#shared/domain/bookings/wishes';
import { dayText, timeText } from '#shared/domain/text/dates';
import { addDays, dayOf, instantAt } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';
import type { World } from '../places/index';
import type { VillageAdvisor } from './advisors';
import { type AdvisorCalendar, type Asked, allSlots, freeSlots, loadCalendars } from './calendar';
import { surroundingsOf } from './surroundings';

/** A stored slot and whether this person may take it now. */
export interface OfferedSlot {
  readonly row: SlotRow;
  readonly free: boolean;
}

/** Whether a person may take a stored slot: it is open, its hold has run out, or the hold is the person's own. */
export const isClaimable = ({ state, heldUntil, holderId }: SlotRow, personId: string, now: Date): boolean =>
  state === 'OPEN' || (state === 'HELD' && ((heldUntil !== null && heldUntil <= now) || holderId === personId));

/** A slot by id, or not_found. */
export async function findSlot({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, id: string): Promise<SlotRow> {
  const row = await db.slot.findUnique({ where: { districtId_id: { districtId, id } } });
  if (!row) throw new AppError('not_found');
  return row;
}

/** All slots of an advisor that begin in a stretch of time, stored so that they can be claimed. */
export async function offeredSlots(
  ctx: Ctx,
  world: World,
  calendar: AdvisorCalendar,
  asked: Asked,
): Promise<readonly OfferedSlot[]> {
  const surroundings = surroundingsOf(world);
  const grid = allSlots(calendar, surroundings, asked);
  const free = new Set(freeSlots(calendar, surroundings, asked).map(({ id }) => id));
  const rows = await storedSlots(ctx, grid);
  return grid.flatMap((slot) => {
    const row = rows.get(slot.id);
    return row ? [{ row, free: free.has(slot.id) && isClaimable(row, ctx.actor.id, ctx.now) }] : [];
  });
}

/** The rows of slots by the slots' names; what is not there yet, or stands differently in the calendar now, is written. */
export async function storedSlots(
  { db, districtId }: Pick<Ctx, 'districtId'> & { db: Sql },
  slots: readonly Slot[],
): Promise<ReadonlyMap<string, SlotRow>> {
  if (slots.length === 0) return new Map();
  const advisors = slots.map(({ advisorId }) => advisorId);
  const starts = slots.map(({ from }) => from.toISOString());
  const read = async () => {
    const rows = await db.$queryRaw<SlotRow[]>`
      SELECT s.* FROM unnest(${advisors}::uuid[], ${starts}::timestamptz[]) AS asked ("advisorId", "startsAt")
      JOIN "Slot" s ON s."districtId" = ${districtId} AND s."advisorId" = asked."advisorId" AND s."startsAt" = asked."startsAt"`;
    return new Map(rows.map((row) => [slotId(row.advisorId, row.startsAt), row] as const));
  };
  const known = await read();
  const changed = slots.filter((slot) => {
    const row = known.get(slot.id);
    return !row || (row.state === 'OPEN' && !isSame(row, slot));
  });
  if (changed.length === 0) return known;
  const fresh = changed.map(({ advisorId, from, to, manner, villageCode }) => ({
    ...{ id: uuid(), advisorId, startsAt: from, endsAt: to, manner, villageCode: villageCode ?? null },
  }));
  await db.$executeRaw`
    INSERT INTO "Slot" ("districtId", "id", "advisorId", "startsAt", "endsAt", "manner", "villageCode")
    SELECT ${districtId}, r."id", r."advisorId", r."startsAt", r."endsAt", r."manner", r."villageCode"
    FROM jsonb_populate_recordset(NULL::"Slot", ${JSON.stringify(fresh)}::jsonb) r ORDER BY r."advisorId", r."startsAt"
    ON CONFLICT ("districtId", "advisorId", "startsAt") DO UPDATE
      SET "endsAt" = EXCLUDED."endsAt", "manner" = EXCLUDED."manner", "villageCode" = EXCLUDED."villageCode"
      WHERE "Slot"."state" = 'OPEN'`;
  return read();
}

const isSame = (row: SlotRow, { to, manner, villageCode }: Slot): boolean =>
  row.endsAt.getTime() === to.getTime() && row.manner === manner && row.villageCode === (villageCode ?? null);

/** A row as the rules see it. */
export const slotOfRow = ({ id, advisorId, startsAt, endsAt, manner, villageCode }: SlotRow): Slot => ({
  id,
  advisorId,
  from: startsAt,
  to: endsAt,
  manner,
  ...(villageCode && { villageCode }),
});

/** A slot as people choose it. `place` is the village for visits, else how one talks. */
export const presentSlot = (world: World, { row, free }: OfferedSlot, advisorName: string, now: Date): SlotView => ({
  id: row.id,
  advisorId: row.advisorId,
  advisorName,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  manner: row.manner,
  free,
  text: `${dayText(dayOf(row.startsAt), now)} ${timeText(row.startsAt)}–${timeText(row.endsAt)} · ${mannerLabel(row.manner)}`,
  place: row.villageCode ? world.placeLabel(row.villageCode) : mannerLabel(row.manner),
});

/** How far after a lost slot others are looked for first, in days. */
const nearDays = 7;

/**
 * Free slots to take instead, nearest to a time: the first advisor's, and when there are none those of the others. Stored, so they can
 * be claimed at once.
 */
export async function nextSlots(
  ctx: Pick<Ctx, 'districtId' | 'actor' | 'now'> & { db: Sql },
  world: World,
  villageCode: string,
  advisors: readonly VillageAdvisor[],
  near: Date,
  count = 3,
): Promise<SlotView[]> {
  const { now } = ctx;
  const from = new Date(Math.max(now.getTime(), instantAt(addDays(dayOf(near), -1), 0).getTime()));
  const asked: Asked = { from, to: instantAt(addDays(dayOf(near), nearDays), 0), now };
  const [own, ...others] = advisors;
  for (const group of [own ? [own] : [], others]) {
    const calendars = await loadCalendars(
      ctx,
      group.map(({ advisorId }) => advisorId),
      asked,
    );
    const free = [...calendars.values()].flatMap((calendar) =>
      freeSlots(calendar, surroundingsOf(world), asked).filter((slot) => suits(slot, villageCode)),
    );
    const nearest = nearestSlots(free, near.getTime());
    const rows = await storedSlots(ctx, nearest);
    const found = nearest.flatMap(({ id, advisorId }) => {
      const row = rows.get(id);
      const name = group.find((each) => each.advisorId === advisorId)?.name ?? '';
      return row && isClaimable(row, ctx.actor.id, now) ? [presentSlot(world, { row, free: true }, name, now)] : [];
    });
    if (found.length > 0) return found.slice(0, count).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }
  return [];
}

/** The advisor of a slot before the others. */
export const ownFirst = (advisors: readonly VillageAdvisor[], { advisorId }: SlotRow): VillageAdvisor[] =>
  advisors.toSorted((a, b) => Number(b.advisorId === advisorId) - Number(a.advisorId === advisorId));

/** Visits are for their own village; calls are for everybody the advisor serves. */
export const suits = ({ villageCode }: { villageCode?: string | null }, asked: string): boolean =>
  !villageCode || villageCode === asked;
