import type { InForce } from '#shared/domain/law/in-force';
import { type ArticleSearch, createArticleSearch, type Searchable } from './search/article-search';

/** An article with the law and version it belongs to. */
export interface LibraryArticle extends Searchable, InForce {
  readonly lawId: string;
  readonly label: string;
}

/** The articles in force on one day, in memory. */
export interface Library {
  /** False when no law was imported: citations stand, texts are missing. */
  readonly isLoaded: boolean;
  /** Whether a law of this short name is there. */
  knows(short: string): boolean;
  /** The article in force; undefined when the law is not there or has no such article. */
  article(short: string, no: number, sub?: number): LibraryArticle | undefined;
  /** The articles nearest to a question in everyday words, the best first. */
  search(question: string, limit: number): LibraryArticle[];
  readonly size: number;
}

const keyOf = (short: string, no: number, sub = 0) => `${short} ${no}.${sub}`;

/** Builds the library over the articles in force. */
export async function buildLibrary(articles: readonly LibraryArticle[]): Promise<Library> {
  const search: ArticleSearch = await createArticleSearch(articles);
  const byKey = new Map(articles.map((article) => [keyOf(article.short, article.no, article.sub), article]));
  const shorts = new Set(articles.map(({ short }) => short));
  return {
    isLoaded: articles.length > 0,
    size: articles.length,
    knows: (short) => shorts.has(short),
    article: (short, no, sub) => byKey.get(keyOf(short, no, sub)),
    search: (question, limit) =>
      search(question, limit).flatMap(({ index }) => {
        const article = articles[index];
        return article ? [article] : [];
      }),
  };
}
