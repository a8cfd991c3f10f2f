import type { Db } from '#server/kernel/db';
import { type Day, dayOf } from '#shared/domain/time/clock';
import { buildLibrary, type Library, type LibraryArticle } from './library';

interface Kept {
  readonly library: Library;
  /** What was imported last, and the Shanghai day whose versions it holds. */
  readonly stamp: string;
  readonly day: Day;
  readonly checkedAt: number;
}

const checkEveryMs = 5000;
let kept: Kept | undefined;
let building: Promise<Kept> | undefined;

/**
 * The laws in force on the day of `now`, kept by the process. At most every 5 s it asks whether something was imported; while a new library is
 * built, the old one answers.
 */
export async function libraryOf(db: Db, now: Date): Promise<Library> {
  const day = dayOf(now);
  if (!kept) return (await build(db, day)).library;
  if (kept.day === day && performance.now() - kept.checkedAt < checkEveryMs) return kept.library;
  const stamp = await stampOf(db);
  if (kept.stamp === stamp && kept.day === day) kept = { ...kept, checkedAt: performance.now() };
  else if (kept.day === day) build(db, day).catch(() => undefined);
  else return (await build(db, day)).library;
  return kept.library;
}

/** Forgets the kept laws; for tests, and for a process that has just imported. */
export function forgetLibrary(): void {
  kept = undefined;
  building = undefined;
}

/** Callers that come together share one build. */
async function build(db: Db, day: Day): Promise<Kept> {
  const own = building ?? load(db, day);
  building = own;
  try {
    const loaded = await own;
    if (building === own) kept = loaded;
    return loaded;
  } finally {
    if (building === own) building = undefined;
  }
}

async function load(db: Db, day: Day): Promise<Kept> {
  const checkedAt = performance.now();
  const stamp = await stampOf(db);
  const today = new Date(`${day}T00:00:00Z`);
  const versions = await db.lawVersion.findMany({
    where: { effectiveFrom: { lte: today }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: today } }] },
    include: { law: true, articles: { orderBy: [{ no: 'asc' }, { sub: 'asc' }] } },
    orderBy: { lawId: 'asc' },
  });
  const articles: LibraryArticle[] = versions.flatMap(({ law, effectiveFrom, effectiveTo, articles: own }) => {
    const about = {
      lawId: law.id,
      short: law.short,
      effectiveFrom: dayText(effectiveFrom),
      effectiveTo: effectiveTo && dayText(effectiveTo),
    };
    return own.map(({ no, sub, label, path, text }) => ({ ...about, no, sub, label, path, text }));
  });
  return { library: await buildLibrary(articles), stamp, day, checkedAt };
}

async function stampOf(db: Db): Promise<string> {
  const { _max, _count } = await db.lawVersion.aggregate({ _max: { importedAt: true }, _count: true });
  return `${_count} ${_max.importedAt?.toISOString() ?? ''}`;
}

const dayText = (date: Date): Day => date.toISOString().slice(0, 10);
