import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { classify } from '#server/nlu/classifier';
import { classifierText } from '#server/nlu/classifier-text';
import { readHeldOut, readTraining } from '#server/nlu/corpus-files';
import { measure } from '#server/nlu/measures';
import { trainModel } from '#server/nlu/training';
import { understand } from '#server/nlu/understand';

const corpus = join(process.cwd(), 'server', 'nlu', 'corpus');
const heldOut = readHeldOut(corpus);
const now = new Date('2026-11-23T08:00:00Z');
const figure = (value: number, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Messages a second of processor time (so that a busy machine does not count), the middle of nine rounds after thirty of warming up. */
async function rate(read: (text: string) => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 39; round++) {
    const before = process.cpuUsage();
    for (const { text } of heldOut) {
      const result = read(text);
      if (result instanceof Promise) await result;
    }
    const { user, system } = process.cpuUsage(before);
    if (round >= 30) rounds.push((heldOut.length * 1e6) / (user + system));
  }
  return rounds.sort((a, b) => a - b)[4] ?? 0;
}

async function secondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function report(name: string, got: readonly string[], rest: string): void {
  const { accuracy, macroF1 } = measure(heldOut.map((one, at) => ({ expected: one.intent, got: got[at] ?? '' })));
  console.log(
    `${name}: accuracy ${figure(accuracy * 100, 1)} %, macro-F1 ${figure(macroF1 * 100, 1)} %, ${rest}, ${figure(memory())} MB at most`,
  );
}

/** Ours, first without training in the same process, so that the memory is that of a desk at work. */
async function ours(): Promise<{ intentOnly: number; whole: number }> {
  const intentOnly = await rate((text) => classify(classifierText(text)).intents[0]?.intent);
  const whole = await rate((text) => understand(text, { now }));
  const working = memory();
  const got = heldOut.map((one) => understand(one.text, { now }).intent);
  const seconds = await secondsOf(() => trainModel(readTraining(corpus), () => undefined));
  report(
    'ours    ',
    got,
    `trained in ${figure(seconds, 1)} s, intent only ${figure(intentOnly)}/s, whole understand ${figure(whole)}/s, ${figure(working)} MB at work`,
  );
  return { intentOnly, whole };
}

async function theirs(): Promise<void> {
  const { NlpManager } = await import('node-nlp');
  const manager = new NlpManager({ languages: ['zh'], forceNER: false, nlu: { log: false }, autoSave: false });
  for (const one of readTraining(corpus)) manager.addDocument('zh', one.text, one.intent);
  const seconds = await secondsOf(() => manager.train());
  const got: string[] = [];
  for (const { text } of heldOut) got.push((await manager.process('zh', text)).intent.replace('None', 'unknown'));
  const intentOnly = await rate((text) => manager.process('zh', text));
  report('node-nlp', got, `trained in ${figure(seconds, 1)} s, intent only ${figure(intentOnly)}/s`);
  process.send?.(intentOnly);
}

/** A process of its own: neither warms up the other, and the memory is its own. Gives its messages a second. */
async function theirsApart(): Promise<number> {
  const child = fork('tests/bench/nlu.ts', ['--theirs'], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [rateOfTheirs]: unknown[] = await once(child, 'message');
  child.disconnect();
  return Number(rateOfTheirs);
}

async function main(): Promise<void> {
  if (process.argv.includes('--theirs')) return theirs();
  const own = await ours();
  const other = await theirsApart();
  const times = (value: number) => `${figure(value / other, 1)} ×`;
  console.log(
    `beside each other: intent only ${times(own.intentOnly)} theirs (target 3.0 ×), whole understand ${times(own.whole)} theirs, ${figure(own.whole)}/s (target 10,000)`,
  );
}

void main();
