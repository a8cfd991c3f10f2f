import { createHash, randomBytes } from 'node:crypto';
import type { Output } from '#shared/contract';
import { calendarEntryOf } from '#shared/domain/bookings/calendar-entry';
import { calendarFeed } from '#shared/domain/bookings/ics';
import { dayMs, later } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { ownAdvisor } from './own-advisor';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Only so far back a feed looks; what is older has left every calendar. */
const pastDays = 100;

/** Whether the caller's feed is open. */
export async function feedState(ctx: Ctx): Promise<Output<'advisor.feed'>> {
  return { active: (await ownAdvisor(ctx)).feedHash !== null };
}

/** A new address for the caller's feed: the one before is dead at once. It is given once and kept as a hash only. */
export async function renewFeed(ctx: Ctx): Promise<Output<'advisor.renewFeed'>> {
  const token = randomBytes(24).toString('base64url');
  await keep(ctx, hashOf(token));
  return { path: `/feeds/${token}.ics` };
}

/** Closes the caller's feed. */
export async function revokeFeed(ctx: Ctx): Promise<{ ok: true }> {
  await keep(ctx, null);
  return { ok: true };
}

async function keep(ctx: Ctx, feedHash: string | null): Promise<void> {
  const { id } = await ownAdvisor(ctx);
  await ctx.db.advisor.update({
    where: { districtId_id: { districtId: ctx.districtId, id } },
    data: { feedHash },
    select: { id: true },
  });
}

/** The calendar behind an address, RFC 5545; undefined when there is none. It says when, how and where, never who or what about. */
export async function feedText(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  token: string,
  domain: string,
): Promise<string | undefined> {
  const advisor = await db.advisor.findUnique({ where: { feedHash: hashOf(token) } });
  if (!advisor) return undefined;
  const { districtId, id: advisorId, personId } = advisor;
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id: personId } },
    select: { disabledAt: true },
  });
  if (!person || person.disabledAt) return undefined;
  const world = await worldOf(db);
  const rows = await db.booking.findMany({
    where: { districtId, advisorId, endsAt: { gt: later(now, -pastDays * dayMs) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const entries = rows.flatMap(({ updatedAt, villageCode, ...row }) => {
    const entry = calendarEntryOf({ ...row, changedAt: updatedAt, place: world.placeLabel(villageCode) });
    return entry ? [entry] : [];
  });
  return calendarFeed({ name: '翠屏服务台 · 我的接待', domain, entries, now });
}
