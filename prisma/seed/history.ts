import type { GridOutline, World } from '#server/features/places/index';
import { ringsOf } from '#server/features/places/index';
import { dayMs, dayOf, instantAt, later, minuteMs } from '#shared/domain/time/clock';
import { file, type Told, tell } from './filing';
import { lifeOf, type Players } from './life';
import { type Crowd, story } from './people';
import type { Random } from './random';
import { type Scene, scenes, spots } from './scenes';
import { createScript, type Moment } from './script';

/** What the parts of the demonstration share. */
export interface Stage {
  readonly world: World;
  readonly crowd: Crowd;
  readonly random: Random;
  readonly now: Date;
  /** The next ticket number of the district. */
  readonly nextNo: () => string;
}

const historyDays = 60;
/** In the story's village nothing about lights is told of the last weeks, so that a visitor's first report meets no duplicate. */
const quietDays = 40;

/** So many tickets of the last sixty days all over the district, each with the life it has led so far. */
export function tellHistory(stage: Stage, count: number): Told[] {
  const { world, random } = stage;
  const grids = world
    .gridsOf(`${world.districtId}000000`)
    .map((grid) => [grid, grid.townCode === story.town ? 4 : 1] as const);
  const topics = Object.entries(scenes).map(([code, { weight }]) => [code, weight] as const);
  return Array.from({ length: count }, () => {
    const grid = random.weighted(grids);
    const isOwn = grid.code === story.grid;
    const age = (isOwn ? 16 : 0) + (historyDays - (isOwn ? 16 : 0)) * random.next() ** 1.2;
    const code = random.weighted(topics);
    const isQuiet = grid.villageCode === story.village && code === 'streetlight' && age < quietDays;
    return tellOne(stage, grid, isQuiet ? 'greening' : code, momentOfDay(stage, age));
  });
}

/** Cases that the centre has to decide: two units have sent each of them back. */
export function tellDisputed(stage: Stage, count: number): Told[] {
  const { world, random, now } = stage;
  const grids = world.gridsOf(`${world.districtId}000000`).filter((grid) => grid.villageCode !== story.village);
  const topics = ['property_mgmt', 'road_damage', 'sewage', 'greening', 'dust'];
  return Array.from({ length: count }, (_, index) => {
    const grid = random.pick(grids);
    const category = world.categories.get(topics[index % topics.length] ?? '');
    const scene = random.pick(scenes[category?.code ?? '']?.list ?? []);
    if (!category) throw new RangeError('a topic without category');
    const receivedAt = later(now, -random.int(26, 70) * 60 * minuteMs);
    const filed = file(world, stage.crowd, { ...reportOf(stage, grid, scene), category, receivedAt });
    const moments = returnedTwice(stage, filed.players, receivedAt);
    return tell(world, filed.row, filed.route, moments, now);
  });
}

/** Duplicates of cases that are being worked on: merged into them, their reporters following. */
export function tellMerged(stage: Stage, into: readonly Told[]): Told[] {
  const { world, random, now, crowd } = stage;
  return into.flatMap((target) => {
    const { row } = target;
    const grid = world.grid(row.gridCode ?? '');
    const category = world.categories.get(row.categoryCode);
    const scene = scenes[row.categoryCode]?.list.find(({ title }) => title === row.title);
    if (!grid || !category || !scene) return [];
    const receivedAt = later(row.receivedAt as Date, random.int(30, 240) * minuteMs);
    const again = reportOf(stage, grid, scene);
    if (again.reporterId === row.reporterId) return [];
    const filed = file(world, crowd, { ...again, category, receivedAt });
    const script = createScript(world, random, receivedAt, false);
    script.at(later(receivedAt, random.int(5, 50) * minuteMs), {
      action: 'merge',
      by: filed.players.holder,
      text: `并入 ${row.no}：说的是同一件事`,
      set: (at) => ({ status: 'MERGED', closedAt: at, duplicateOfId: row.id }),
    });
    const told = tell(world, filed.row, filed.route, script.moments, now);
    return told.row.status === 'MERGED' ? [told] : [];
  });
}

function tellOne(stage: Stage, grid: GridOutline, code: string, receivedAt: Date): Told {
  const { world, crowd, random, now } = stage;
  const category = world.categories.get(code);
  if (!category) throw new RangeError(`no category ${code}`);
  const scene = random.pick(scenes[code]?.list ?? []);
  const { row, route, players } = file(world, crowd, { ...reportOf(stage, grid, scene), category, receivedAt });
  const beginning = {
    receivedAt,
    isUrgent: row.level === 'P0' || row.level === 'P1',
    handleBy: row.handleBy as Date,
    scene,
    isAnonymous: row.anonymous === true,
  };
  return tell(world, row, route, lifeOf(world, random, beginning, players), now);
}

/** Who reports from where: a resident of the village (one in twenty without a name), at a spot inside the grid. */
function reportOf({ crowd, random, nextNo }: Stage, grid: GridOutline, scene: Scene) {
  const residents = crowd.residentsOf(grid.villageCode).filter(({ demoRole }) => !demoRole);
  const reporter = random.chance(0.05) || residents.length === 0 ? null : random.pick(residents);
  return {
    scene,
    spot: random.pick(spots),
    gridCode: grid.code,
    position: random.chance(0.8) ? pointIn(grid, random) : null,
    reporterId: reporter?.id ?? null,
    no: nextNo(),
  };
}

/** A point inside a convex outline: part of the way from its centre to one of its corners. */
export function pointIn(grid: GridOutline, random: Random): { lng: number; lat: number } {
  const [lng, lat] = random.pick(ringsOf(grid.outline)[0] ?? []);
  const share = random.next() * 0.8;
  const between = (centre: number, corner: number) => Math.round((centre + (corner - centre) * share) * 1e6) / 1e6;
  return { lng: between(grid.lng, lng), lat: between(grid.lat, lat) };
}

/** An instant so many days ago, at an hour at which people report; always in the past. */
function momentOfDay({ random, now }: Stage, age: number): Date {
  const day = dayOf(later(now, -age * dayMs));
  const hour = random.weighted(
    [7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21].map((at) => [at, at < 12 ? 3 : 2] as const),
  );
  const at = instantAt(day, (hour * 60 + random.int(0, 59)) * minuteMs);
  return at < later(now, -10 * minuteMs) ? at : later(now, -random.int(20, 600) * minuteMs);
}

function returnedTwice({ world, random }: Stage, { holder, department }: Players, receivedAt: Date): readonly Moment[] {
  const script = createScript(world, random, receivedAt, true);
  if (!department) return script.moments;
  script.after(100, 300, {
    action: 'transfer',
    by: holder,
    text: `改派给${department.unitName}：超出网格能处理的范围`,
    set: () => ({ status: 'SUBMITTED', handlingLevel: 'DEPARTMENT', unitCode: department.unitCode, assigneeId: null }),
  });
  const other = world.departments.get(department.unitCode === 'zhujian' ? 'jiaotong' : 'zhujian');
  script.after(200, 600, {
    action: 'return',
    by: department,
    text: `退回：不在本单位职责范围，建议由${other?.name ?? '区协调中心'}办理`,
    set: () => ({ returnCount: 1, unitCode: other?.code ?? 'zhongxin' }),
  });
  script.after(200, 600, {
    action: 'return',
    by: { id: null, name: other?.shortName ?? '承办单位', role: other?.name ?? '承办单位' },
    text: `退回：权属不清，建议由${department.unitName}办理。第二次退回，由区中心裁决`,
    set: () => ({
      status: 'ARBITRATION',
      returnCount: 2,
      handlingLevel: 'CENTRE',
      unitCode: 'zhongxin',
      assigneeId: null,
    }),
  });
  return script.moments;
}
