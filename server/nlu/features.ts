import { type KeyWord, keyWordsIn, markNames } from './lexicon';

/** Longest text whose characters are counted. */
const counted = 400;
const opening = '^'.charCodeAt(0);
const closing = '$'.charCodeAt(0);
const digit = '0'.charCodeAt(0);

/** Character as it is counted: letters small, digits 0, everything but letters, digits and Chinese characters the end of a clause. */
const counts = new Uint16Array(65_536).fill(closing);
for (let code = 0x4e00; code <= 0x9fff; code++) counts[code] = code;
for (let code = 97; code <= 122; code++) counts[code] = counts[code - 32] = code;
for (let code = 48; code <= 57; code++) counts[code] = digit;

const buffer = new Uint16Array(counted + 2);

/** Writes the characters of a text into `buffer`, ^ before and $ at the ends of clauses; runs of digits and of marks are one. Gives their number. */
function encode(text: string): number {
  const end = Math.min(text.length, counted);
  let size = 1;
  let last = opening;
  buffer[0] = last;
  for (let index = 0; index < end; index++) {
    const code = counts[text.charCodeAt(index)] ?? closing;
    if (code === last && (code === closing || code === digit)) continue;
    last = code;
    buffer[size++] = code;
  }
  if (last !== closing) buffer[size++] = closing;
  return size;
}

const markRoom = new Int32Array(markNames.length);

/** Marks of the key words of a text, by number, in order and each once, written into `markRoom`; gives their number. */
function marksIn(words: readonly KeyWord[]): number {
  let many = 0;
  for (const { markIndexes } of words)
    for (const mark of markIndexes) {
      let place = many;
      while (place > 0 && (markRoom[place - 1] ?? 0) > mark) place--;
      if (place > 0 && markRoom[place - 1] === mark) continue;
      markRoom.copyWithin(place + 1, place, many++);
      markRoom[place] = mark;
    }
  return many;
}

function wordsIn(text: string): readonly KeyWord[] {
  return keyWordsIn(text.length > counted ? text.slice(0, counted) : text);
}

/** A mark makes pairs with at most so many that follow it. */
const partners = 8;

/**
 * Names of the features of a standardised text: characters, neighbouring characters, `#` key words, their `@` marks and pairs of marks,
 * each once. For training; reading goes by numbers (`featureReader`).
 */
export function featureNames(text: string): Set<string> {
  const found = new Set<string>();
  const size = encode(text);
  for (let index = 0; index < size; index++) {
    const one = String.fromCharCode(buffer[index] ?? 0);
    found.add(one);
    if (index > 0) found.add(String.fromCharCode(buffer[index - 1] ?? 0) + one);
  }
  const words = wordsIn(text);
  const marks = markRoom.slice(0, marksIn(words));
  for (const { word } of words) found.add(`#${word}`);
  marks.forEach((mark, index) => {
    found.add(`@${markNames[mark]}`);
    for (const other of marks.slice(index + 1, index + 1 + partners))
      found.add(`@${markNames[mark]}+${markNames[other]}`);
  });
  return found;
}

/** Features of one text: the known ones by number, each once, and how many there are in all, known or not, repeated or not. */
export interface Features {
  ids: Int32Array;
  count: number;
}

/** Whole numbers → whole numbers, open addressing; −1 when absent. Keys are not negative. */
interface NumberTable {
  keys: Int32Array;
  values: Int32Array;
}

function numberTable(entries: readonly (readonly [number, number])[]): NumberTable {
  const size = 2 ** Math.ceil(Math.log2(entries.length * 2 + 2));
  const table = { keys: new Int32Array(size).fill(-1), values: new Int32Array(size) };
  for (const [key, value] of entries) {
    let at = slotOf(key, size);
    while (table.keys[at] !== -1) at = (at + 1) & (size - 1);
    table.keys[at] = key;
    table.values[at] = value;
  }
  return table;
}

function slotOf(key: number, size: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);
}

function valueAt({ keys, values }: NumberTable, key: number): number {
  const last = keys.length - 1;
  let at = slotOf(key, keys.length);
  for (;;) {
    const there = keys[at] ?? -1;
    if (there === key) return values[at] ?? -1;
    if (there === -1) return -1;
    at = (at + 1) & last;
  }
}

const width = 8_192;

/** Prepares the reading of texts by the given names: a feature is the position of its name. Nothing is cut out of the text, so it takes about a microsecond. */
export function featureReader(names: readonly string[]): (text: string) => Features {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const numberOf = (name: string) => numbers.get(name) ?? -1;
  const plain = names.filter((name) => !/^[#@]./.test(name));
  const characters = [...new Set(plain.flatMap((name) => name.split('')))];
  if (characters.length >= width) throw new Error('more characters than the reader has room for');
  const small = new Uint16Array(65_536);
  characters.forEach((character, at) => {
    small[character.charCodeAt(0)] = at + 1;
  });
  const singles = Int32Array.from(['', ...characters], numberOf);
  const pairs = numberTable(
    plain
      .filter((name) => name.length === 2)
      .map((name) => [(small[name.charCodeAt(0)] ?? 0) * width + (small[name.charCodeAt(1)] ?? 0), numberOf(name)]),
  );
  const words = new Map(names.filter((name) => /^#./.test(name)).map((name) => [name.slice(1), numberOf(name)]));
  const marked = Int32Array.from(markNames, (name) => numberOf(`@${name}`));
  const together = Int32Array.from({ length: markNames.length ** 2 }, (_, at) =>
    numberOf(`@${markNames[Math.floor(at / markNames.length)]}+${markNames[at % markNames.length]}`),
  );
  const seen = new Int32Array(names.length);
  const found = new Int32Array(names.length);
  let reading = 0;
  let many = 0;
  /** Kept outside of the reading, so that it is not made anew for every text. */
  const add = (feature: number) => {
    if (feature < 0 || seen[feature] === reading) return;
    seen[feature] = reading;
    found[many++] = feature;
  };

  return (text) => {
    reading++;
    many = 0;
    const size = encode(text);
    let before = 0;
    for (let index = 0; index < size; index++) {
      const character = small[buffer[index] ?? 0] ?? 0;
      if (character > 0) {
        add(singles[character] ?? -1);
        if (before > 0) add(valueAt(pairs, before * width + character));
      }
      before = character;
    }
    const spoken = wordsIn(text);
    const marks = marksIn(spoken);
    let count = size * 2 - 1 + spoken.length;
    for (const { word } of spoken) add(words.get(word) ?? -1);
    for (let index = 0; index < marks; index++) {
      const mark = markRoom[index] ?? 0;
      add(marked[mark] ?? -1);
      const end = Math.min(marks, index + 1 + partners);
      count += end - index;
      for (let other = index + 1; other < end; other++)
        add(together[mark * markNames.length + (markRoom[other] ?? 0)] ?? -1);
    }
    return { ids: found.slice(0, many), count };
  };
}
