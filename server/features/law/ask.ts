import type { Output, Parsed } from '#shared/contract';
import { disputeTypes } from '#shared/contract/bookings';
import { articleNamedIn } from '#shared/domain/law/citation';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { answerOf, answerTo } from './answer';
import { topicOf, topics } from './answers/all';
import type { Library, LibraryArticle } from './library';
import { libraryOf } from './load-library';
import { presentAnswer, presentCitation } from './present';

type Asking = Pick<Ctx, 'db' | 'now'>;

/** Looks a question up: an answer of our own when one fits, and the articles that come nearest. */
export async function searchLaws(
  { db, now }: Asking,
  { text, limit }: Parsed<'laws.search'>,
): Promise<Output<'laws.search'>> {
  const library = await libraryOf(db, now);
  const answer = answerTo(library, text);
  const named = namedIn(library, text);
  const found = library.search(text, limit).filter((article) => article !== named);
  const articles = [...(named ? [named] : []), ...found].slice(0, limit).map((article) => ({ ...article, article }));
  return {
    loaded: library.isLoaded,
    answer: answer.topic && !named ? presentAnswer(library, answer, text) : null,
    articles: articles.map((citation) => presentCitation(citation, text)),
  };
}

/** The article a text names outright: 《民法典》第一千零八十五条. A name with words in front is tried without them. */
function namedIn(library: Library, text: string): LibraryArticle | undefined {
  const named = articleNamedIn(text);
  if (!named) return undefined;
  for (let from = 0; from + 2 <= named.short.length; from += 1) {
    const article = library.article(named.short.slice(from), named.no, named.sub);
    if (article) return article;
  }
  return undefined;
}

/** Answers a question that was said. */
export async function askLaw({ db, now }: Asking, question: string): Promise<Output<'laws.topic'>> {
  const library = await libraryOf(db, now);
  return presentAnswer(library, answerTo(library, question), question);
}

/** The answer to one topic; undefined for an id that is none. */
export async function topicAnswer({ db, now }: Asking, topicId: string): Promise<Output<'laws.topic'> | undefined> {
  const library = await libraryOf(db, now);
  const answer = answerOf(library, topicId);
  return answer && presentAnswer(library, answer, answer.topic?.title ?? '');
}

/** The same, for callers who must name a topic that is there. Throws not_found. */
export async function getTopic(ctx: Asking, { topicId }: Parsed<'laws.topic'>): Promise<Output<'laws.topic'>> {
  const answer = await topicAnswer(ctx, topicId);
  if (!answer) throw new AppError('not_found');
  return answer;
}

/** Every topic, by 纠纷类型. */
export const listTopics = (): Output<'laws.topics'> => ({
  groups: disputeTypes.map((type) => ({
    type,
    topics: topics.filter((topic) => topic.type === type).map(({ id, title }) => ({ topicId: id, title })),
  })),
});

/** The 纠纷类型 of a topic; 其他 without one. */
export const topicType = (topicId: string | null): string => (topicId ? (topicOf(topicId)?.type ?? '其他') : '其他');
