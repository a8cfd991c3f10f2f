/**
 * Limits of subscribe-message fields by the kind in the key (`thing1`, `time2`). Source: WeChat's subscribe message field table.
 * Length counts characters as people do (code points).
 */
interface FieldRule {
  longest: number;
  /** What a value must look like in whole. */
  pattern: RegExp;
}

const digits = /^[+-]?\d+(\.\d+)?$/u;
const clock = /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?$/u;
const day = /^\d{4}年\d{1,2}月\d{1,2}日( ?\d{1,2}:\d{2}(:\d{2})?)?$/u;

const rules: Record<string, FieldRule> = {
  thing: { longest: 20, pattern: /^\S.*$/u },
  number: { longest: 32, pattern: digits },
  letter: { longest: 32, pattern: /^[A-Za-z]+$/u },
  symbol: { longest: 5, pattern: /^[^\p{L}\p{N}\s]+$/u },
  character_string: { longest: 32, pattern: /^[\x21-\x7e]+$/u },
  time: { longest: 40, pattern: clock },
  date: { longest: 40, pattern: day },
  amount: { longest: 12, pattern: /^[¥$€£]?\d{1,10}(\.\d+)?元?$/u },
  phone_number: { longest: 17, pattern: /^[\d+ -]+$/u },
  car_number: { longest: 8, pattern: /^[\p{L}\p{N}]+$/u },
  name: { longest: 20, pattern: /^\S.*$/u },
  phrase: { longest: 5, pattern: /^\p{Script=Han}+$/u },
  enum: { longest: 32, pattern: /^\S.*$/u },
};

/** Control characters and every kind of line break. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const ranged = new Set(['time', 'date']);
const kindOf = (key: string) => key.replace(/\d+$/u, '');
const has = (text: string, pattern: RegExp) => pattern.test(text);
const longestOf = (kind: string, rule: FieldRule, value: string) =>
  kind === 'name' && has(value, /\p{Script=Han}/u) ? 10 : rule.longest;

/** Whether WeChat takes this value for this key; false is its error 47003. Unknown kinds are not taken. */
export function isFieldAccepted(key: string, value: string): boolean {
  const kind = kindOf(key);
  const rule = rules[kind];
  if (!rule || value.search(unprintable) >= 0) return false;
  if ([...value].length > longestOf(kind, rule, value)) return false;
  const parts = ranged.has(kind) ? value.split('~') : [value];
  return parts.length <= 2 && parts.every((part) => rule.pattern.test(part));
}
