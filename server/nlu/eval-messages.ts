import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentOf } from './classifier';
import { crossValidate } from './cross-validation';
import { classOf, unitNamedIn } from './eval-mappings';
import { crossValidateLetters, type Letter } from './eval-method';
import { measure, percent } from './measures';
import { understand } from './understand';
import type { CategoryCandidate } from './understanding';

interface Message {
  title: string;
  text?: string;
  label?: string;
  reply?: string;
}

const now = new Date('2026-11-23T08:00:00Z');
const folder = join(process.cwd(), '..', 'shared', 'data', 'messages');

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

function messagesOf(name: string): Message[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const value: unknown = line.trim() === '' ? undefined : JSON.parse(line);
      return isMessage(value) ? [value] : [];
    });
}

/** Categories of a text that is known to be a problem, the likeliest first. */
function categoriesOf(text: string): readonly CategoryCandidate[] {
  return understand(text, { now, expecting: 'what' }).category?.candidates ?? [];
}

function reportClasses(
  say: (line: string) => void,
  name: string,
  rows: readonly { text: string; label: string }[],
): void {
  const pairs = rows.map((row) => ({ expected: row.label, got: classOf(categoriesOf(row.text)[0]?.code) ?? '-' }));
  const { accuracy, macroF1, perLabel } = measure(pairs);
  const covered = pairs.filter((pair) => pair.got !== '-');
  const right = covered.filter((pair) => pair.expected === pair.got).length / (covered.length || 1);
  say(
    `${name}: ${pairs.length}, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}; ${percent(covered.length / pairs.length)} have a class, of these right ${percent(right)}`,
  );
  say(`  ${perLabel.map((one) => `${one.label} ${percent(one.f1)}`).join(', ')}`);
}

/** Five-fold cross-validation of the method on seven classes: nothing of it is kept. */
function reportMethod(
  say: (line: string) => void,
  name: string,
  rows: readonly { text: string; label: string }[],
): void {
  const judged = crossValidate(
    rows.map((row) => ({ text: row.text, intent: 'report', category: row.label })),
    (row) => row.category,
    { cost: 3, rounds: 40, keep: 20_000 },
  );
  const { accuracy, macroF1 } = measure(
    judged.map((one) => ({ expected: one.expected, got: one.ranked[0]?.label ?? '-' })),
  );
  say(`${name}, five-fold: ${judged.length}, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`);
}

/** Five-fold cross-validation of a model trained on the letters themselves; nothing of it is kept. */
function reportTrained(say: (line: string) => void, name: string, letters: readonly Letter[], salt = ''): void {
  const guesses = crossValidateLetters(letters, salt);
  const { accuracy, macroF1 } = measure(guesses.map((one) => ({ expected: one.expected, got: one.ranked[0] ?? '-' })));
  const third = guesses.filter((one) => one.ranked.slice(0, 3).includes(one.expected)).length / guesses.length;
  say(
    `${name}, five-fold${salt && `, ${salt}`}: ${guesses.length}, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}, top-3 ${percent(third)}`,
  );
}

/** Share of the subject's pairs of characters that stand in the title the writer chose. */
function overlap(subject: string, title: string): number {
  const pairs = Array.from({ length: Math.max(0, subject.length - 1) }, (_, at) => subject.slice(at, at + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => title.includes(pair)).length / pairs.length;
}

function reportLetters(say: (line: string) => void, messages: readonly Message[]): void {
  const letters = messages.filter((one) => (one.text ?? '').length >= 200);
  const found = letters.flatMap((one) => {
    const subject = understand(one.text ?? '', { now, expecting: 'what' }).details.what;
    return subject === undefined ? [] : [overlap(subject, one.title)];
  });
  const touching = found.filter((share) => share > 0).length;
  say(
    `subject of ${letters.length} letters of 200 characters and more: found in ${percent(found.length / letters.length)}, shares words with the writer's title in ${percent(touching / letters.length)}, mean overlap ${percent(found.reduce((sum, share) => sum + share, 0) / letters.length)}`,
  );
}

function reportUnits(
  say: (line: string) => void,
  messages: readonly Message[],
  textOf: (one: Message) => string,
): void {
  const judged = messages.flatMap((one) => {
    const unit = unitNamedIn(one.reply ?? '');
    if (unit === undefined) return [];
    const units = categoriesOf(textOf(one)).map((candidate) => departmentOf(candidate.code)?.code);
    return [[...new Set(units)].indexOf(unit)];
  });
  const top = (count: number) => percent(judged.filter((rank) => rank >= 0 && rank < count).length / judged.length);
  say(`  ${judged.length} replies name a unit of the table: lead unit top-1 ${top(1)}, top-3 ${top(3)}`);
}

/**
 * Measures on real messages when their folder lies beside the project; nothing of them is kept, learnt or printed. Classes are reached
 * by mapping our categories, without any training on these messages; the five-fold lines measure the method, not the shipped model.
 */
export function measureMessages(say: (line: string) => void): void {
  if (!existsSync(folder)) {
    say('\nno folder of real messages beside the project: nothing measured');
    return;
  }
  const labelled = messagesOf('labelled.jsonl').flatMap((one) =>
    one.label === undefined ? [] : [{ title: one.title, text: one.text ?? '', label: one.label }],
  );
  const titles = readFileSync(join(folder, 'titles.tsv'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [label, text] = line.trim().split('\t');
      return label && text ? [{ label, text }] : [];
    });
  say('\nreal messages, by category → class, not trained on:');
  reportClasses(say, 'titles.tsv', titles);
  reportClasses(
    say,
    'labelled.jsonl, letters',
    labelled.map((one) => ({ text: one.text, label: one.label })),
  );
  reportLetters(say, labelled);
  const answered = messagesOf('answered.jsonl');
  say('answered.jsonl, title:');
  reportUnits(say, answered, (one) => one.title);
  say('answered.jsonl, title and letter:');
  reportUnits(say, answered, (one) => `${one.title}。${one.text ?? ''}`);
  say('real messages, the method trained on them:');
  for (const salt of ['', 'second partition', 'third partition'])
    reportTrained(say, 'labelled.jsonl, title and letter', labelled, salt);
  const routed = answered.flatMap((one) => {
    const unit = unitNamedIn(one.reply ?? '');
    return unit === undefined ? [] : [{ title: one.title, text: one.text ?? '', label: unit }];
  });
  reportTrained(say, 'answered.jsonl, lead unit', routed);
  const sampled = titles.filter((one) => (createHash('md5').update(one.text).digest()[0] ?? 0) < 128);
  reportMethod(say, 'titles.tsv, half', sampled);
}
