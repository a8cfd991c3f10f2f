import type { Law, LawArticle, LawVersion } from '#prisma';
import type { Db } from '#server/kernel/db';
import { versionToShow } from '#shared/domain/law/in-force';
import type { Day } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { topics } from './answers/all';

/** A version with its days as text; `date` is the same first day as the database has it. */
export interface DatedVersion {
  readonly date: Date;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly articleCount: number;
  readonly history: string[];
  readonly note: string;
}

/** A version's days as Shanghai days. */
export const dated = ({ effectiveFrom, effectiveTo, articleCount, history, note }: LawVersion): DatedVersion => ({
  ...{
    date: effectiveFrom,
    effectiveFrom: dayOfDate(effectiveFrom),
    effectiveTo: effectiveTo && dayOfDate(effectiveTo),
  },
  ...{ articleCount, history, note },
});

/** A law, its versions (the newest first), and the one to show for a day. not_found when there is none. */
export async function lawWithVersions(
  db: Db,
  id: string,
  day: Day,
): Promise<{ law: Law; versions: DatedVersion[]; shown: DatedVersion }> {
  const found = await db.law.findUnique({
    where: { id },
    include: { versions: { orderBy: { effectiveFrom: 'desc' } } },
  });
  const versions = found?.versions.map(dated) ?? [];
  const shown = versionToShow(day, versions);
  if (!found || !shown) throw new AppError('not_found');
  const { versions: _rows, ...law } = found;
  return { law, versions, shown };
}

/** One article of a version; null when it has none of this number. */
export const articleAt = (
  db: Db,
  lawId: string,
  effectiveFrom: Date,
  { no, sub }: { no: number; sub: number },
): Promise<LawArticle | null> =>
  db.lawArticle.findUnique({ where: { lawId_effectiveFrom_no_sub: { lawId, effectiveFrom, no, sub } } });

/** The articles before and after one in the same version. */
export async function neighbours(db: Db, lawId: string, effectiveFrom: Date, { no, sub }: { no: number; sub: number }) {
  const select = { no: true, sub: true, label: true } as const;
  const [before, after] = await Promise.all([
    db.lawArticle.findFirst({
      where: { lawId, effectiveFrom, OR: [{ no: { lt: no } }, { no, sub: { lt: sub } }] },
      orderBy: [{ no: 'desc' }, { sub: 'desc' }],
      select,
    }),
    db.lawArticle.findFirst({
      where: { lawId, effectiveFrom, OR: [{ no: { gt: no } }, { no, sub: { gt: sub } }] },
      orderBy: [{ no: 'asc' }, { sub: 'asc' }],
      select,
    }),
  ]);
  return { before, after };
}

/** Everyday questions that are answered from an article. */
export const topicsCiting = (short: string, no: number): { topicId: string; title: string }[] =>
  topics
    .filter(({ cites }) => cites.some(([law, article]) => law === short && article === no))
    .map(({ id, title }) => ({ topicId: id, title }))
    .slice(0, 6);

const dayOfDate = (date: Date): Day => date.toISOString().slice(0, 10);
