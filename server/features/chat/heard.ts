import { understand } from '#server/nlu/understand';
import type { CategoryGuess, Expecting, PlaceMention, Understanding } from '#server/nlu/understanding';
import { sureCategory } from '#shared/domain/chat/absorb';
import type { Place } from '#shared/domain/chat/place';
import type { Heard, HeardCategory, Payload } from '#shared/domain/chat/turn';
import { lawTopicOf } from '../law/index';
import type { World } from '../places/index';

/** What decides how a sentence is read beside its words. */
export interface Listening {
  readonly now: Date;
  readonly expecting: Expecting;
  readonly home: Place | undefined;
}

/** Below this a category is not worth asking about. Default, to be confirmed. */
const faintest = 0.12;
const ownPlace = /我家|我们|家门口|屋头|屋门口|门口|楼下|楼上|本村|我这|这儿|这边|这里/;

/** Reads a sentence for the talk: understanding without its library types, places resolved against the world. */
export function hear(world: World, text: string, { now, expecting, home }: Listening): Heard {
  const context = { now, gazetteer: world.gazetteer, ...(home?.villageCode && { homeVillageCode: home.villageCode }) };
  const read = understand(text, { ...context, expecting });
  const where = placesOf(world, read.details.where, text, home);
  const categories = expecting === 'where' ? [] : categoriesOf(world, read.category);
  return {
    intent: read.intent,
    confidence: read.confidence,
    candidates: read.candidates,
    categories,
    ...where,
    what: read.details.what,
    since: read.details.since,
    ...(read.details.when && { when: read.details.when }),
    ticketNo: read.details.ticketNo,
    ...(read.danger && { danger: { kind: read.danger.kind, numbers: read.danger.numbers } }),
    answer: read.answer,
    ordinal: read.ordinal,
    ...(read.correction && { correction: correctionOf(world, read.correction, context, home) }),
    answersAsked: read.answersAsked ?? false,
    ...(expecting === undefined && mayBeLaw(read) && { lawTopic: lawTopicOf(text) }),
    sensitive: read.sensitive === true && (read.category?.confidence ?? 0) >= sureCategory.confidence,
    because: read.because,
  };
}

/** Only a quarrel, or what is not sure, is looked up in the law. */
const mayBeLaw = ({ intent, confidence }: Understanding) =>
  intent === 'dispute' || intent === 'unknown' || confidence < 0.75;

function categoriesOf(world: World, guess: CategoryGuess | undefined): HeardCategory[] {
  return (guess?.candidates ?? []).flatMap(({ code, confidence }) => {
    const row = world.categories.get(code);
    return row && confidence >= faintest ? [{ code, name: row.name, sensitive: row.sensitive, confidence }] : [];
  });
}

function correctionOf(
  world: World,
  { field, to }: NonNullable<Understanding['correction']>,
  context: { now: Date; gazetteer: World['gazetteer']; homeVillageCode?: string },
  home: Place | undefined,
): Heard['correction'] {
  if (!to) return { field };
  const there = understand(to, { ...context, expecting: 'where' });
  const named = placesOf(world, there.details.where, to, home);
  if (field !== 'what' && (named.place || named.places))
    return { field: 'where', to, place: named.place, places: named.places };
  const [category] = categoriesOf(world, understand(to, { ...context, expecting: 'what' }).category);
  return {
    field: field === 'any' ? 'what' : field,
    to,
    ...(category && category.confidence >= 0.3 && { category }),
  };
}

/** One place, several that share the name, or only a landmark. A landmark of one's own is at home. */
function placesOf(
  world: World,
  mention: PlaceMention | undefined,
  text: string,
  home: Place | undefined,
): Pick<Heard, 'place' | 'places' | 'landmark'> {
  if (!mention) return {};
  const { candidates, villageCode, townCode, group } = mention;
  const rest = `${group ?? ''}${mention.landmark ?? ''}`;
  if (candidates && candidates.length > 1)
    return { places: candidates.map((one) => villagePlace(world, one.villageCode, rest)) };
  if (villageCode) return { place: villagePlace(world, villageCode, rest, group) };
  if (townCode)
    return {
      place: {
        label: `${world.placeName(townCode)}${rest}`,
        townCode,
        inScope: isInScope(world, townCode),
        source: 'said',
      },
    };
  if (!rest) return {};
  if (home && (group || ownPlace.test(text)))
    return { place: { ...home, label: `${home.label}${rest}`, base: home.label } };
  return { landmark: rest };
}

/** A village as a place, with what was said behind its name. */
export function villagePlace(world: World, villageCode: string, rest = '', group?: string): Place {
  const base = world.placeLabel(villageCode);
  return {
    label: `${base}${rest}`,
    ...(rest && { base }),
    ...(group && { group }),
    townCode: world.divisions.get(villageCode)?.parentCode ?? undefined,
    villageCode,
    inScope: isInScope(world, villageCode),
    source: 'said',
  };
}

/** The place a tap names by its codes, with a landmark of the printed code; undefined when it names none that is known. */
export function namedPlace(world: World, { villageCode, gridCode, landmark }: Payload): Place | undefined {
  const grid = typeof gridCode === 'string' ? world.grid(gridCode) : undefined;
  const village = grid?.villageCode ?? String(villageCode ?? '');
  if (world.divisions.get(village)?.kind !== 'VILLAGE') return undefined;
  const rest = typeof landmark === 'string' ? landmark.slice(0, 40) : '';
  const place = villagePlace(world, village, rest);
  return grid ? { ...place, gridCode: grid.code, ...(!rest && { label: world.placeLabel(grid.code) }) } : place;
}

/** Where the resident lives, when it is registered. */
export function homePlace(world: World, villageCode: string | null, gridCode: string | null): Place | undefined {
  if (!villageCode || !world.divisions.has(villageCode)) return undefined;
  return { ...villagePlace(world, villageCode), ...(gridCode && { gridCode }), source: 'home' };
}

/** A pin as a place: the grid or village under it, or nowhere of ours. */
export function pinnedPlace(world: World, position: { lng: number; lat: number }): Place {
  const found = world.locate(position.lng, position.lat);
  const code = found.gridCode ?? found.villageCode ?? found.townCode;
  return {
    label: code ? world.placeLabel(code) : '您点的位置',
    ...found,
    position,
    inScope: code !== undefined && isInScope(world, found.townCode ?? ''),
    source: 'pinned',
  };
}

const isInScope = (world: World, code: string) => world.divisions.get(code)?.inScope === true;
