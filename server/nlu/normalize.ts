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

/**
 * Brings a message to one form: NFKC (full width → half width), simplified characters, no invisible characters or pictures,
 * one space for many, at most two equal characters in a row (digits keep their run), Western punctuation. At most `readLength` characters.
 */
export function normalize(text: string): string {
  const plain = text
    .slice(0, readLength * 2)
    .normalize('NFKC')
    .replace(pictures, ' ')
    .replace(controls, ' ')
    .replace(unseen, '');
  return plain
    .replace(han, toSimplified)
    .replace(/[、。…~【】“”「」]/g, (mark) => punctuation[mark] ?? mark)
    .replace(/([^\d\s])\1{2,}/g, '$1$1')
    .replace(/([,.!?;:~-])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, ',')
    .trim()
    .slice(0, readLength);
}
