import { lawyer } from '#shared/domain/bookings/address';
import type { CodeKind } from '#shared/domain/codes/place-code';
import type { Ctx } from '../../kernel/context';
import { servingAdvisors } from '../bookings/index';
import { comingMeetings } from '../deliberation/index';
import type { World } from '../places/index';

/** What a code stands for. `placeCode` is where it belongs to, for who may print it. */
export interface Subject {
  readonly subjectId: string;
  readonly name: string;
  readonly detail: string;
  readonly placeCode: string;
  readonly villageCode?: string;
  readonly gridCode?: string;
  readonly landmark?: string;
  readonly topicId?: string;
  readonly signCode?: string | null;
}

type Reading = Pick<Ctx, 'db' | 'districtId' | 'now'>;
type Reader = (ctx: Reading, world: World, ids?: readonly string[]) => Promise<Subject[]>;

const townOf = (world: World, villageCode: string) =>
  world.placeName(world.divisions.get(villageCode)?.parentCode ?? '');

const readers: Readonly<Record<CodeKind, Reader>> = {
  GRID: async (_ctx, world, ids) => {
    const grids = ids ? ids.flatMap((id) => world.grid(id) ?? []) : world.gridsOf(`${world.districtId}000000`);
    return grids.map(({ code, villageCode }) => ({
      ...{ subjectId: code, placeCode: code, villageCode, gridCode: code },
      ...{ name: world.placeName(code), detail: townOf(world, villageCode) },
    }));
  },
  VILLAGE: async (_ctx, world, ids) => {
    const all = ids ? ids.flatMap((id) => world.divisions.get(id) ?? []) : [...world.divisions.values()];
    return all
      .filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope)
      .map(({ code, name }) => ({
        ...{ subjectId: code, placeCode: code, villageCode: code },
        ...{ name, detail: townOf(world, code) },
      }));
  },
  BUILDING: async ({ db, districtId }, world, ids) => {
    const groups = await db.buildingGroup.findMany({
      where: { districtId, ...(ids && { id: { in: [...ids] } }) },
      orderBy: [{ gridCode: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, gridCode: true },
    });
    return groups.flatMap(({ id, name, gridCode }) => {
      const grid = world.grid(gridCode);
      return grid
        ? [
            {
              ...{ subjectId: id, placeCode: gridCode, villageCode: grid.villageCode, gridCode },
              ...{ name, detail: world.placeLabel(gridCode), landmark: name },
            },
          ]
        : [];
    });
  },
  ADVISOR: async (ctx, world, ids) =>
    (await servingAdvisors(ctx, ids)).map(({ advisorId, name, firm, villageCode }) => ({
      ...{ subjectId: advisorId, placeCode: villageCode, villageCode },
      ...{ name: lawyer(name), detail: `${world.placeLabel(villageCode)} · ${firm}` },
    })),
  MEETING: async (ctx, _world, ids) =>
    (await comingMeetings(ctx, ids)).map((meeting) => ({
      ...{ subjectId: meeting.id, placeCode: meeting.villageCode ?? meeting.townCode, name: meeting.title },
      ...{ detail: `${meeting.whenText} · ${meeting.place}`, topicId: meeting.topicId, signCode: meeting.signCode },
    })),
};

/** Everything of a kind that a code may stand for today, in the order it is listed; with `ids` only those. */
export const subjectsOf = (ctx: Reading, world: World, kind: CodeKind, ids?: readonly string[]): Promise<Subject[]> =>
  readers[kind](ctx, world, ids);
