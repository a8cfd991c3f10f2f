import { standardise } from '#server/nlu/dialect';
import { normalize } from '#server/nlu/normalize';

/** Longest question that is read, in characters; what stands behind it cannot change the answer. */
export const questionLength = 300;

/** Words that ask and say nothing of what is asked about. */
const asking =
  /不知道|知道|请问|我想问一?下?|我想咨询一?下?|麻烦|怎么办|怎么处理|该怎么|怎么样|怎么|如何|什么时候|为什么|什么|哪些|哪个|多少|能不能|可不可以|可以不可以|是不是|会不会|要不要|有没有|算不算|可以吗|行不行|行吗|合法吗|对吗|是否|应当|应该|需要|可以|能否|可否|吗|呢|啊|吧|了|的|我们|我|你|您|他们|他|她|它/g;
const han = /[\u3400-\u9fff]+/g;
const latin = /[a-z]+|\d+/g;

/** Words of Yibin speech beside those that understanding knows, and what they mean in a question about the law. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/隔壁子/g, '邻居'],
  [/哪个(?=赔|出|管|来|负责|养|还|说|给)/g, '谁'],
  [/别个/g, '别人'],
  [/得行不|要得不|得不得行/g, '可以吗'],
  [/屋里|我屋|他屋/g, '家里'],
  [/孙孙/g, '孙子'],
  [/(?<=[\u4e00-\u9fff])(?:起的|起了|倒起)(?=[\u4e00-\u9fff]|$)/g, '了'],
  [/扯证/g, '领结婚证'],
  [/娘屋/g, '娘家'],
];

/** Sums of money: which article it is does not hang on them. */
const sums =
  /[零一二两三四五六七八九十百千万几多\d.]{1,12}(?:[万千百]|万块|千块|百块|块钱?|元)[零一二三四五六七八九]?/g;

/** A text in ordinary words: dialect put into them, small letters, without sums. */
export function plain(text: string): string {
  let said = standardise(text.toLowerCase());
  for (const [word, meaning] of spoken) said = said.replace(word, meaning);
  return said.replace(sums, ' ');
}

/** A message as the search reads it: one form of characters, ordinary words, cut at `questionLength`. */
export const readable = (text: string): string =>
  plain(normalize(text.slice(0, questionLength * 2))).slice(0, questionLength);

/** A question without the words that only ask; the whole of it when nothing else is left. */
export function bare(text: string): string {
  const rest = text.replace(asking, ' ').trim();
  return rest.length >= 2 ? rest : text;
}

/** Terms of a text: pairs of neighbouring characters, words of letters or figures, and a character that stands alone. */
export function pairsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.matchAll(han)) {
    if (run.length === 1) terms.push(run);
    for (let index = 0; index + 1 < run.length; index += 1) terms.push(run.slice(index, index + 2));
  }
  for (const [word] of text.matchAll(latin)) terms.push(word);
  return terms;
}

/** Characters that carry no matter of their own. */
const empty = new Set(
  '的了着过吗呢吧啊嘛把被给在就都去来到起不没个这那些是有要会能和跟也还很得上里头喊说叫我你他她它们谁又再已才只可以该让想办样么什怎',
);

/** Single characters of a text that carry matter, marked so that they are terms of their own. */
export const charactersOf = (text: string): string[] =>
  (text.match(han)?.join('') ?? '').split('').flatMap((one) => (empty.has(one) ? [] : [`·${one}`]));
