import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifierText } from './classifier-text';
import { featuresOf } from './features';
import { loadHead, scored } from './linear';
import { measure, percent } from './measures';
import { trainHead } from './training';

interface LabelledMessage {
  title: string;
  label: string;
}

function isLabelled(value: unknown): value is LabelledMessage {
  return typeof value === 'object' && value !== null && 'title' in value && 'label' in value;
}

/**
 * Measures the method (not the shipped model) on real labelled messages, when the folder lies beside the project: five-fold
 * cross-validation on titles with seven labels. Nothing of them is kept.
 */
export function measureMessages(say: (line: string) => void): void {
  const file = join(process.cwd(), '..', 'shared', 'data', 'messages', 'labelled.jsonl');
  if (!existsSync(file)) {
    say('\nno folder of real messages beside the project: nothing measured');
    return;
  }
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const value: unknown = line.trim() === '' ? undefined : JSON.parse(line);
      return isLabelled(value) ? [{ text: value.title, intent: value.label, category: value.label }] : [];
    });
  const pairs = [0, 1, 2, 3, 4].flatMap((fold) => {
    const head = loadHead(
      trainHead(
        rows.filter((_, index) => index % 5 !== fold),
        (row) => row.category,
        { cost: 1, rounds: 40, keep: 20_000 },
      ),
    );
    return rows
      .filter((_, index) => index % 5 === fold)
      .map((row) => ({
        expected: row.category,
        got: scored(head, featuresOf(classifierText(row.text)))[0]?.label ?? '-',
      }));
  });
  const { accuracy, macroF1 } = measure(pairs);
  say(`\nreal titles, 5-fold: ${pairs.length} messages, accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`);
}
