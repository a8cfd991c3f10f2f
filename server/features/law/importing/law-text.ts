import { createHash } from 'node:crypto';
import type { Day } from '#shared/domain/time/clock';

/** One article as it is imported: 第十二条之一 is no 12, sub 1; `path` leads from part to section. */
export interface ArticleText {
  readonly no: number;
  readonly sub: number;
  readonly label: string;
  readonly path: readonly string[];
  readonly text: string;
}

/** One version of a law as it is imported. `id` is missing in layouts that give none. */
export interface LawText {
  readonly id?: string;
  readonly title: string;
  readonly short: string;
  /** First day in force, Shanghai. */
  readonly effective: Day;
  /** Last day in force of a law that was repealed. */
  readonly repealed?: Day;
  readonly history: readonly string[];
  readonly note: string;
  readonly source: string;
  readonly articles: readonly ArticleText[];
  /** Things to look at that stop nothing. */
  readonly warnings: readonly string[];
}

/** What a file of the folder holds: a law, or why it is none. */
export type LawFile =
  | { readonly file: string; readonly law: LawText }
  | { readonly file: string; readonly reason: string };

// Zero-width spaces and marks travel in copied texts; PostgreSQL refuses NUL.
const invisible = /\p{Cf}|[^\P{Cc}\n\t]/gu;

/** A text without what cannot be seen, its lines trimmed and empty ones left out. */
export const cleaned = (text: string): string =>
  text
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter(Boolean)
    .join('\n');

/** 中华人民共和国民法典 → 民法典. */
export const shortOf = (title: string): string => title.replace(/^中华人民共和国/, '');

/** What the articles of a version hash to (SHA-256, hex): the same articles, the same hash. */
export function textHash({ articles, history }: Pick<LawText, 'articles' | 'history'>): string {
  const hash = createHash('sha256').update(JSON.stringify(history));
  for (const { no, sub, path, text } of articles) hash.update(JSON.stringify([no, sub, path, text]));
  return hash.digest('hex');
}

/** Why a law cannot be taken; undefined when it can. */
export function whyNot({ articles }: Pick<LawText, 'articles'>): string | undefined {
  if (articles.length === 0) return '没有读到条文';
  const seen = new Set<string>();
  for (const { no, sub, label, text } of articles) {
    if (seen.has(`${no}.${sub}`)) return `${label}出现了两次`;
    if (!text) return `${label}没有内容`;
    seen.add(`${no}.${sub}`);
  }
  return undefined;
}

/** Article numbers that are left out, as a sentence; undefined when they are whole. */
export function gapsIn(articles: readonly ArticleText[]): string | undefined {
  const numbers = new Set(articles.map(({ no }) => no));
  const last = Math.max(...numbers);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((no) => !numbers.has(no));
  return missing.length === 0
    ? undefined
    : `缺第 ${missing.slice(0, 5).join('、')} 条${missing.length > 5 ? '等' : ''}`;
}

/** The books of the civil code begin at these articles; files that hold one book each lose its name. */
const books: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  民法典: [
    [1, '第一编 总则'],
    [205, '第二编 物权'],
    [463, '第三编 合同'],
    [989, '第四编 人格权'],
    [1040, '第五编 婚姻家庭'],
    [1119, '第六编 继承'],
    [1164, '第七编 侵权责任'],
    [1259, '附则'],
  ],
};

/** The articles with the name of their book in front of their path, where the law has books and the file did not say. */
export function withBooks(short: string, articles: readonly ArticleText[]): readonly ArticleText[] {
  const table = books[short];
  if (!table || articles.some(({ path }) => /^第.编 总则$/.test(path[0] ?? ''))) return articles;
  return articles.map((article) => {
    const book = table.findLast(([from]) => article.no >= from)?.[1] ?? '';
    return article.path[0] === book ? article : { ...article, path: [book, ...article.path] };
  });
}
