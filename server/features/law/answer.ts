import { topicOf } from './answers/all';
import type { Topic } from './answers/topic';
import type { Library, LibraryArticle } from './library';
import { findTopics } from './search/topic-search';

/** A citation: `article` is there when the text is, and then it is in force. */
export interface Citation {
  readonly short: string;
  readonly no: number;
  readonly sub: number;
  readonly article: LibraryArticle | undefined;
}

/** What the desk knows about a question. `topic` is the answer of our own, when one fits. */
export interface LawAnswer {
  readonly topic: Topic | undefined;
  readonly citations: readonly Citation[];
  /** Other questions near by. */
  readonly related: readonly Topic[];
}

/** From here on our own answer is given; below it, articles only. Measured by `npm run laws:eval` on the development half. */
const sameQuestion = 0.25;
/** From here on what our answer stands on comes before anything the search found. */
const surelySame = 0.33;
/** From here on a topic is worth offering. Default, to be confirmed. */
const nearQuestion = 0.16;
const mostArticles = 5;

/** Answers a question in everyday words: our own answer first, then the articles that come nearest. */
export function answerTo(library: Library, question: string): LawAnswer {
  const [best, ...others] = findTopics(question, 4);
  const topic = best && best.likeness >= sameQuestion ? best.topic : undefined;
  const isSure = best !== undefined && best.likeness >= surelySame;
  const near = topic || !best ? others : [best, ...others];
  const citations = topic ? citationsOf(library, topic) : [];
  const found = library.search(question, mostArticles).map(cited);
  return {
    topic,
    citations: distinct(isSure ? [...citations, ...found] : mixed(citations, found)).slice(0, mostArticles),
    related: near.filter(({ likeness }) => likeness >= nearQuestion).map((one) => one.topic),
  };
}

/** The title of the everyday question a sentence sounds like; undefined when it sounds like none. Needs no texts of laws. */
export function lawTopicOf(text: string): string | undefined {
  const [best] = findTopics(text, 1);
  return best && best.likeness >= sameQuestion ? best.topic.title : undefined;
}

/** The answer to a topic that was tapped; undefined for an id that is none. */
export function answerOf(library: Library, id: string): LawAnswer | undefined {
  const topic = topicOf(id);
  if (!topic) return undefined;
  const related = findTopics(topic.title, 4).flatMap(({ topic: other }) => (other === topic ? [] : [other]));
  return { topic, citations: citationsOf(library, topic), related: related.slice(0, 3) };
}

/** What a topic stands on. Where the law is loaded, an article that is not in force is left out. */
function citationsOf(library: Library, { cites }: Topic): Citation[] {
  return cites.flatMap(([short, no]) => {
    const article = library.article(short, no);
    return article || !library.knows(short) ? [{ short, no, sub: 0, article }] : [];
  });
}

/** The first of ours and three that were found, then the rest of ours: it may be a question beside ours. */
const mixed = ([surest, ...rest]: readonly Citation[], found: readonly Citation[]): Citation[] =>
  surest ? [surest, ...found.slice(0, 3), ...rest, ...found.slice(3)] : [...found];

const cited = (article: LibraryArticle): Citation => ({
  short: article.short,
  no: article.no,
  sub: article.sub,
  article,
});

const distinct = (citations: readonly Citation[]): Citation[] => [
  ...new Map(citations.map((one) => [`${one.short} ${one.no}.${one.sub}`, one])).values(),
];
