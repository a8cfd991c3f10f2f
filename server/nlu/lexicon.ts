import lexicon from './lexicon.json';

/** A key word of the desk and what it speaks for: `cat:streetlight`, `int:credit`. */
export interface KeyWord {
  word: string;
  marks: string[];
  /** The marks as positions in `markNames`. */
  markIndexes: number[];
}

const marksOf = new Map<string, string[]>();
for (const [prefix, table] of [
  ['cat', lexicon.categories],
  ['int', lexicon.intents],
] as const)
  for (const [name, words] of Object.entries<string[]>(table))
    for (const word of words) marksOf.set(word, [...(marksOf.get(word) ?? []), `${prefix}:${name}`]);

/** Every mark, in the order of their names. */
export const markNames: readonly string[] = [...new Set([...marksOf.values()].flat())].sort();
const markNumbers = new Map(markNames.map((name, at) => [name, at]));

/** Every key word of the lexicon, for the correction of slips. */
export const keyWords: readonly string[] = [...marksOf.keys()];

/** The words by their first character, the longest first; group 0 is empty. */
const groups: KeyWord[][] = [[]];
const groupOf = new Uint16Array(65_536);
for (const [word, marks] of [...marksOf].sort(([a], [b]) => b.length - a.length)) {
  const first = word.charCodeAt(0);
  if (groupOf[first] === 0) groupOf[first] = groups.push([]) - 1;
  groups[groupOf[first] ?? 0]?.push({ word, marks, markIndexes: marks.map((mark) => markNumbers.get(mark) ?? 0) });
}

/** The last few texts with their key words: one message is looked at several times in a row. */
const remembered: { text: string; found: readonly KeyWord[] }[] = Array.from({ length: 4 }, () => ({
  text: '',
  found: [],
}));
let oldest = 0;

/** Key words of a text from left to right, the longest first at each place, not overlapping. Linear in the length of the text. */
export function keyWordsIn(text: string): readonly KeyWord[] {
  for (const one of remembered) if (one.text === text) return one.found;
  const found = searched(text);
  remembered[oldest] = { text, found };
  oldest = (oldest + 1) % remembered.length;
  return found;
}

function searched(text: string): KeyWord[] {
  const found: KeyWord[] = [];
  for (let index = 0; index < text.length; index++) {
    const group = groups[groupOf[text.charCodeAt(index)] ?? 0] ?? [];
    if (group.length === 0) continue;
    const second = text.charCodeAt(index + 1);
    for (const one of group) {
      const { word } = one;
      if (word.length > 1 && (word.charCodeAt(1) !== second || !text.startsWith(word, index))) continue;
      found.push(one);
      index += word.length - 1;
      break;
    }
  }
  return found;
}

/** Words of the text that speak for a mark such as `cat:streetlight`, each once. */
export function wordsFor(mark: string, text: string): string[] {
  const words: string[] = [];
  for (const { word, marks } of keyWordsIn(text)) if (marks.includes(mark) && !words.includes(word)) words.push(word);
  return words;
}
