import { createHash } from 'node:crypto';
import { classifierText } from './classifier-text';
import { dangerIn } from './danger';
import { featureNames, featureReader } from './features';
import { loadHeads, marginsOf, type StoredHead } from './linear';
import { normalize } from './normalize';
import { type Example, trainOne } from './svm';

/** One labelled utterance; category `-` means none. */
export interface Utterance {
  text: string;
  intent: string;
  category: string;
}

/** Reads lines of text, intent and category separated by tabs; empty lines and lines that start with # are passed over. */
export function parseCorpus(tsv: string): Utterance[] {
  return tsv.split('\n').flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [text, intent, category] = line.split('\t');
    if (!text || !intent) throw new Error(`corpus line without text or intent: ${line}`);
    return [{ text, intent, category: category?.trim() || '-' }];
  });
}

/** SHA-256 of the utterances in order, the provenance that is written into the model. */
export function corpusHash(utterances: readonly Utterance[]): string {
  const hash = createHash('sha256');
  for (const one of utterances) hash.update(`${one.text}\t${one.intent}\t${one.category}\n`);
  return hash.digest('hex');
}

/** Whether a text belongs to the tenth that fits the confidence (chosen by hash, so it never changes with order). */
export function isForCalibration(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] ?? 0) < 26;
}

/** How a head is trained. */
export interface HeadOptions {
  cost: number;
  rounds: number;
  /** Features kept after pruning, by the size of their weights. */
  keep: number;
}

interface Labelled {
  /** The text as the classifier sees it. */
  prepared: string;
  label: string;
}

function fit(rows: readonly Labelled[], options: HeadOptions): StoredHead {
  const labels = [...new Set(rows.map((row) => row.label))].sort();
  const vocabulary = [...new Set(rows.flatMap((row) => [...featureNames(row.prepared)]))];
  const read = featureReader(vocabulary);
  const examples: Example[] = rows.map((row) => {
    const { ids, count } = read(row.prepared);
    const values = new Float32Array(ids.length).fill(1 / Math.sqrt(count || 1));
    return { features: ids, values, label: labels.indexOf(row.label) };
  });
  const weights = labels.map((_, label) => {
    const positive = examples.filter((example) => example.label === label).length;
    const balance = Math.min(6, Math.max(1, Math.sqrt(examples.length / labels.length / Math.max(1, positive)) * 2));
    return trainOne(examples, vocabulary.length, label, {
      cost: options.cost,
      balance,
      rounds: options.rounds,
      seed: 20261123,
    });
  });
  const strength = vocabulary.map((feature, position) => ({
    feature,
    position,
    size: Math.max(...weights.map((row) => Math.abs(row[position] ?? 0))),
  }));
  const kept = strength.sort((a, b) => b.size - a.size || a.position - b.position).slice(0, options.keep);
  const scale = (kept[0]?.size ?? 1) / 127;
  const bytes = new Int8Array(kept.length * labels.length);
  kept.forEach((one, row) => {
    labels.forEach((_, label) => {
      bytes[row * labels.length + label] = Math.round((weights[label]?.[one.position] ?? 0) / scale);
    });
  });
  return {
    labels,
    features: kept.map((one) => one.feature),
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scale,
    bias: weights.map((row) => Number((row[vocabulary.length] ?? 0).toFixed(5))),
    temperature: 1,
  };
}

function loss(margins: readonly Float64Array[], labels: readonly number[], temperature: number): number {
  let total = 0;
  margins.forEach((all, at) => {
    const top = Math.max(...all);
    const sum = all.reduce((so, margin) => so + Math.exp((margin - top) / temperature), 0);
    total -= ((all[labels[at] ?? 0] ?? 0) - top) / temperature - Math.log(sum);
  });
  return total / margins.length;
}

/**
 * Trains one head: first without the calibration tenth, to fit the softmax temperature on it, then on everything.
 * `labelOf` gives the label of an utterance or undefined to leave it out. Deterministic.
 */
export function trainHead(
  utterances: readonly Utterance[],
  labelOf: (utterance: Utterance) => string | undefined,
  options: HeadOptions,
): StoredHead {
  const rows = utterances.flatMap((utterance) => {
    const label = labelOf(utterance);
    return label === undefined ? [] : [{ text: utterance.text, label, prepared: classifierText(utterance.text) }];
  });
  const probe = fit(
    rows.filter((row) => !isForCalibration(row.text)),
    options,
  );
  const kept = rows.filter((row) => isForCalibration(row.text) && probe.labels.includes(row.label));
  const {
    read,
    heads: [head],
  } = loadHeads(probe);
  const margins = kept.map((row) => marginsOf(head, read(row.prepared)));
  const labels = kept.map((row) => probe.labels.indexOf(row.label));
  const steps = Array.from({ length: 60 }, (_, step) => 0.05 + step * 0.02);
  const temperature = steps.reduce(
    (best, step) => (loss(margins, labels, step) < loss(margins, labels, best) ? step : best),
    steps[0] ?? 1,
  );
  return { ...fit(rows, options), temperature: Number(temperature.toFixed(2)) };
}

/** Kind of danger an emergency of the corpus is about, by the rules (`medical` when they do not know it); `none` for the rest. */
function dangerLabel(one: Utterance): string {
  return one.intent === 'emergency' ? (dangerIn(normalize(one.text))?.kind ?? 'medical') : 'none';
}

/** The three heads with their provenance; no date, so that the same corpus gives the same file. */
export interface StoredModel {
  provenance: { corpus: string; utterances: number; method: string; licence: string };
  intent: StoredHead;
  category: StoredHead;
  danger: StoredHead;
}

/** How the three heads are trained (chosen by cross-validation on the training part). */
export const headOptions = {
  intent: { cost: 3, rounds: 60, keep: 10_000 },
  category: { cost: 3, rounds: 40, keep: 10_000 },
  danger: { cost: 3, rounds: 30, keep: 4_000 },
} as const satisfies Record<string, HeadOptions>;

/** Trains the heads from the training corpus. */
export function trainModel(utterances: readonly Utterance[], say: (line: string) => void): StoredModel {
  say(`${utterances.length} utterances`);
  const intent = trainHead(utterances, (one) => one.intent, headOptions.intent);
  say(
    `intent head: ${intent.labels.length} labels, ${intent.features.length} features, temperature ${intent.temperature}`,
  );
  const category = trainHead(
    utterances,
    (one) => (one.category === '-' ? undefined : one.category),
    headOptions.category,
  );
  say(
    `category head: ${category.labels.length} labels, ${category.features.length} features, temperature ${category.temperature}`,
  );
  const danger = trainHead(utterances, dangerLabel, headOptions.danger);
  say(`danger head: ${danger.labels.length} labels, ${danger.features.length} features`);
  return {
    provenance: {
      corpus: corpusHash(utterances),
      utterances: utterances.length,
      method: 'one-vs-rest L2-SVM on character 1-2-grams and key words, dual coordinate descent, int8',
      licence: 'written for this project; no sentence of any other collection',
    },
    intent,
    category,
    danger,
  };
}
