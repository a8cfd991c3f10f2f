import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCorpus, type Utterance } from './training';

/**
 * The file that is never trained on and from which no rule is chosen; it only measures. It is the second one: after the first
 * (earlier.tsv, now training) rules for danger, law, asking for a person and corrections had been mended, so it measured no more.
 */
export const heldOutName = 'held-out.tsv';

/** All training utterances of a corpus folder, file by file in the order of names, without the held-out file. */
export function readTraining(folder: string): Utterance[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && name !== heldOutName)
    .sort()
    .flatMap((name) => parseCorpus(readFileSync(join(folder, name), 'utf8')));
}

/** The held-out utterances of a corpus folder. */
export function readHeldOut(folder: string): Utterance[] {
  return parseCorpus(readFileSync(join(folder, heldOutName), 'utf8'));
}
