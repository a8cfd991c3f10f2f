import { synonyms } from '../everyday/synonyms';
import { bare, charactersOf, pairsOf, readable } from './terms';

/** What terms count for in a question. Measured by `npm run laws:eval` on the development halves. */
const worth = { pair: 1, common: 0.6, synonym: 0.3, character: 0.3, definition: 1.5 } as const;

/** Words of nearly every question about the law: they say little about which article. */
const common = new Set(
  '要求 赔偿 责任 承担 公司 合同 纠纷 约定 当事人 情况 情形 规定 处理 认定 有效 无效 请求 权利 义务 能够 发生 造成 问题 出现 行为 相关 进行 或者 因为 由于 导致 拒绝 主张 属于 存在 法律 损失 他人 别人 对方 自己 没有'
    .split(' ')
    .flatMap(pairsOf),
);
const longest = Math.max(...[...synonyms.keys()].map((word) => word.length));

/** The weighted terms of a question: its own pairs and characters, and the law's words for the everyday ones. */
export function termsOf(question: string): Map<string, number> {
  const text = readable(question);
  const rest = bare(text);
  const terms = new Map<string, number>();
  for (const pair of pairsOf(rest)) terms.set(pair, common.has(pair) ? worth.common : worth.pair);
  for (const character of charactersOf(rest)) terms.set(character, worth.character);
  for (const word of everydayIn(text))
    for (const pair of (synonyms.get(word) ?? []).flatMap(pairsOf))
      if (!terms.has(pair)) terms.set(pair, worth.synonym);
  if (/什么是|是什么意思|是指什么|定义/.test(text)) terms.set('是指', worth.definition);
  return terms;
}

/** The everyday words in a text, the longest at each place. */
function everydayIn(text: string): string[] {
  const found: string[] = [];
  let index = 0;
  while (index < text.length) {
    const word = wordAt(text, index);
    if (word) found.push(word);
    index += word?.length ?? 1;
  }
  return found;
}

function wordAt(text: string, from: number): string | undefined {
  for (let length = Math.min(longest, text.length - from); length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    if (synonyms.has(word)) return word;
  }
  return undefined;
}

/** The words of a question that are worth marking in a text: pairs that are not common to all questions, the law's own words among them. */
export const wordsOf = (question: string): string[] =>
  [...termsOf(question).keys()].filter((term) => term.length > 1 && !term.startsWith('·') && !common.has(term));
