import { z } from 'zod';
import type { Grid, Prisma } from '#prisma';
import { checkGrids, type OutlineFault } from '#server/kernel/polygon-checks';
import { addDays, type Day } from '#shared/domain/time/clock';
import { centreOf } from '../outlines';
import type { Outline } from '../world';
import { announce, complaintOf, type ImportCtx, type ImportReport, isSame, type Rejected } from './report';
import { featuresOf, outlineShape } from './shapes';

const Feature = z.object({
  properties: z.object({
    code: z.string().regex(/^\d{15}$/, '要 15 位：12 位村（社区）代码加 3 位序号'),
    name: z.string().trim().min(1, '没有名称'),
    synthetic: z.boolean().default(false),
  }),
  geometry: outlineShape,
});

interface Wanted {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly villageCode: string;
  readonly synthetic: boolean;
  readonly geometry: Outline;
}

export interface GridImportOptions {
  /** The first Shanghai day on which the outlines of the file count. */
  readonly effectiveFrom: Day;
  /** The file has all grids of the villages it names: those it leaves out end the day before. */
  readonly wholeVillages?: boolean;
}

/**
 * Imports micro-grids from GeoJSON (GCJ-02; properties code, name, synthetic). An outline that differs becomes a new version from `effectiveFrom`
 * on and ends the old one the day before; a code that has ended is never used again. Rows whose outline is broken, overlaps another or leaves
 * its village are rejected; a village not fully covered is a warning. Idempotent.
 */
export async function importGrids(ctx: ImportCtx, file: unknown, options: GridImportOptions): Promise<ImportReport> {
  const entries = featuresOf(file);
  const rejected: Rejected[] = [];
  const parsed = parseAll(entries, rejected);
  const known = await latestVersions(ctx);
  const villages = await villagesWithOutline(ctx);
  const living = parsed.filter(({ line, code }) => {
    const before = known.get(code);
    const ended = before?.effectiveTo && before.effectiveTo < dateOf(options.effectiveFrom);
    if (ended) rejected.push({ line, reason: `网格 ${code} 已停用，编码不能再用` });
    return !ended;
  });

  const { sound, closing, warnings } = withoutFaulty(living, known, options.wholeVillages ?? false, villages, rejected);

  const written = await write(ctx, sound, known, options.effectiveFrom, rejected);
  for (const { code, version } of closing) await close(ctx, code, version, options.effectiveFrom);
  rejected.sort((a, b) => a.line - b.line);
  return announce(ctx, {
    what: '微网格',
    read: entries.length,
    written: written + closing.length,
    unchanged: entries.length - rejected.length - written,
    rejected,
    warnings: [...warnings, ...closing.map(({ code }) => `网格 ${code} 从 ${options.effectiveFrom} 起停用`)],
  });
}

function parseAll(entries: readonly unknown[], rejected: Rejected[]): Wanted[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const line = index + 1;
    const parsed = Feature.safeParse(entry);
    const code = parsed.data?.properties.code ?? '';
    if (!parsed.success || seen.has(code)) {
      rejected.push({ line, reason: parsed.success ? `编码 ${code} 重复` : complaintOf(parsed.error) });
      return [];
    }
    seen.add(code);
    const { properties, geometry } = parsed.data;
    return [{ line, ...properties, villageCode: code.slice(0, 12), geometry }];
  });
}

async function latestVersions({ db, districtId }: ImportCtx): Promise<Map<string, Grid>> {
  const rows = await db.grid.findMany({ where: { districtId }, orderBy: [{ code: 'asc' }, { version: 'asc' }] });
  return new Map(rows.map((row) => [row.code, row]));
}

async function villagesWithOutline({ db }: ImportCtx) {
  const rows = await db.division.findMany({ where: { kind: 'VILLAGE' }, select: { code: true, boundary: true } });
  return rows.flatMap(({ code, boundary }) => (boundary ? [{ code, geometry: boundary as unknown as Outline }] : []));
}

/**
 * The grids whose outline is sound and fits with everything that will be there beside it: a rejected grid keeps its old outline, which may reject
 * others in turn, until all fit. `closing` are the grids that end because a whole village does without them; a village with a rejected grid keeps all.
 */
function withoutFaulty(
  living: readonly Wanted[],
  known: ReadonlyMap<string, Grid>,
  wholeVillages: boolean,
  villages: Awaited<ReturnType<typeof villagesWithOutline>>,
  rejected: Rejected[],
): { sound: readonly Wanted[]; closing: readonly Grid[]; warnings: readonly string[] } {
  let sound = living;
  for (;;) {
    const incomplete = new Set(living.filter((grid) => !sound.includes(grid)).map(({ villageCode }) => villageCode));
    const absent = wholeVillages ? leftOut(living, living, known) : [];
    const closing = absent.filter(({ villageCode }) => !incomplete.has(villageCode));
    const beside = leftOut(living, sound, known).filter((grid) => !closing.includes(grid));
    const staying = beside.map(({ code, villageCode, boundary }) => ({
      code,
      villageCode,
      geometry: boundary as unknown as Outline,
    }));
    const faults = checkGrids([...sound, ...staying], villages);
    const reasons = reasonsOf(faults);
    const faulty = sound.filter(({ code }) => reasons.has(code));
    if (faulty.length === 0)
      return { sound, closing, warnings: faults.filter(({ kind }) => kind === 'gap').map(({ text }) => text) };
    for (const { line, code } of faulty) rejected.push({ line, reason: reasons.get(code) ?? '' });
    sound = sound.filter((grid) => !faulty.includes(grid));
  }
}

/** What is wrong by grid; an overlap is told of both. */
const reasonsOf = (faults: readonly OutlineFault[]): ReadonlyMap<string, string> =>
  new Map(
    faults
      .filter(({ kind }) => kind !== 'gap')
      .flatMap(({ code, other, text }) => [code, ...(other ? [other] : [])].map((at) => [at, text] as const)),
  );

/** Grids in force in the villages of the file that are not among the given ones. */
function leftOut(file: readonly Wanted[], given: readonly Wanted[], known: ReadonlyMap<string, Grid>): Grid[] {
  const codes = new Set(given.map(({ code }) => code));
  const villages = new Set(file.map(({ villageCode }) => villageCode));
  return [...known.values()].filter(
    (grid) => !grid.effectiveTo && villages.has(grid.villageCode) && !codes.has(grid.code),
  );
}

async function write(
  ctx: ImportCtx,
  wanted: readonly Wanted[],
  known: ReadonlyMap<string, Grid>,
  effectiveFrom: Day,
  rejected: Rejected[],
): Promise<number> {
  const fresh: Prisma.GridCreateManyInput[] = [];
  let renamed = 0;
  for (const grid of wanted) {
    const before = known.get(grid.code);
    if (before && isSame(before.boundary, grid.geometry)) {
      if (before.name === grid.name && before.synthetic === grid.synthetic) continue;
      const key = { districtId: ctx.districtId, code: grid.code, version: before.version };
      await ctx.db.grid.update({
        where: { districtId_code_version: key },
        data: { name: grid.name, synthetic: grid.synthetic },
      });
      renamed += 1;
    } else if (before && before.effectiveFrom >= dateOf(effectiveFrom)) {
      const since = before.effectiveFrom.toISOString().slice(0, 10);
      rejected.push({ line: grid.line, reason: `网格 ${grid.code} 从 ${since} 起已有边界，新边界要晚于这一天生效` });
    } else {
      if (before) await close(ctx, before.code, before.version, effectiveFrom);
      fresh.push(rowOf(ctx, grid, (before?.version ?? 0) + 1, effectiveFrom));
    }
  }
  for (let done = 0; done < fresh.length; done += 200) {
    await ctx.db.grid.createMany({ data: fresh.slice(done, done + 200) });
    ctx.progress?.(Math.min(done + 200, fresh.length), fresh.length);
  }
  return fresh.length + renamed;
}

const rowOf = (
  { districtId }: ImportCtx,
  { code, name, villageCode, synthetic, geometry }: Wanted,
  version: number,
  effectiveFrom: Day,
): Prisma.GridCreateManyInput => ({
  districtId,
  code,
  version,
  name,
  villageCode,
  townCode: `${code.slice(0, 9)}000`,
  boundary: geometry as unknown as Prisma.InputJsonObject,
  ...centreOf(geometry),
  synthetic,
  effectiveFrom: dateOf(effectiveFrom),
});

/** Ends a version the day before another day. */
async function close({ db, districtId }: ImportCtx, code: string, version: number, before: Day): Promise<void> {
  await db.grid.update({
    where: { districtId_code_version: { districtId, code, version } },
    data: { effectiveTo: dateOf(addDays(before, -1)) },
  });
}

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
