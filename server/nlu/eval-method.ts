import { createHash } from 'node:crypto';
import { categoryMargins } from './classifier';
import { classifierText } from './classifier-text';
import { type Example, trainOne } from './svm';

/** A letter with its title and the label that is to be found. */
export interface Letter {
  title: string;
  text: string;
  label: string;
}

/** What a method trained on the other four fifths made of a letter: the label expected, and all labels, the likeliest first. */
export interface MethodGuess {
  expected: string;
  ranked: string[];
}

interface Prepared {
  title: Map<string, number>;
  text: Map<string, number>;
  own: number[];
  label: string;
}

/** How much is read of a letter, and how much our own margins weigh beside title and letter (found on these data by cross-validation). */
const readOf = 2_000;
const ownWeight = 0.25;
/** Cost of the SVM; a tenth of it and three times as much are within a point. */
const cost = 3;

function pairsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at++)
    for (const length of [1, 2]) {
      const part = text.slice(at, at + length);
      if (part.length === length) counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  return counts;
}

function prepare({ title, text, label }: Letter): Prepared {
  const head = classifierText(title);
  const body = classifierText(text).slice(0, readOf);
  return {
    title: pairsIn(head),
    text: pairsIn(body),
    own: [...categoryMargins(head), ...categoryMargins(body)],
    label,
  };
}

interface Block {
  first: number;
  /** Feature → position and inverse document frequency. */
  known: Map<string, { at: number; idf: number }>;
}

function blockOf(documents: readonly Map<string, number>[], first: number): Block {
  const frequency = new Map<string, number>();
  for (const counts of documents) for (const part of counts.keys()) frequency.set(part, (frequency.get(part) ?? 0) + 1);
  const known = new Map(
    [...frequency].map(([part, many], at) => [
      part,
      { at: first + at, idf: Math.log((1 + documents.length) / (1 + many)) + 1 },
    ]),
  );
  return { first, known };
}

/** Sublinear tf-idf of length 1. */
function vectorOf(counts: Map<string, number>, { known }: Block): [number, number][] {
  const vector = [...counts].flatMap(([part, count]): [number, number][] => {
    const found = known.get(part);
    return found ? [[found.at, (1 + Math.log(count)) * found.idf]] : [];
  });
  const length = Math.sqrt(vector.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return vector.map(([at, value]) => [at, value / length]);
}

/** Trains on some letters; gives what names the labels of another, the likeliest first. */
function trained(letters: readonly Prepared[]): (letter: Prepared) => string[] {
  const labels = [...new Set(letters.map((one) => one.label))].sort();
  const titles = blockOf(
    letters.map((one) => one.title),
    0,
  );
  const texts = blockOf(
    letters.map((one) => one.text),
    titles.known.size,
  );
  const own = titles.known.size + texts.known.size;
  const width = own + (letters[0]?.own.length ?? 0);
  const exampleOf = (letter: Prepared): Example => {
    const entries = [
      ...vectorOf(letter.title, titles),
      ...vectorOf(letter.text, texts),
      ...letter.own.map((margin, at): [number, number] => [own + at, (margin + 1) * ownWeight]),
    ];
    return {
      features: Int32Array.from(entries, ([at]) => at),
      values: Float32Array.from(entries, ([, value]) => value),
      label: labels.indexOf(letter.label),
    };
  };
  const examples = letters.map(exampleOf);
  const weights = labels.map((_, label) => {
    const positive = examples.filter((one) => one.label === label).length;
    const balance = letters.length / labels.length / positive;
    return trainOne(examples, width, label, { cost, balance, rounds: 20, seed: 7 });
  });
  return (letter) => {
    const { features, values } = exampleOf(letter);
    const margins = weights.map((row) =>
      features.reduce((sum, feature, at) => sum + (row[feature] ?? 0) * (values[at] ?? 0), row[width] ?? 0),
    );
    return [...labels.keys()].sort((a, b) => (margins[b] ?? 0) - (margins[a] ?? 0)).map((at) => labels[at] ?? '');
  };
}

/** Fifths with the same share of every label in each. */
function fifths(letters: readonly Prepared[], salt: string, keys: readonly string[]): number[] {
  const fold: number[] = [];
  for (const label of new Set(letters.map((one) => one.label)))
    letters
      .flatMap((one, at) => (one.label === label ? [{ at, hash: hashOf(salt + (keys[at] ?? '')) }] : []))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
      .forEach(({ at }, place) => {
        fold[at] = place % 5;
      });
  return fold;
}

function hashOf(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * Five-fold cross-validation of the method on letters that lie outside of the project: one-vs-rest L2-SVM on sublinear tf-idf of characters
 * and their pairs, title and letter each of length 1, beside the margins of the shipped categories (never trained on these letters);
 * classes weighed evenly. Nothing of it is kept.
 */
export function crossValidateLetters(letters: readonly Letter[], salt = ''): MethodGuess[] {
  const keys = letters.map((one, at) => `${one.title}${at}`);
  const prepared = letters.map(prepare);
  const fold = fifths(prepared, salt, keys);
  return [0, 1, 2, 3, 4].flatMap((kept) => {
    const guess = trained(prepared.filter((_, at) => fold[at] !== kept));
    return prepared.flatMap((one, at) => (fold[at] === kept ? [{ expected: one.label, ranked: guess(one) }] : []));
  });
}
