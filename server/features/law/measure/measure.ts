import { articleNumber } from '#shared/domain/law/article-number';
import { answerTo } from '../answer';
import { topics } from '../answers/all';
import type { Library } from '../library';

/** A question with the articles that answer it, each as `短名 条号`. */
export interface Question {
  readonly text: string;
  readonly wanted: readonly string[];
}

/** How often the right articles stand among the first five. */
export interface Measured {
  readonly questions: number;
  /** Share of the right articles that were found, mean over the questions. */
  readonly recall: number;
  /** Share of the questions with at least one right article. */
  readonly hit: number;
  /** Share of the questions that got an answer of our own. */
  readonly answered: number;
}

const first = 5;

/** Asks every question of a library. `articlesOnly` leaves our own answers out, to measure the search alone. */
export function measure(library: Library, questions: readonly Question[], articlesOnly = false): Measured {
  let recall = 0;
  let hit = 0;
  let answered = 0;
  for (const { text, wanted } of questions) {
    const found = articlesOnly ? library.search(text, first) : answerTo(library, text).citations.slice(0, first);
    if (!articlesOnly && answerTo(library, text).topic) answered += 1;
    const keys = new Set(found.map(({ short, no }) => `${short} ${no}`));
    const right = wanted.filter((key) => keys.has(key)).length;
    recall += right / wanted.length;
    hit += right > 0 ? 1 : 0;
  }
  const count = Math.max(1, questions.length);
  return { questions: questions.length, recall: recall / count, hit: hit / count, answered: answered / count };
}

/** The questions of one half of our own list (`half\tquestion\t短名 条号|短名 条号`). */
export function ownQuestions(file: string, half: 'dev' | 'test'): Question[] {
  return file
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([of]) => of === half)
    .map(([, text = '', wanted = '']) => ({ text, wanted: wanted.split('|') }));
}

/** The questions of a public file ({items: [{q, gold: [{law, article}]}]}); `shortOf` gives the short name of a law's id. */
export function publicQuestions(
  items: readonly { q: string; gold: readonly { law: string; article: string }[] }[],
  shortOf: (id: string) => string,
): Question[] {
  return items.map(({ q, gold }) => ({
    text: q,
    wanted: gold.map(({ law, article }) => `${shortOf(law)} ${articleNumber(article)?.no ?? 0}`),
  }));
}

/** Citations of our own answers and of a question list that are not in the library; empty when every one exists and is in force. */
export function missingCitations(library: Library, questions: readonly Question[]): string[] {
  const all = [
    ...topics.flatMap(({ id, cites }) => cites.map(([short, no]) => [id, short, no] as const)),
    ...questions.flatMap(({ text, wanted }) =>
      wanted.map((key) => [text, key.split(' ')[0] ?? '', Number(key.split(' ')[1])] as const),
    ),
  ];
  return all.filter(([, short, no]) => !library.article(short, no)).map(([of, short, no]) => `${of}：${short} ${no}`);
}
