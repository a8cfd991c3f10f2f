import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import divisions from '../../prisma/data/divisions.json';
import { buildGazetteer } from './gazetteer';
import { understand } from './understand';
import type { Gazetteer, GazetteerEntry, PlaceMention, WhenMention } from './understanding';

const folder = join(process.cwd(), 'server', 'nlu', 'expressions');
const now = new Date('2026-11-23T08:00:00Z');

function rowsOf(name: string): string[][] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' || line.startsWith('#') ? [] : [line.split('\t')]));
}

/** 「2026-11-24 14:00-18:00」, 「2026-11-28..2026-11-29」 → first and last instant as the recogniser gives them. */
function expectedTime(gold: string): string {
  if (gold === '无') return '';
  const [days = '', hours] = gold.split(' ');
  const [first = '', last = first] = days.split('..');
  const at = (day: string, time: string) => `${day}T${time}:00+08:00`;
  if (hours === undefined) return `${at(first, '00:00')}/${last}T23:59:59+08:00`;
  const [from = '', to] = hours.split('-');
  return to === undefined ? `${at(first, from)}/` : `${at(first, from)}/${at(last, to)}`;
}

function seenTime(when: WhenMention | undefined): string {
  return when ? `${when.from}/${when.to ?? ''}` : '';
}

/** The towns and villages of the district with one invented estate. */
function district(): Gazetteer {
  const towns = new Map(divisions.towns.map((town) => [town.code, town.name]));
  const entry = (code: string, name: string, townCode: string, kind: GazetteerEntry['kind']): GazetteerEntry => ({
    code,
    name,
    townCode,
    townName: towns.get(townCode) ?? '',
    kind,
  });
  return buildGazetteer([
    ...divisions.towns.map((town) => entry(town.code, town.name, town.code, 'town')),
    ...divisions.villages.map((village) => entry(village.code, village.name, village.parent, 'village')),
    { ...entry('estate-1', '江岸人家', '511502007000', 'estate'), aliases: ['江岸小区'] },
  ]);
}

function isPlace(gazetteer: Gazetteer, seen: PlaceMention | undefined, gold: readonly string[]): boolean {
  const [place = '', group, landmark] = gold;
  if (place === '无') return seen === undefined;
  const found = gazetteer.byCode.get(seen?.villageCode ?? seen?.townCode ?? '');
  const named = found && (found.kind === 'town' ? found.name : found.townName + found.name);
  const asked = (seen?.candidates ?? []).map((one) => one.label.replace(' ', '')).sort();
  const rightPlace = place.startsWith('?')
    ? place.slice(1).split('|').sort().join() === asked.join()
    : place === '-' || named === place;
  const has = (value: string | undefined, said: string | undefined) => said === '-' || value === said;
  return rightPlace && has(seen?.group, group) && (landmark === '-' || (seen?.landmark ?? '').includes(landmark ?? ''));
}

/** Share of the labelled expressions that are read exactly right by the whole of `understand`, with how many there are. */
export function measureDetails(): Record<'times' | 'places', { share: number; count: number }> {
  const gazetteer = district();
  const times = rowsOf('times.tsv').map(
    ([text = '', gold = '']) => seenTime(understand(text, { now }).details.when) === expectedTime(gold),
  );
  const places = rowsOf('places.tsv').map(([text = '', ...gold]) =>
    isPlace(gazetteer, understand(text, { now, gazetteer }).details.where, gold),
  );
  const shareOf = (right: readonly boolean[]) => ({
    share: right.filter(Boolean).length / (right.length || 1),
    count: right.length,
  });
  return { times: shareOf(times), places: shareOf(places) };
}
