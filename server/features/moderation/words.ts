import type { ModerationRule } from '#shared/domain/moderation/rules';
import type { LocalReading } from '#shared/domain/moderation/verdict';
import { normalize } from '../../nlu/normalize';
import { exposedIn } from '../../nlu/public-text';
import lists from './words.json';

type Listed = readonly (readonly [ModerationRule, readonly string[]])[];

/** Words that break a rule for certain, and words that a person has to see in their sentence. The list is a default, to be confirmed. */
const refused = Object.entries(lists.refuse) as unknown as Listed;
const held = Object.entries(lists.hold) as unknown as Listed;

/** Marks between the characters of a word do not hide it. */
const bare = (text: string) =>
  normalize(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const ruleIn = (words: string, listed: Listed) =>
  listed.find(([, known]) => known.some((word) => words.includes(word)))?.[0];

/** Reads a text with the desk's own list and its sense for personal data. `normalize` reads 2,000 characters, so long texts are read in pieces. */
export function readLocally(text: string, official = false): LocalReading {
  const words = pieces(text).map(bare).join('');
  const refuse = ruleIn(words, refused);
  if (refuse) return { refuse };
  const exposed = official ? [] : exposedIn(text);
  if (exposed.length > 0)
    return { hold: { because: 'PERSONAL', rule: exposed.some(({ kind }) => kind === 'minor') ? 'MINOR' : 'PRIVACY' } };
  const rule = ruleIn(words, held);
  return rule ? { hold: { because: 'WORDS', rule } } : {};
}

const pieceLength = 2000;
const pieces = (text: string) =>
  Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  );
