const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** An article's place in its law: 第十二条之一 is no 12, sub 1; sub is 0 for a plain article. */
export interface ArticleNumber {
  readonly no: number;
  readonly sub: number;
}

/** 一千零六十九 → 1069, 1069 → 1069. Undefined for anything that is no whole number from 1 to 9999. */
export function numberIn(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text) || undefined;
  if (!/^[零〇一二两三四五六七八九十百千]{1,12}$/.test(text)) return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const character of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = units[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      total += (digit || 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0) || undefined;
}

/** 1069 → 一千零六十九; from 1 to 9999. */
export function numberText(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap = text !== '';
    else {
      if (gap) text += '零';
      gap = false;
      text += `${digit === 1 && unit === 10 && text === '' ? '' : (digits[digit] ?? '')}${name}`;
    }
  }
  return text;
}

/** 第一千零六十九条 → {no: 1069, sub: 0}; 第1069条之一 works too. Undefined when the text does not begin with an article's label. */
export function articleNumber(label: string): ArticleNumber | undefined {
  const hit = /^第([零〇一二两三四五六七八九十百千\d]{1,12})条(?:之([一二三四五六七八九十]{1,3}))?/.exec(
    label.replace(/\s/g, ''),
  );
  const no = hit?.[1] ? numberIn(hit[1]) : undefined;
  return no === undefined ? undefined : { no, sub: hit?.[2] ? (numberIn(hit[2]) ?? 0) : 0 };
}

/** {no: 12, sub: 1} → 第十二条之一. */
export const articleLabel = ({ no, sub }: ArticleNumber): string =>
  `第${numberText(no)}条${sub > 0 ? `之${numberText(sub)}` : ''}`;
