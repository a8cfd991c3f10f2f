import type { Handlers } from '#server/kernel/route';
import { worldOf } from './load-world';
import { presentCategories, presentDivision, presentLocation, presentVillage } from './present';
import { listPlaces, searchPlaces } from './queries';

export const placesRoutes = {
  'places.search': async ({ db }, input) => {
    const world = await worldOf(db);
    return { items: searchPlaces(world, input).map((village) => presentVillage(world, village)) };
  },
  'places.list': async ({ db }, { townCode }) => ({
    items: listPlaces(await worldOf(db), townCode).map(presentDivision),
  }),
  'places.locate': async ({ db }, { lng, lat }) => presentLocation(await worldOf(db), lng, lat),
  'categories.list': async ({ db }) => presentCategories(await worldOf(db)),
} satisfies Handlers;
