import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 'tw', to: 'cn' });
const han = /\p{Script=Han}+/gu;
const controls = /\p{Cc}+/gu;
const unseen = /\p{Cf}|\p{Co}|\p{Cs}|\p{M}/gu;
const pictures = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]+/gu;
const punctuation: Readonly<Record<string, string>> = {
  '、': ',',
  '。': '.',
  '…': '.',
  '~': '.',
  '【': '(',
  '】': ')',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
};

/** Longest text that is read; what stands behind it cannot change the reading. */
export const readLength = 2_000;

/** Traditional (2) or not (1), 0 as long as nobody asked; 么 alone would become 幺. */
const traditional = new Uint8Array(65_536);
traditional['么'.charCodeAt(0)] = 1;

function isTraditional(code: number): boolean {
  const known = traditional[code] ?? 0;
  if (known !== 0) return known === 2;
  const character = String.fromCharCode(code);
  const found = toSimplified(character) !== character;
  traditional[code] = found ? 2 : 1;
  return found;
}

/** Only runs that hold a traditional character are converted: in simplified ones 打坏 would become 打坯. */
function simplified(run: string): string {
  for (let index = 0; index < run.length; index++) if (isTraditional(run.charCodeAt(index))) return toSimplified(run);
  return run;
}

/**
 * Brings a message to one form: NFKC (full width → half width), simplified characters, no invisible characters or pictures,
 * one space for many, at most two equal characters in a row (digits keep their run), Western punctuation. At most `readLength` characters.
 */
export function normalize(text: string): string {
  return simple(text) ?? thorough(text);
}

/** What the common characters of a message become; 0 is everything that needs the thorough way. */
const becomes = new Uint16Array(65_536);
for (let code = 0x4e00; code <= 0x9fff; code++) becomes[code] = code;
for (const mark of '!"#%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  becomes[mark.charCodeAt(0)] = mark.charCodeAt(0);
for (const [from, to] of ['，,', '。.', '、,', '！!', '？?', '：:', '；;', '（(', '）)', '“"', '”"'])
  becomes[from?.charCodeAt(0) ?? 0] = to?.charCodeAt(0) ?? 0;
/** Marks of which one is as good as many. */
const single = new Uint8Array(128);
for (const mark of ',.!?;:-') single[mark.charCodeAt(0)] = 1;
const read = new Uint16Array(readLength);

/** The same for the plain texts that most messages are, character by character; undefined when the text is not plain. */
function simple(text: string): string | undefined {
  if (text.length > readLength) return undefined;
  let size = 0;
  let last = 0;
  let run = 0;
  let same = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const plain = becomes[code] ?? 0;
    if (plain === 0 || (plain >= 0x4e00 && isTraditional(plain))) return undefined;
    run = plain === last ? run + 1 : 1;
    const isDigit = plain >= 48 && plain <= 57;
    if ((run > 1 && plain < 128 && single[plain] === 1) || (run > 2 && !isDigit)) {
      same = false;
      continue;
    }
    if (plain !== code) same = false;
    last = plain;
    read[size++] = plain;
  }
  return same ? text : String.fromCharCode(...read.subarray(0, size));
}

function thorough(text: string): string {
  const plain = text
    .slice(0, readLength * 2)
    .normalize('NFKC')
    .replace(pictures, ' ')
    .replace(controls, ' ')
    .replace(unseen, '');
  return plain
    .replace(han, simplified)
    .replace(/[、。…~【】“”「」]/g, (mark) => punctuation[mark] ?? mark)
    .replace(/([^\d\s])\1{2,}/g, '$1$1')
    .replace(/([,.!?;:~-])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, ',')
    .trim()
    .slice(0, readLength);
}
