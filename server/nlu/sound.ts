import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** Merges what Sichuan speech and voice input confuse: z/zh, c/ch, s/sh, n/l, h/f, r/l stay apart; final ng becomes n. */
function merged(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^hu(?=[aeiou])/, 'f')
    .replace(/^hu$/, 'fu')
    .replace(/ng$/, 'n');
}

/** Pinyin of one character without tone (its commonest reading); the character itself when it has none. */
export function syllableOf(character: string): string {
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  const syllable = /[\u4e00-\u9fff]/.test(character) ? pinyin(character, { toneType: 'none', v: true }) : character;
  known.set(character, syllable);
  return syllable;
}

const numbers = new Map<string, number>();
const numberOfCode = new Uint16Array(65_536);

/** Number of the syllable of a character, the same for the same sound, from 1 up and below 1,024; 0 for what has none. */
export function syllableNumber(code: number): number {
  if (code < 0x4e00 || code > 0x9fff) return 0;
  const known = numberOfCode[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const syllable = syllableOf(character);
  if (syllable === character) return 0;
  const number = numbers.get(syllable) ?? numbers.size + 1;
  numbers.set(syllable, number);
  numberOfCode[code] = number;
  return number;
}

/** Exact sound of a text: toneless syllables joined by a blank. */
export function soundOf(text: string): string {
  return Array.from(text, syllableOf).join(' ');
}

/** Forgiving sound of a text, for names heard or typed wrongly; equal keys mean "may be the same name". */
export function soundKeyOf(text: string): string {
  return Array.from(text, (character) => merged(syllableOf(character))).join(' ');
}
