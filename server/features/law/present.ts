import type { z } from 'zod';
import type { LawAnswer as AnswerShape, LawCitation as CitationShape, LawItem } from '#shared/contract/laws';
import { articleLabel } from '#shared/domain/law/article-number';
import { type InForce, standingOn, versionToShow } from '#shared/domain/law/in-force';
import { marksIn, snippetOf } from '#shared/domain/law/marks';
import { dayWords, inForceWords, standingWords } from '#shared/domain/law/words';
import type { Day } from '#shared/domain/time/clock';
import type { Citation, LawAnswer } from './answer';
import { disclaimer } from './answers/topic';
import type { Library } from './library';
import { wordsOf } from './search/query';

type PresentedCitation = z.output<typeof CitationShape>;
type PresentedAnswer = z.output<typeof AnswerShape>;

/** What is said where the texts of the laws are missing. */
const withoutTexts = '法律原文还没有装进服务台，这里只列出法律名称和条号。';

/** A citation as people read it, with the part of the text that the question is about. */
export function presentCitation({ short, no, sub, article }: Citation, question: string): PresentedCitation {
  return {
    ...{ short, no, sub, label: article?.label ?? articleLabel({ no, sub }), lawId: article?.lawId ?? null },
    snippet: article ? snippetOf(article.text, marksIn(article.text, wordsOf(question))) : null,
    sinceText: article ? inForceWords(article) : null,
  };
}

/** An answer as people read it. Never without the note that it is no more than a reference. */
export function presentAnswer(
  library: Library,
  { topic, citations, related }: LawAnswer,
  question: string,
): PresentedAnswer {
  return {
    topicId: topic?.id ?? null,
    title: topic?.title ?? (citations.length > 0 ? '和您说的最接近的条文' : '没有找到现成的回答'),
    gist: topic?.gist ?? null,
    articles: citations.map((citation) => presentCitation(citation, question)),
    related: related.map(({ id, title }) => ({ topicId: id, title })),
    note: library.isLoaded ? disclaimer : `${disclaimer}${withoutTexts}`,
  };
}

/** Versions of a law as rows; days are Shanghai's. */
export interface VersionRow extends InForce {
  readonly articleCount: number;
}

/** A law in a list: how the version stands that counts on the day. */
export function presentLaw(
  { id, title, short }: { id: string; title: string; short: string },
  versions: readonly VersionRow[],
  day: Day,
): z.output<typeof LawItem> {
  const shown = versionToShow(day, versions);
  const standing = shown ? standingOn(day, shown) : 'coming';
  return {
    ...{ id, title, short, articleCount: shown?.articleCount ?? 0, standing },
    text: shown ? `${standingWords[standing]} · ${inForceWords(shown)}` : '',
  };
}

/** One version in the list of versions. */
export function presentVersion(version: VersionRow, day: Day) {
  const standing = standingOn(day, version);
  const { effectiveFrom, effectiveTo, articleCount } = version;
  return {
    effectiveFrom,
    effectiveTo,
    articleCount,
    standing,
    text: `${inForceWords(version)}（${standingWords[standing]}）`,
  };
}

/** How a version stands, in a sentence for the head of its text. */
export function standingText(version: InForce, day: Day): string {
  const standing = standingOn(day, version);
  if (standing === 'over') return `这是旧版本，${dayWords(version.effectiveTo ?? version.effectiveFrom)}后已经不用了`;
  return standing === 'coming' ? `这个版本${dayWords(version.effectiveFrom)}才施行` : inForceWords(version);
}
