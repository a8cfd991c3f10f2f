import type { AdvisorPresence } from '#prisma';
import type { Output } from '#shared/contract';
import { dayText, momentText, timeText } from '#shared/domain/text/dates';
import { dayOf, minuteMs } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { type World, worldOf } from '../places/index';
import { ownAdvisor } from './own-advisor';

type Visit = Output<'advisor.visits'>['items'][number];

/** What stands on a village's code for advisors to scan: the village and a seal of the desk. It does not change. */
export const villageSeal = ({ keyed }: Pick<Ctx, 'keyed'>, villageCode: string): string =>
  `CPV-${villageCode}-${keyed(`village:${villageCode}`).slice(0, 8)}`;

/** Visits as people read them, in the order given. */
async function presentVisits(ctx: Ctx, world: World, rows: readonly AdvisorPresence[]): Promise<Visit[]> {
  const { db, districtId, now } = ctx;
  const advisors = await db.advisor.findMany({
    where: { districtId, id: { in: [...new Set(rows.map(({ advisorId }) => advisorId))] } },
    select: { id: true, personId: true },
  });
  const personOf = new Map(advisors.map(({ id, personId }) => [id, personId]));
  const names = await peopleOf(ctx, [
    ...personOf.values(),
    ...rows.flatMap(({ signedById }) => (signedById ? [signedById] : [])),
  ]);
  return rows.map(({ id, advisorId, villageCode, arrivedAt, leftAt, metres, qrOk, signedById, signedAt }) => ({
    ...{ id, villageCode, metres, qrOk },
    advisorName: names.get(personOf.get(advisorId) ?? '')?.name ?? '',
    villageLabel: world.placeLabel(villageCode),
    arrivedAt: arrivedAt.toISOString(),
    leftAt: leftAt?.toISOString() ?? null,
    whenText: `${dayText(dayOf(arrivedAt), now)} ${timeText(arrivedAt)}–${leftAt ? timeText(leftAt) : ''}`,
    minutes: leftAt ? Math.floor((leftAt.getTime() - arrivedAt.getTime()) / minuteMs) : null,
    signedText:
      signedAt && signedById ? `${names.get(signedById)?.name ?? '村里'} ${momentText(signedAt, now)}签字` : null,
  }));
}

/** One visit as people read it. */
export async function presentVisit(ctx: Ctx, row: AdvisorPresence): Promise<Visit> {
  const [visit] = await presentVisits(ctx, await worldOf(ctx.db), [row]);
  if (!visit) throw new RangeError('a visit that cannot be shown');
  return visit;
}

/** The visit an advisor has not signed out of today, or null. One of another day that nobody ended is over and counts for nothing. */
export async function findOpenVisit({ db, districtId, now }: Ctx, advisorId: string): Promise<AdvisorPresence | null> {
  const row = await db.advisorPresence.findFirst({
    where: { districtId, advisorId, leftAt: null },
    orderBy: { arrivedAt: 'desc' },
  });
  return row && dayOf(row.arrivedAt) === dayOf(now) ? row : null;
}

/** The same as the advisor reads it. */
export async function openVisit(ctx: Ctx, world: World, advisorId: string): Promise<Visit | null> {
  const row = await findOpenVisit(ctx, advisorId);
  return row ? ((await presentVisits(ctx, world, [row]))[0] ?? null) : null;
}

/** An advisor's own visits, the latest first. */
export async function ownVisits(ctx: Ctx, { limit }: { limit: number }): Promise<Output<'advisor.visits'>> {
  const { db, districtId } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const rows = await db.advisorPresence.findMany({
    where: { districtId, advisorId },
    orderBy: [{ arrivedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return { items: await presentVisits(ctx, await worldOf(db), rows) };
}

/** The villages for which this person may sign: of the post itself, its grid's village, or all of its town. */
export function signedVillages(world: World, { actor }: Pick<Ctx, 'actor'>): string[] {
  const codes = actor.posts.flatMap(({ kind, placeCode }) => {
    if (kind === 'TOWN_CLERK') return world.villagesOf(placeCode).map(({ code }) => code);
    if (kind !== 'GRID_STAFF' && kind !== 'GRID_LEAD') return [];
    return [world.grid(placeCode)?.villageCode ?? placeCode];
  });
  return [...new Set(codes)];
}

/** Visits of one's villages that wait for the village's signature, the latest first, and the codes advisors scan there. */
export async function visitsToSign(ctx: Ctx): Promise<Output<'visits.toSign'>> {
  const { db, districtId } = ctx;
  const world = await worldOf(db);
  const villages = signedVillages(world, ctx);
  const rows = await db.advisorPresence.findMany({
    where: { districtId, villageCode: { in: villages }, signedAt: null, leftAt: { not: null } },
    orderBy: [{ arrivedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return {
    items: await presentVisits(ctx, world, rows),
    codes: villages.map((code) => ({ code, label: world.placeLabel(code), text: villageSeal(ctx, code) })),
  };
}
