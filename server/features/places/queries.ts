import { coreOf } from '#server/nlu/gazetteer';
import { soundKeyOf, soundOf } from '#server/nlu/sound';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { DivisionEntry, World } from './world';

/** Villages whose name, alias, sound or town fits the text, the best first. Names that repeat across towns all come. */
export function searchPlaces(world: World, { text, limit }: Parsed<'places.search'>): DivisionEntry[] {
  const wanted = text.replace(/\s+/g, '').toLowerCase();
  const scored = new Map<string, number>();
  for (const entry of world.gazetteer.entries) {
    if (entry.kind === 'town') continue;
    const score = scoreOf(wanted, entry.townName, [entry.name, ...(entry.aliases ?? [])]);
    if (score > (scored.get(entry.code) ?? 0)) scored.set(entry.code, score);
  }
  return [...scored]
    .map(([code, score]) => ({ village: world.divisions.get(code), score }))
    .flatMap(({ village, score }) => (village ? [{ village, score: village.inScope ? score : score / 2 }] : []))
    .sort((a, b) => b.score - a.score || (a.village.code < b.village.code ? -1 : 1))
    .slice(0, limit)
    .map(({ village }) => village);
}

/** Towns, or the villages of one town; place_unknown for a code that is no town. Only what the desk answers for. */
export function listPlaces(world: World, townCode: string | undefined): DivisionEntry[] {
  if (townCode && world.divisions.get(townCode)?.kind !== 'TOWN') throw new AppError('place_unknown');
  return [...world.divisions.values()].filter(({ kind, parentCode, inScope }) =>
    townCode ? parentCode === townCode : kind === 'TOWN' && inScope,
  );
}

/** 100 for the whole name, then its beginning, a part, its sound (pinyin or homophones), the town; 0 for no likeness. */
function scoreOf(wanted: string, townName: string, names: readonly string[]): number {
  if (names.includes(wanted)) return 100;
  if (names.some((name) => `${townName}${name}` === wanted)) return 99;
  if (names.some((name) => wanted.includes(name))) return wanted.includes(townName) ? 95 : 80;
  if (names.some((name) => name.startsWith(wanted))) return 90;
  if (names.some((name) => name.includes(wanted))) return 70;
  const sounds = names.flatMap(spellings);
  const sound = /^[a-z]+$/.test(wanted) ? wanted : soundKeyOf(wanted);
  if (sounds.includes(sound)) return 60;
  if (sound.length >= 2 && sounds.some((spelling) => spelling.startsWith(sound))) return 50;
  return townName === wanted || (wanted.length >= 2 && townName.startsWith(wanted)) ? 30 : 0;
}

/** How a name may be typed by sound: pinyin without tones, its initials, and the forgiving keys of the name with and without its kind. */
function spellings(name: string): string[] {
  const syllables = soundOf(name).split(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return [syllables.join(''), initials, soundKeyOf(name), soundKeyOf(coreOf(name))];
}
