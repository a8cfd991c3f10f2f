import { join } from 'node:path';
import { readHeldOut } from './corpus-files';
import { measureMessages } from './eval-messages';
import { confusions, measure, type Pair, percent } from './measures';
import { understand } from './understand';

const say = (line: string) => process.stdout.write(`${line}\n`);
const heldOut = readHeldOut(join(process.cwd(), 'server', 'nlu', 'corpus'));
const read = heldOut.map((one) => ({ ...one, seen: understand(one.text, { now: new Date('2026-11-23T08:00:00Z') }) }));

function report(title: string, pairs: readonly Pair[]): void {
  const { accuracy, macroF1, perLabel } = measure(pairs);
  say(`\n${title}: ${pairs.length} utterances, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`);
  for (const one of perLabel.filter((label) => label.f1 < 0.9))
    say(`  weak: ${one.label.padEnd(18)} F1 ${percent(one.f1)}  recall ${percent(one.recall)}  (${one.support})`);
  for (const { expected, got, count } of confusions(pairs).slice(0, 12))
    say(`  confused: ${expected} → ${got} × ${count}`);
}

report(
  'intent, held out',
  read.map((one) => ({ expected: one.intent, got: one.seen.intent })),
);
const withCategory = read.filter((one) => one.category !== '-' && one.seen.category);
report(
  'category, held out',
  withCategory.map((one) => ({ expected: one.category, got: one.seen.category?.code ?? '-' })),
);
const units = withCategory.map(
  (one) => one.seen.category?.candidates.slice(0, 2).map((candidate) => candidate.code) ?? [],
);
say(
  `category top-2: ${percent(units.filter((codes, index) => codes.includes(withCategory[index]?.category ?? '')).length / units.length)}`,
);

say('\nworst examples (sure and wrong):');
for (const one of read
  .filter((each) => each.seen.intent !== each.intent)
  .sort((a, b) => b.seen.confidence - a.seen.confidence)
  .slice(0, 25))
  say(`  ${one.text}  ${one.intent} → ${one.seen.intent} ${one.seen.confidence}  [${one.seen.because.join(' ')}]`);
for (const one of withCategory.filter((each) => each.seen.category?.code !== each.category).slice(0, 25))
  say(`  ${one.text}  ${one.category} → ${one.seen.category?.code} ${one.seen.category?.confidence}`);

const rounds = 20;
for (const one of heldOut) understand(one.text);
const started = performance.now();
for (let round = 0; round < rounds; round++) for (const one of heldOut) understand(one.text);
say(`\nspeed: ${(((performance.now() - started) * 1000) / (rounds * heldOut.length)).toFixed(1)} µs a message`);
for (const [name, unit] of [
  ['repeated 的', '的'],
  ['digits', '1'],
  ['hostile mixture', '从昨天晚上,我们家大门口路灯坏了一个星期没人来修请尽快处理'],
  ['spaces', ' '],
] as const) {
  const long = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
  const begun = performance.now();
  understand(long);
  say(`10,000 characters, ${name}: ${(performance.now() - begun).toFixed(1)} ms`);
}
if (process.argv.includes('--messages')) measureMessages(say);
