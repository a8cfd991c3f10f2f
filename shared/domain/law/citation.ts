import { type ArticleNumber, articleLabel, articleNumber } from './article-number';

/** An article named in a text: 《民法典》第一千零八十五条. */
export interface NamedArticle extends ArticleNumber {
  readonly short: string;
}

const named =
  /(?:《([^《》\n]{2,60})》|([\u4e00-\u9fff]{2,30}?(?:法典|法|条例|规定|办法|解释)))\s*(第[零〇一二两三四五六七八九十百千\d]{1,12}条(?:之[一二三四五六七八九十]{1,3})?)/;

/** The first article a text names; its law by the short name, without 中华人民共和国. */
export function articleNamedIn(text: string): NamedArticle | undefined {
  const [, quoted, bare, label = ''] = named.exec(text.slice(0, 300)) ?? [];
  const law = quoted ?? bare;
  const number = articleNumber(label);
  return law && number ? { short: law.replace(/^中华人民共和国/, ''), ...number } : undefined;
}

/** How a record names an article: 《民法典》第一千零八十五条. */
export const articleName = ({ short, no, sub }: NamedArticle): string => `《${short}》${articleLabel({ no, sub })}`;
