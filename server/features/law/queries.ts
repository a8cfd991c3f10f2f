import type { Output, Parsed } from '#shared/contract';
import { articleLabel } from '#shared/domain/law/article-number';
import { standingOn } from '#shared/domain/law/in-force';
import { marksIn } from '#shared/domain/law/marks';
import { inForceWords } from '#shared/domain/law/words';
import { momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { presentLaw, presentVersion, standingText } from './present';
import { articleAt, dated, lawWithVersions, neighbours, topicsCiting } from './reads';
import { wordsOf } from './search/query';

/** Laws by name, those whose name holds the words first asked for. */
export async function listLaws(
  { db, now }: Ctx,
  { text, cursor, limit }: Parsed<'laws.list'>,
): Promise<Output<'laws.list'>> {
  const rows = await db.law.findMany({
    where: { ...(text && { title: { contains: text } }), ...(cursor && { short: { gt: cursor } }) },
    include: { versions: true },
    orderBy: { short: 'asc' },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((law) => presentLaw(law, law.versions.map(dated), dayOf(now))),
    nextCursor: rows.length > limit ? (shown.at(-1)?.short ?? null) : null,
  };
}

/** One law as it is in force on `on` (today without it): its versions and its chapters. not_found for a law that is not there. */
export async function getLaw({ db, now }: Ctx, { id, on }: Parsed<'laws.get'>): Promise<Output<'laws.get'>> {
  const today = dayOf(now);
  const { law, versions, shown } = await lawWithVersions(db, id, on ?? today);
  const articles = await db.lawArticle.findMany({
    where: { lawId: id, effectiveFrom: shown.date },
    select: { no: true, sub: true, path: true },
    orderBy: [{ no: 'asc' }, { sub: 'asc' }],
  });
  return {
    law: presentLaw(law, [shown], on ?? today),
    history: shown.history,
    note: shown.note,
    effectiveFrom: shown.effectiveFrom,
    effectiveTo: shown.effectiveTo,
    versions: versions.map((version) => presentVersion(version, today)),
    chapters: chaptersOf(articles),
  };
}

/** Neighbouring articles with the same path, as one entry of the table of contents. */
function chaptersOf(articles: readonly { no: number; sub: number; path: string[] }[]): Output<'laws.get'>['chapters'] {
  const chapters: Output<'laws.get'>['chapters'] = [];
  for (const { no, sub, path } of articles) {
    const last = chapters.at(-1);
    const label = articleLabel({ no, sub });
    if (last && last.path.join('/') === path.join('/')) Object.assign(last, { to: label, count: last.count + 1 });
    else chapters.push({ path, from: label, to: label, no, sub, count: 1 });
  }
  return chapters;
}

/** Articles in order from one on. */
export async function readLaw(
  { db, now }: Ctx,
  { id, on, from, limit }: Parsed<'laws.read'>,
): Promise<Output<'laws.read'>> {
  const { shown } = await lawWithVersions(db, id, on ?? dayOf(now));
  const rows = await db.lawArticle.findMany({
    where: {
      ...{ lawId: id, effectiveFrom: shown.date },
      ...(from && { OR: [{ no: { gt: from.no } }, { no: from.no, sub: { gte: from.sub } }] }),
    },
    select: { no: true, sub: true, label: true, path: true, text: true },
    orderBy: [{ no: 'asc' }, { sub: 'asc' }],
    take: limit + 1,
  });
  const next = rows[limit];
  return { items: rows.slice(0, limit), next: next ? { no: next.no, sub: next.sub } : null };
}

/** One article of the version in force on `on`, with its neighbours and how other versions have it. */
export async function getArticle(
  { db, now }: Ctx,
  { id, no, sub, on, question }: Parsed<'laws.article'>,
): Promise<Output<'laws.article'>> {
  const today = dayOf(now);
  const { law, versions, shown } = await lawWithVersions(db, id, on ?? today);
  const article = await articleAt(db, id, shown.date, { no, sub });
  if (!article) throw new AppError('not_found');
  const { lawId: _law, effectiveFrom: _from, ...presented } = article;
  const twins = await db.lawArticle.findMany({
    where: { lawId: id, no, sub, effectiveFrom: { not: shown.date } },
    select: { effectiveFrom: true, text: true },
  });
  return {
    law: presentLaw(law, [shown], on ?? today),
    article: presented,
    marks: question ? marksIn(article.text, wordsOf(question)) : [],
    ...{ effectiveFrom: shown.effectiveFrom, effectiveTo: shown.effectiveTo },
    standing: standingOn(today, shown),
    standingText: standingText(shown, today),
    ...(await neighbours(db, id, shown.date, { no, sub })),
    others: versions
      .filter(({ effectiveFrom }) => effectiveFrom !== shown.effectiveFrom)
      .map((version) => {
        const twin = twins.find(({ effectiveFrom }) => effectiveFrom.getTime() === version.date.getTime());
        return { effectiveFrom: version.effectiveFrom, text: inForceWords(version), same: twin?.text === article.text };
      }),
    topics: topicsCiting(law.short, no),
  };
}

/** What was imported, for staff: laws by name with every version and where it came from. */
export async function listImported(
  { db, now }: Ctx,
  { cursor, limit }: Parsed<'laws.imported'>,
): Promise<Output<'laws.imported'>> {
  const rows = await db.law.findMany({
    where: cursor ? { short: { gt: cursor } } : {},
    include: { versions: { orderBy: { effectiveFrom: 'desc' } } },
    orderBy: { short: 'asc' },
    take: limit + 1,
  });
  const today = dayOf(now);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ id, title, versions }) => ({
      ...{ id, title },
      versions: versions.map((version) => ({
        ...presentVersion(dated(version), today),
        ...{ source: version.source, note: version.note, importedText: momentText(version.importedAt, now) },
      })),
    })),
    nextCursor: rows.length > limit ? (shown.at(-1)?.short ?? null) : null,
  };
}
