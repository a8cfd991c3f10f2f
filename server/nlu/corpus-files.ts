import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCorpus, type Utterance } from './training';

/** Files that are never trained on: one to set thresholds and rules by, one only to measure. */
export const untrained = { tuning: 'tuning.tsv', heldOut: 'held-out.tsv' } as const;

const kept: ReadonlySet<string> = new Set(Object.values(untrained));

/** All training utterances of a corpus folder, file by file in the order of names, without the files kept apart. */
export function readTraining(folder: string): Utterance[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && !kept.has(name))
    .sort()
    .flatMap((name) => parseCorpus(readFileSync(join(folder, name), 'utf8')));
}

/** The utterances of one file kept apart from training. */
export function readUntrained(folder: string, part: keyof typeof untrained): Utterance[] {
  return parseCorpus(readFileSync(join(folder, untrained[part]), 'utf8'));
}
