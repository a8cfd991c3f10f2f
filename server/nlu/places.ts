import { cued } from './cued';
import { coreOf } from './gazetteer';
import { groupIn, landmarkIn } from './landmarks';
import { soundKeyOf } from './sound';
import type { Gazetteer, GazetteerEntry, PlaceMention, UnderstandContext } from './understanding';

/** Words that are names of places and, without 村 or 社区 behind them, something else. */
const ordinaryWords = new Set([
  '五粮液',
  '大学城',
  '金沙江',
  '水库',
  '中心',
  '新村',
  '幸福',
  '光明',
  '和平',
  '永远',
  '卫星',
  '集中',
  '劳动',
  '建新',
  '老店',
  '工农',
  '葡萄园',
  '红旗',
  '文明',
  '老店',
  '新店',
  '黄金',
  '果园',
  '狮子',
  '白马',
  '太平',
  '新桥',
  '天宫',
  '街道',
]);
const suffix =
  /^(?:社区|街道|管理区|村|镇|乡|场上|场镇|古镇|街上|那边|那里|那点|这边|这里|的|[一二三四五六七八九十\d]{1,3}(?:组|队|社))/;
const namedPlace = /([\u4e00-\u9fff]{2,6}?)(村|社区|镇|街道)(?!民|长|支书|主任|干部|里|头|上|口|委|卫)/g;
const anyNamedPlace = cued(new RegExp(namedPlace.source));

interface Hit {
  text: string;
  index: number;
  entries: GazetteerEntry[];
  fuzzy: boolean;
}

function entriesOf(gazetteer: Gazetteer, indexes: readonly number[] | undefined): GazetteerEntry[] {
  return (indexes ?? []).flatMap((index) => gazetteer.entries[index] ?? []);
}

function acceptsBare(
  text: string,
  name: string,
  end: number,
  context: UnderstandContext,
  found: GazetteerEntry[],
): boolean {
  if (found.some((entry) => entry.name === name || entry.aliases?.includes(name))) return true;
  if (suffix.test(text.slice(end))) return true;
  if (context.expecting === 'where' && text.length <= name.length + 8) return true;
  if (ordinaryWords.has(name)) return false;
  const home = context.homeVillageCode ? context.gazetteer?.byCode.get(context.homeVillageCode) : undefined;
  return (
    name.length >= 3 ||
    (home !== undefined && found.some((entry) => entry.townCode === home.townCode && entry.kind !== 'town'))
  );
}

function exactHits(text: string, gazetteer: Gazetteer, context: UnderstandContext): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < text.length; index++) {
    for (const length of gazetteer.lengths.get(text.charAt(index)) ?? []) {
      const name = text.slice(index, index + length);
      const found = entriesOf(gazetteer, gazetteer.names.get(name));
      if (found.length === 0 || !acceptsBare(text, name, index + length, context, found)) continue;
      const kind = /^(?:社区|街道|村|镇|乡)/.exec(text.slice(index + length))?.[0] ?? '';
      const fitting = found.filter(
        (entry) => entry.name === name || entry.name === name + kind || entry.aliases?.includes(name),
      );
      hits.push({
        text: name + kind,
        index,
        entries: fitting.length > 0 ? fitting : found,
        fuzzy: fitting.length === 0 && kind !== '',
      });
      index += length + kind.length - 1;
      break;
    }
  }
  return hits;
}

/** Names one sound or one character away; only where 村, 社区, 镇 or 街道 stands behind, or the whole answer is a name. */
function soundHits(text: string, gazetteer: Gazetteer, expecting: UnderstandContext['expecting']): Hit[] {
  const spans: { core: string; kind: string; index: number }[] = [];
  for (const match of anyNamedPlace.test(text) ? text.matchAll(namedPlace) : []) {
    const core = match[1] ?? '';
    for (let length = core.length; length >= 2; length--)
      spans.push({ core: core.slice(-length), kind: match[2] ?? '', index: match.index + core.length - length });
  }
  if (expecting === 'where' && /^[\u4e00-\u9fff]{2,4}$/.test(text)) spans.push({ core: text, kind: '', index: 0 });
  for (const span of spans) {
    const found = entriesOf(gazetteer, gazetteer.sounds.get(soundKeyOf(span.core)));
    const fitting = span.kind === '' ? found : found.filter((entry) => entry.name.endsWith(span.kind));
    const entries = fitting.length > 0 ? fitting : found;
    if (entries.length > 0) return [{ text: span.core + span.kind, index: span.index, entries, fuzzy: true }];
  }
  for (const span of spans.filter((one) => one.core.length >= 3)) {
    const entries = gazetteer.entries.filter((entry) => oneApart(coreOf(entry.name), span.core));
    if (entries.length > 0)
      return [{ text: span.core + span.kind, index: span.index, entries: [...entries], fuzzy: true }];
  }
  return [];
}

function oneApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let wrong = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) wrong++;
  return wrong === 1;
}

function decide(
  found: GazetteerEntry[],
  townCode: string | undefined,
  home: GazetteerEntry | undefined,
): GazetteerEntry[] {
  const inTown = townCode ? found.filter((entry) => entry.townCode === townCode) : [];
  const rest = inTown.length > 0 ? inTown : found;
  if (rest.length < 2 || !home) return rest;
  const own = rest.filter((entry) => entry.code === home.code);
  if (own.length > 0) return own;
  const near = rest.filter((entry) => entry.townCode === home.townCode);
  return near.length > 0 ? near : rest;
}

/** The text with the hits blanked out, positions kept. */
function without(text: string, hits: readonly Hit[]): string {
  return hits.reduce(
    (rest, hit) => rest.slice(0, hit.index) + ' '.repeat(hit.text.length) + rest.slice(hit.index + hit.text.length),
    text,
  );
}

/** The resident's words for the place: one stretch when the parts stand together, else the parts in order. */
function quote(text: string, words: readonly { text: string; index: number }[]): string {
  let quoted = '';
  let end = -1;
  for (const word of words) {
    if (word.index < end) continue;
    quoted += end >= 0 && word.index - end <= 2 ? text.slice(end, word.index) + word.text : word.text;
    end = word.index + word.text.length;
  }
  return quoted;
}

/**
 * The place a normalised message speaks of: village or estate, town, group, landmark. The longest name wins; a name that repeats across towns is
 * decided by a town that is said, then by the home village, and else comes back as `candidates`. Undefined when no place is said.
 */
export function placeIn(text: string, context: UnderstandContext): PlaceMention | undefined {
  const gazetteer = context.gazetteer;
  const group = groupIn(text);
  const landmark = landmarkIn(text);
  const exact = gazetteer ? exactHits(text, gazetteer, context) : [];
  const towns = exact.flatMap((hit) => hit.entries.filter((entry) => entry.kind === 'town'));
  const villageHit = exact.find((hit) => hit.entries.some((entry) => entry.kind !== 'town'));
  const hits =
    gazetteer && !villageHit ? [...exact, ...soundHits(without(text, exact), gazetteer, context.expecting)] : exact;
  const chosen = villageHit ?? hits.find((hit) => hit.fuzzy && hit.entries.some((entry) => entry.kind !== 'town'));
  const town = towns[0] ?? hits.flatMap((hit) => hit.entries.filter((entry) => entry.kind === 'town'))[0];
  const home = context.homeVillageCode ? gazetteer?.byCode.get(context.homeVillageCode) : undefined;
  const sameName =
    chosen?.entries.some((entry) => entry.kind === 'town') && !/村|社区/.test(chosen.text) ? chosen : undefined;
  const villages =
    chosen && !sameName
      ? decide(
          chosen.entries.filter((entry) => entry.kind !== 'town'),
          town?.townCode,
          home,
        )
      : [];
  const words = [...hits, ...(group ? [group] : []), ...(landmark ? [landmark] : [])].sort((a, b) => a.index - b.index);
  if (words.length === 0) return undefined;
  const only = villages.length === 1 ? villages[0] : undefined;
  const townCode = only?.townCode ?? town?.townCode;
  return {
    text: quote(text, words),
    ...(townCode === undefined ? {} : { townCode }),
    ...(only ? { villageCode: only.code, villageName: only.name } : {}),
    ...(group ? { group: group.name } : {}),
    ...(landmark ? { landmark: landmark.name } : {}),
    ...(villages.length > 1
      ? { candidates: villages.map((entry) => ({ villageCode: entry.code, label: `${entry.townName} ${entry.name}` })) }
      : {}),
    ...(chosen?.fuzzy || (!chosen && hits.some((hit) => hit.fuzzy)) ? { fuzzy: true } : {}),
  };
}
