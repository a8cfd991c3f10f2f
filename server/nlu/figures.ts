import { departmentOf } from './classifier';
import { expectedCalibrationError, measure } from './measures';
import type { Utterance } from './training';
import { understand } from './understand';
import type { Understanding } from './understanding';

/** What is measured on a labelled part, shares in 0–1. Of the two errors (`…Ece`) less is better, of the others more. */
export interface Figures {
  intentAccuracy: number;
  intentMacroF1: number;
  /** A problem that was not taken for one counts as wrong in the four figures of categories and units. */
  categoryAccuracy: number;
  categoryTop2: number;
  unitTop1: number;
  unitTop2: number;
  /** Share of the emergencies in which a danger was seen. */
  dangerRecall: number;
  /** Share of emergencies among the messages that were answered as one. */
  dangerPrecision: number;
  /** Share of the messages out of scope that came back as `unknown`. */
  outOfScope: number;
  intentEce: number;
  categoryEce: number;
}

/** A labelled utterance with what was understood. */
export interface Reading extends Utterance {
  seen: Understanding;
}

/** Reads every utterance without any context, as of a fixed instant. */
export function readAll(utterances: readonly Utterance[]): Reading[] {
  const now = new Date('2026-11-23T08:00:00Z');
  return utterances.map((one) => ({ ...one, seen: understand(one.text, { now }) }));
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(holds).length / all.length;
}

function among(one: Reading, count: number): boolean {
  return (one.seen.category?.candidates ?? []).slice(0, count).some((candidate) => candidate.code === one.category);
}

function unitAmong(one: Reading, count: number): boolean {
  const right = departmentOf(one.category)?.code;
  const units = (one.seen.category?.candidates ?? []).map((candidate) => departmentOf(candidate.code)?.code);
  return [...new Set(units)].slice(0, count).includes(right);
}

/** The figures of what was read. */
export function figuresOf(read: readonly Reading[]): Figures {
  const intent = measure(read.map((one) => ({ expected: one.intent, got: one.seen.intent })));
  const problems = read.filter((one) => one.category !== '-');
  const emergencies = read.filter((one) => one.intent === 'emergency');
  const alarms = read.filter((one) => one.seen.intent === 'emergency');
  const guessed = problems.flatMap((one) =>
    one.seen.category
      ? [{ confidence: one.seen.category.confidence, right: one.seen.category.code === one.category }]
      : [],
  );
  return {
    intentAccuracy: intent.accuracy,
    intentMacroF1: intent.macroF1,
    categoryAccuracy: share(problems, (one) => one.seen.category?.code === one.category),
    categoryTop2: share(problems, (one) => among(one, 2)),
    unitTop1: share(problems, (one) => unitAmong(one, 1)),
    unitTop2: share(problems, (one) => unitAmong(one, 2)),
    dangerRecall: share(emergencies, (one) => one.seen.danger !== undefined),
    dangerPrecision: share(alarms, (one) => one.intent === 'emergency'),
    outOfScope: share(
      read.filter((one) => one.intent === 'unknown'),
      (one) => one.seen.intent === 'unknown',
    ),
    intentEce: expectedCalibrationError(
      read.map((one) => ({ confidence: one.seen.confidence, right: one.seen.intent === one.intent })),
    ),
    categoryEce: expectedCalibrationError(guessed),
  };
}

/** Names of the figures that are worse than the committed ones; a thousandth is let pass for rounding. */
export function fallen(figures: Figures, committed: Figures): (keyof Figures)[] {
  const names = Object.keys(committed) as (keyof Figures)[];
  return names.filter((name) => {
    const worse = name.endsWith('Ece') ? figures[name] - committed[name] : committed[name] - figures[name];
    return worse > 0.001;
  });
}
