const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a number may be written with, for use inside a character class. */
export const numeralClass = '\\d零〇一二两三四五六七八九十百千';

/** Value of a number below 10,000 in digits or Chinese (二十五, 一百零三, 两); undefined when it is none. 几 is unknown. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (text === '') return undefined;
  let total = 0;
  let current: number | undefined;
  for (const character of text) {
    const unit = units[character];
    const digit = /\d/.test(character) ? Number(character) : digits[character];
    if (unit !== undefined) {
      total += (current ?? 1) * unit;
      current = undefined;
    } else if (digit !== undefined) {
      current = current === undefined || current === 0 ? digit : current * 10 + digit;
    } else return undefined;
  }
  return total + (current ?? 0);
}

/** Chinese numeral of 0–99, for names of groups: 3 → 三, 12 → 十二. Larger numbers stay digits. */
export function chineseOf(value: number): string {
  const names = '零一二三四五六七八九';
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 10) return names.charAt(value);
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? '' : names.charAt(tens)}十${rest === 0 ? '' : names.charAt(rest)}`;
}
