import { keyWordsIn } from './lexicon';

/** Longest text whose character sequences are counted; what follows adds key words only through the caller. */
const counted = 400;

/**
 * Features of a standardised text for the linear model: character 1–3-grams with ^ and $ at the ends of clauses, the marks of key words, and pairs of them.
 * Digits become 0 so that numbers do not matter. Each feature is named once.
 */
export function featuresOf(text: string): string[] {
  const plain = `^${text
    .slice(0, counted)
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\u4e00-\u9fffa-z0]+/g, '$')}$`.replace(/\$+/g, '$');
  const found = new Set<string>();
  for (let index = 0; index < plain.length; index++)
    for (let length = 1; length <= 3 && index + length <= plain.length; length++)
      found.add(plain.slice(index, index + length));
  const spoken = new Set<string>();
  for (const { word, marks } of keyWordsIn(text.slice(0, counted))) {
    found.add(`#${word}`);
    for (const mark of marks) spoken.add(mark);
  }
  const marks = [...spoken].sort();
  marks.forEach((mark, index) => {
    found.add(`@${mark}`);
    for (const other of marks.slice(index + 1, index + 9)) found.add(`@${mark}+${other}`);
  });
  return [...found];
}
