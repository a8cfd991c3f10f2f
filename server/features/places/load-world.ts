import type { Db } from '#server/kernel/db';
import { type Day, dayOf } from '#shared/domain/time/clock';
import type { CalendarYear, WorkCalendar } from '#shared/domain/time/workdays';
import { buildWorld, type CategoryEntry, type DivisionEntry, type GridOutline, type World } from './world';

interface Kept {
  world: World;
  /** Id of the newest `world.imported` event it contains. */
  stamp: string;
  /** The Shanghai day whose grid versions and categories it holds. */
  day: Day;
  checkedAt: number;
}

const checkEveryMs = 5000;
let kept: Kept | undefined;
let checking = false;
let loading: Promise<Kept> | undefined;

/**
 * The reference world, kept by the process. At most every 5 s it asks whether something was imported since and loads anew if so; grid versions
 * and categories are those in force today (Shanghai, the clock of the machine). Callers may keep the result for one request, not longer.
 */
export async function worldOf(db: Db): Promise<World> {
  if (!kept) return (await firstLoad(db)).world;
  if (checking || performance.now() - kept.checkedAt < checkEveryMs) return kept.world;
  checking = true;
  try {
    const { world, stamp, day } = kept;
    const isFresh =
      world.districtId !== '' && stamp === (await newestImport(db, world.districtId)) && day === dayOf(new Date());
    kept = isFresh ? { ...kept, checkedAt: performance.now() } : await load(db);
    return kept.world;
  } finally {
    checking = false;
  }
}

/** Forgets the kept world; for tests, and for a process that has just imported. */
export function forgetWorld(): void {
  kept = undefined;
}

/** Callers that come together share one load, unless it fails: another caller's transaction may have been the reason. */
async function firstLoad(db: Db): Promise<Kept> {
  if (loading) {
    const shared = await loading.catch(() => undefined);
    if (shared) return shared;
  }
  loading = load(db);
  try {
    kept = await loading;
    return kept;
  } finally {
    loading = undefined;
  }
}

async function newestImport(db: Db, districtId: string): Promise<string> {
  const event = await db.domainEvent.findFirst({
    where: { districtId, name: 'world.imported' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return event?.id ?? '';
}

async function load(db: Db): Promise<Kept> {
  const day = dayOf(new Date());
  const today = new Date(`${day}T00:00:00Z`);
  const checkedAt = performance.now();
  const district = await db.division.findFirst({ where: { kind: 'DISTRICT' }, select: { code: true } });
  const stamp = await newestImport(db, district?.code.slice(0, 6) ?? '');
  const divisions = await db.division.findMany();
  const grids = await db.grid.findMany({
    where: { effectiveFrom: { lte: today }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: today } }] },
  });
  const departments = await db.department.findMany({ orderBy: { code: 'asc' } });
  const estates = await db.estate.findMany({ select: { name: true, villageCode: true, aliases: true } });
  const { categoryVersion, categories } = await categoriesOn(db, today);
  const world = buildWorld({
    divisions: divisions.map(({ boundary, ...division }) => ({
      ...division,
      outline: boundary as unknown as DivisionEntry['outline'],
    })),
    grids: grids.map(({ boundary, ...grid }) => ({ ...grid, outline: boundary as unknown as GridOutline['outline'] })),
    departments,
    categories,
    categoryVersion,
    calendar: await calendarOf(db),
    estates,
  });
  return { world, stamp, day, checkedAt };
}

/** The newest version that is in force; before the first one, the first. */
async function categoriesOn(db: Db, today: Date): Promise<{ categoryVersion: string; categories: CategoryEntry[] }> {
  const inForce =
    (await db.category.findFirst({
      where: { effectiveFrom: { lte: today } },
      orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
    })) ?? (await db.category.findFirst({ orderBy: [{ effectiveFrom: 'asc' }, { version: 'asc' }] }));
  const rows = inForce ? await db.category.findMany({ where: { version: inForce.version } }) : [];
  return {
    categoryVersion: inForce?.version ?? '',
    categories: rows.map((row) => ({
      ...row,
      level: row.level as CategoryEntry['level'],
      handler: row.handler as CategoryEntry['handler'],
    })),
  };
}

/** The working calendar as the pure rules read it. */
async function calendarOf(db: Db): Promise<WorkCalendar> {
  const years: Record<
    string,
    { status: CalendarYear['status'] } & Record<'holidays' | 'workdays', Record<Day, string>>
  > = {};
  for (const { year, status } of await db.calendarYear.findMany())
    years[String(year)] = { status: status === 'official' ? 'official' : 'provisional', holidays: {}, workdays: {} };
  for (const { date, kind, name } of await db.calendarDay.findMany()) {
    const day = date.toISOString().slice(0, 10);
    const year = years[day.slice(0, 4)];
    if (year) year[kind === 'WORKDAY' ? 'workdays' : 'holidays'][day] = name;
  }
  return { years };
}
