import lexicon from './lexicon.json';

/** A key word of the desk and what it speaks for: `cat:streetlight`, `int:credit`. */
interface KeyWord {
  word: string;
  marks: string[];
}

const marksOf = new Map<string, string[]>();
for (const [prefix, table] of [
  ['cat', lexicon.categories],
  ['int', lexicon.intents],
] as const)
  for (const [name, words] of Object.entries<string[]>(table))
    for (const word of words) marksOf.set(word, [...(marksOf.get(word) ?? []), `${prefix}:${name}`]);

const lengths = new Map<string, number[]>();
for (const word of marksOf.keys()) {
  const first = word.charAt(0);
  const known = lengths.get(first) ?? [];
  if (!known.includes(word.length))
    lengths.set(
      first,
      [...known, word.length].sort((a, b) => b - a),
    );
}

/** Every key word of the lexicon, for the correction of slips. */
export const keyWords: readonly string[] = [...marksOf.keys()];

/** The last few texts with their key words: one message is looked at several times in a row. */
const remembered = new Map<string, readonly KeyWord[]>();

/** Key words of a text from left to right, the longest first at each place, not overlapping. Linear in the length of the text. */
export function keyWordsIn(text: string): readonly KeyWord[] {
  const known = remembered.get(text);
  if (known) return known;
  const found = searched(text);
  if (remembered.size >= 8) remembered.clear();
  remembered.set(text, found);
  return found;
}

function searched(text: string): KeyWord[] {
  const found: KeyWord[] = [];
  for (let index = 0; index < text.length; index++) {
    for (const length of lengths.get(text.charAt(index)) ?? []) {
      const word = text.slice(index, index + length);
      const marks = marksOf.get(word);
      if (!marks || word.length !== length) continue;
      found.push({ word, marks });
      index += length - 1;
      break;
    }
  }
  return found;
}

/** Words of the text that speak for a mark such as `cat:streetlight`, each once. */
export function wordsFor(mark: string, text: string): string[] {
  return [...new Set(keyWordsIn(text).flatMap((found) => (found.marks.includes(mark) ? [found.word] : [])))];
}
