import { setImmediate as pause } from 'node:timers/promises';

/** One field of every document, with how it is cut into terms and what a term in it counts for. */
export interface Field {
  readonly texts: readonly string[];
  readonly split: (text: string) => readonly string[];
  readonly weight: number;
  /** Bounds what repetition adds. */
  readonly k1: number;
  /** How much length takes, 0 to 1. */
  readonly b: number;
}

/** BM25 over weighted fields, each with its own statistics. */
export interface Ranking {
  /** Adds what each term is worth to the scores, which stand by document number. */
  addTo(scores: Float32Array, terms: ReadonlyMap<string, number>): void;
  readonly size: number;
}

interface Postings {
  readonly documents: Uint32Array;
  readonly worth: Float32Array;
}

/** Documents that are read between two pauses: some ten milliseconds of work. */
const atOnce = 200;

/** Builds the index at once. What a term adds to a document is worked out here, so that a search only adds. */
export function createRanking(fields: readonly Field[]): Ranking {
  const work = building(fields);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Builds the index with pauses, so that requests are answered meanwhile. */
export async function createRankingCalmly(fields: readonly Field[]): Promise<Ranking> {
  const work = building(fields);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* building(fields: readonly Field[]): Generator<undefined, Ranking> {
  const gathered = new Map<string, Map<number, number>>();
  for (const field of fields) yield* gather(field, gathered);
  const postings = new Map<string, Postings>();
  for (const [term, worths] of gathered) {
    postings.set(term, { documents: Uint32Array.from(worths.keys()), worth: Float32Array.from(worths.values()) });
    if (postings.size % 20_000 === 0) yield;
  }
  return {
    size: fields[0]?.texts.length ?? 0,
    addTo(scores, terms) {
      for (const [term, wanted] of terms) {
        const list = postings.get(term);
        if (!list) continue;
        for (let index = 0; index < list.documents.length; index += 1) {
          const document = list.documents[index] ?? 0;
          scores[document] = (scores[document] ?? 0) + wanted * (list.worth[index] ?? 0);
        }
      }
    },
  };
}

function* gather(
  { texts, split, weight, k1, b }: Field,
  into: Map<string, Map<number, number>>,
): Generator<undefined, void> {
  const counts: Map<string, number>[] = [];
  for (const text of texts) {
    counts.push(countsOf(split(text)));
    if (counts.length % atOnce === 0) yield;
  }
  const lengths = counts.map((of) => [...of.values()].reduce((sum, count) => sum + count, 0));
  const filled = lengths.filter((length) => length > 0).length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const found = new Map<string, number>();
  for (const of of counts) for (const term of of.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  for (const [document, of] of counts.entries()) {
    const long = k1 * (1 - b + (b * (lengths[document] ?? 0)) / mean);
    for (const [term, count] of of) {
      const holders = found.get(term) ?? 0;
      const rarity = Math.log(1 + (filled - holders + 0.5) / (holders + 0.5));
      const worths = into.get(term) ?? new Map<number, number>();
      worths.set(document, (worths.get(document) ?? 0) + (weight * rarity * count * (k1 + 1)) / (count + long));
      into.set(term, worths);
    }
    if (document % atOnce === 0) yield;
  }
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
