import { soundKeyOf } from './sound';
import type { Gazetteer, GazetteerEntry } from './understanding';

const kinds = /(?:社区|街道|管理区|小区|村|镇|乡)$/;

/** Name without its kind: 高桥村 → 高桥; a name that is only one character without it stays whole. */
export function coreOf(name: string): string {
  const core = name.replace(kinds, '');
  return core.length >= 2 ? core : name;
}

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [index]);
  else if (!list.includes(index)) list.push(index);
}

/**
 * Prepares places for look-up by exact name, alias, name without its kind, and sound.
 * Entries may repeat names across towns; a mention then has candidates. Building 20,000 entries takes well under a second.
 */
export function buildGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const names = new Map<string, number[]>();
  const sounds = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    const core = coreOf(entry.name);
    for (const name of [entry.name, core, ...(entry.aliases ?? [])]) if (name.length >= 2) push(names, name, index);
    push(sounds, soundKeyOf(core), index);
  });
  const lengths = new Map<string, number[]>();
  for (const name of names.keys()) push(lengths, name.charAt(0), name.length);
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  const soundLengths = [...new Set(entries.map((entry) => coreOf(entry.name).length))].sort((a, b) => b - a);
  return {
    entries,
    names,
    lengths,
    sounds,
    soundLengths,
    byCode: new Map(entries.map((entry) => [entry.code, entry])),
  };
}
