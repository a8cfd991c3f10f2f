/** Kinds of fields in a WeChat subscribe message (订阅消息). Source: WeChat's subscribe message page, read 2026-11 (platform 1.4). */
export const fieldKinds = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'enum',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A value that may be sent, or why it cannot. `shortened` tells that an ellipsis stands for the rest. */
export type Fitted =
  | { readonly ok: true; readonly value: string; readonly shortened: boolean }
  | { readonly ok: false; readonly reason: 'empty' | 'too_long' | 'wrong_characters' };

interface Limit {
  /** Most UTF-16 units: the strictest way to count, so that WeChat never counts more than we do. */
  readonly longest: number;
  readonly pattern?: RegExp;
  /** Words may be cut, numbers and dates may not. */
  readonly cut: boolean;
}

const clock = '([01]?\\d|2[0-3]):[0-5]\\d';
const date = '(\\d{4}年)?(0?[1-9]|1[0-2])月(0?[1-9]|[12]\\d|3[01])日|\\d{4}-\\d{2}-\\d{2}';
const moment = `((${date})( ?${clock})?|${clock})`;

const limits: Readonly<Record<FieldKind, Limit>> = {
  thing: { longest: 20, cut: true },
  number: { longest: 32, pattern: /^-?\d+(\.\d+)?$/, cut: false },
  letter: { longest: 32, pattern: /^[A-Za-z]+$/, cut: false },
  symbol: { longest: 5, pattern: /^[\p{P}\p{S}]+$/u, cut: false },
  character_string: { longest: 32, pattern: /^[\x21-\x7e]+( [\x21-\x7e]+)*$/, cut: false },
  time: { longest: 48, pattern: new RegExp(`^${moment}( ?~ ?${moment})?$`), cut: false },
  date: { longest: 48, pattern: new RegExp(`^(${date})( ${clock})?( ?~ ?(${date}))?$`), cut: false },
  amount: { longest: 13, pattern: /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/, cut: false },
  phone_number: { longest: 17, pattern: /^\+?[\d()\- ]+$/, cut: false },
  car_number: { longest: 8, pattern: /^[\p{Script=Han}A-Z\d]+$/u, cut: false },
  name: { longest: 20, pattern: /^[\p{Script=Han}·]{1,10}$|^[A-Za-z][A-Za-z .'-]{0,19}$/u, cut: false },
  phrase: { longest: 5, pattern: /^\p{Script=Han}+$/u, cut: false },
  enum: { longest: 20, cut: false },
};

/**
 * Make a value fit its field before it is queued, because WeChat refuses the whole message (47003) for one bad field. Line breaks and control
 * characters become one space, ends are trimmed, a long `thing` gets an ellipsis; whatever cannot be cut is refused with a reason.
 */
export function fitField(kind: FieldKind, raw: string): Fitted {
  const value = raw.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const { longest, pattern, cut } = limits[kind];
  if (value === '') return { ok: false, reason: 'empty' };
  if (value.length > longest) {
    return cut ? { ok: true, value: shorten(value, longest), shortened: true } : { ok: false, reason: 'too_long' };
  }
  if (pattern && !pattern.test(value)) return { ok: false, reason: 'wrong_characters' };
  return { ok: true, value, shortened: false };
}

/** Whole characters only, so that no emoji is cut in two. */
function shorten(value: string, longest: number): string {
  let kept = '';
  for (const character of value) {
    if (kept.length + character.length > longest - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
