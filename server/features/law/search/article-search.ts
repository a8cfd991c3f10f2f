import { topics } from '../answers/all';
import { everydayWords } from '../everyday/index-words';
import { termsOf } from './query';
import { createRankingCalmly } from './ranking';
import { charactersOf, pairsOf, plain } from './terms';

/** What is searched: one article of one law. */
export interface Searchable {
  readonly short: string;
  readonly no: number;
  readonly sub: number;
  readonly path: readonly string[];
  readonly text: string;
}

/** An article found, by its place in the list given; scores compare only within one search. */
export interface Found {
  readonly index: number;
  readonly score: number;
}

/** Finds articles for a question in everyday words, the best first. */
export type ArticleSearch = (question: string, limit: number) => Found[];

/** What the section an article stands in counts for beside the article. Measured by `npm run laws:eval`. */
const sectionWorth = 0.7;
/** Topics put their questions to the articles they cite first. */
const citesTaught = 3;

/** Builds the search over articles: some 0.8 s of work for four thousand, with pauses. */
export async function createArticleSearch(articles: readonly Searchable[]): Promise<ArticleSearch> {
  const taught = taughtWords();
  const texts = articles.map(({ text }) => text);
  const ranking = await createRankingCalmly([
    { texts, split: pairsOf, weight: 1, k1: 1.2, b: 0.3 },
    {
      texts: articles.map(({ path, short }) => `${path.join(' ')} ${short}`),
      split: pairsOf,
      weight: 0.7,
      k1: 0.8,
      b: 0.6,
    },
    { texts: articles.map((one) => taught.get(keyOf(one)) ?? ''), split: pairsOf, weight: 1, k1: 1.2, b: 0.2 },
    {
      texts: articles.map((one) => `${one.text} ${taught.get(keyOf(one)) ?? ''}`),
      split: charactersOf,
      weight: 2,
      k1: 1.2,
      b: 0.5,
    },
  ]);
  const sections = sectionsOf(articles);
  const sectionRanking = await createRankingCalmly([
    { texts: sections.texts, split: pairsOf, weight: sectionWorth, k1: 1.2, b: 0.7 },
  ]);
  return (question, limit) => {
    const terms = termsOf(question);
    const scores = new Float32Array(articles.length);
    const sectionScores = new Float32Array(sections.texts.length);
    ranking.addTo(scores, terms);
    sectionRanking.addTo(sectionScores, terms);
    const found: Found[] = [];
    for (let index = 0; index < scores.length; index += 1) {
      const own = scores[index] ?? 0;
      if (own > 0) found.push({ index, score: own + (sectionScores[sections.of[index] ?? 0] ?? 0) });
    }
    return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, limit);
  };
}

const keyOf = ({ short, no }: { short: string; no: number }) => `${short} ${no}`;

/** The everyday words an article is looked for by: the word lists and the questions of the topics that stand on it. */
function taughtWords(): Map<string, string> {
  const words = new Map<string, string>();
  const add = (key: string, more: string) => words.set(key, `${words.get(key) ?? ''} ${more}`);
  for (const one of everydayWords(plain)) add(keyOf(one), one.words);
  for (const { title, asks, cites } of topics) {
    const questions = plain([title, ...asks].join(' '));
    for (const [short, no] of cites.slice(0, citesTaught)) add(keyOf({ short, no }), questions);
  }
  return words;
}

function sectionsOf(articles: readonly Searchable[]): { texts: string[]; of: number[] } {
  const numbers = new Map<string, number>();
  const parts: string[][] = [];
  const of = articles.map(({ short, path, text }) => {
    const name = `${short} ${path.join(' ')}`;
    const number = numbers.get(name) ?? numbers.size;
    if (!numbers.has(name)) {
      numbers.set(name, number);
      parts.push([name]);
    }
    parts[number]?.push(text);
    return number;
  });
  return { texts: parts.map((part) => part.join(' ')), of };
}
