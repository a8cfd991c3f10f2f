import { cued } from './cued';
import type { PersonalSpan } from './understanding';

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const patterns: readonly (readonly [PersonalSpan['kind'], RegExp])[] = [
  [
    'id_card',
    /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
  ],
  ['bank_card', /(?<![\dA-Za-z])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?!\d)/g],
  ['phone', /(?<!\d)(?:1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g],
  ['plate', new RegExp(`[${provinces}][A-HJ-NP-Za-hj-np-z][·. ]?[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])`, 'g')],
];

/** Letters and digits, also full-width ones. */
const mayNumber = /[\dA-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/** The text with full-width letters and digits made half-width, character by character, so that positions stay. */
function sameLength(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/**
 * Where a message names a person by number: identity cards, bank cards, telephones, number plates. `start` and `end` (exclusive) are
 * positions in the text as it was sent, in order and not overlapping; the numbers themselves are not returned. Texts behind 4,000 characters are not read.
 */
export function personalIn(text: string): PersonalSpan[] {
  if (!mayNumber.test(text)) return [];
  const plain = sameLength(text.slice(0, 4_000));
  if (!/[\dA-Za-z]{4}/.test(plain)) return [];
  const found: PersonalSpan[] = [];
  for (const [kind, pattern] of patterns)
    for (const match of plain.matchAll(pattern)) {
      const span = { kind, start: match.index, end: match.index + match[0].length };
      if (found.every((other) => span.end <= other.start || span.start >= other.end)) found.push(span);
    }
  return found.sort((a, b) => a.start - b.start);
}

const plate = cued(new RegExp(`([${provinces}])([A-HJ-NP-Z])[·. ]?([A-HJ-NP-Z0-9]{5,6})(?![A-Z0-9])`, 'i'));

/** Number plate in its canonical spelling 川Q12345 (five places, six for new-energy cars). Takes a normalised message. Undefined when none. */
export function plateIn(text: string): string | undefined {
  const hit = plate.exec(text);
  return hit ? `${hit[1]}${hit[2]}${hit[3]}`.toUpperCase() : undefined;
}
