import { createHash } from 'node:crypto';
import { classifierText } from './classifier-text';
import { loadHeads, scored } from './linear';
import { type HeadOptions, trainHead, type Utterance } from './training';

/** What one head made of an utterance it was not trained on. */
export interface Judged {
  text: string;
  expected: string;
  /** Labels, the likeliest first. */
  ranked: { label: string; confidence: number }[];
}

function foldOf(text: string): number {
  return (createHash('md5').update(text).digest()[0] ?? 0) % 5;
}

/** Five-fold cross-validation of a head; folds go by a hash of the text, so that they never change. Takes about five trainings. */
export function crossValidate(
  utterances: readonly Utterance[],
  labelOf: (utterance: Utterance) => string | undefined,
  options: HeadOptions,
): Judged[] {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const {
      read,
      heads: [head],
    } = loadHeads(
      trainHead(
        utterances.filter((one) => foldOf(one.text) !== fold),
        labelOf,
        options,
      ),
    );
    return utterances.flatMap((one) => {
      const expected = foldOf(one.text) === fold ? labelOf(one) : undefined;
      if (expected === undefined) return [];
      return [{ text: one.text, expected, ranked: scored(head, read(classifierText(one.text)), 3) }];
    });
  });
}
