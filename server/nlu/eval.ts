import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeldOut, readTraining } from './corpus-files';
import { crossValidate } from './cross-validation';
import { measureDetails } from './eval-details';
import { measureMessages } from './eval-messages';
import { measureSpeed } from './eval-speed';
import { type Figures, fallen, figuresOf, readAll } from './figures';
import { confusions, measure, percent } from './measures';
import committed from './measures.json';
import { settleModel } from './model-files';
import { headOptions } from './training';

const folder = join(process.cwd(), 'server', 'nlu');
const say = (line: string) => process.stdout.write(`${line}\n`);
const asked = (flag: string) => process.argv.includes(`--${flag}`);

/** Prints the figures of the held-out part; its sentences are never shown, so that nobody learns from them. */
function reportHeldOut(): Figures {
  const heldOut = readHeldOut(join(folder, 'corpus'));
  const figures = figuresOf(readAll(heldOut));
  say(`held out: ${heldOut.length} utterances`);
  for (const [name, value] of Object.entries(figures)) say(`  ${name.padEnd(18)} ${percent(value)}`);
  return figures;
}

/** Cross-validates the heads on the training part and shows the surest mistakes. */
function reportErrors(): void {
  const training = readTraining(join(folder, 'corpus'));
  for (const [name, labelOf, options] of [
    ['intent', (one: { intent: string }) => one.intent, headOptions.intent],
    [
      'category',
      (one: { category: string }) => (one.category === '-' ? undefined : one.category),
      headOptions.category,
    ],
  ] as const) {
    const judged = crossValidate(training, labelOf, options);
    const pairs = judged.map((one) => ({ expected: one.expected, got: one.ranked[0]?.label ?? '-' }));
    const { accuracy, macroF1 } = measure(pairs);
    say(`\n${name}, five-fold on the training part: accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`);
    for (const one of confusions(pairs).slice(0, 12)) say(`  confused: ${one.expected} → ${one.got} × ${one.count}`);
    const wrong = judged.filter((one) => one.ranked[0]?.label !== one.expected);
    for (const one of wrong
      .sort((a, b) => (b.ranked[0]?.confidence ?? 0) - (a.ranked[0]?.confidence ?? 0))
      .slice(0, 40))
      say(`  ${one.text}  ${one.expected} → ${one.ranked.map((two) => two.label).join(', ')}`);
  }
}

const figures = reportHeldOut();
for (const [name, { share, count }] of Object.entries(measureDetails()))
  say(`${name}: ${count} expressions, exactly right ${percent(share)}`);
measureSpeed(say, readHeldOut(join(folder, 'corpus')));
if (asked('errors')) reportErrors();
if (asked('messages')) measureMessages(say);
if (asked('accept')) {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  writeFileSync(join(folder, 'measures.json'), `${JSON.stringify(rounded, null, 2)}\n`);
  say('measures.json written');
}
if (asked('gate')) {
  const worse = fallen(figures, committed);
  for (const name of worse) say(`gate: ${name} is ${percent(figures[name])}, committed ${percent(committed[name])}`);
  say(worse.length === 0 ? 'gate: passed' : 'gate: failed');
  if (settleModel(folder, worse.length === 0)) say('gate: the model before is back in its place');
  process.exitCode = worse.length === 0 ? 0 : 1;
}
