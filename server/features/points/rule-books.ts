import type { Attachment, RuleBook, RuleBookPhoto, RuleItem } from '#prisma';
import type { SplitRule } from '#shared/domain/households/split';
import { endOfYear, type YearEnd } from '#shared/domain/points/year-end';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

export type Book = RuleBook & { items: RuleItem[]; minutes: (RuleBookPhoto & { attachment: Attachment })[] };
type Asking = Pick<Ctx, 'db' | 'districtId' | 'now'>;
const withItems = {
  items: { orderBy: [{ sort: 'asc' as const }, { code: 'asc' as const }] },
  minutes: { orderBy: { position: 'asc' as const }, include: { attachment: true } },
};

/** The code under which the district's template stands. */
export const templatePlace = (districtId: string): string => `${districtId}000000`;

/** The rules in force in a village today (Shanghai): its own, else the district's template. Throws points_rules_missing when there are none. */
export async function bookInForce({ db, districtId, now }: Asking, villageCode: string): Promise<Book> {
  const today = new Date(dayOf(now));
  for (const place of [villageCode, templatePlace(districtId)]) {
    const book = await db.ruleBook.findFirst({
      where: {
        ...{ districtId, villageCode: place, state: 'ADOPTED', effectiveFrom: { lte: today } },
        OR: [{ effectiveTo: null }, { effectiveTo: { gte: today } }],
      },
      orderBy: { version: 'desc' },
      include: withItems,
    });
    if (book) return book;
  }
  throw new AppError('points_rules_missing');
}

/** How points are divided here when a household is split: as the rules in force say, by the number of grown-ups where there are none. */
export async function splitRuleOf(ctx: Asking, villageCode: string): Promise<SplitRule> {
  try {
    return (await bookInForce(ctx, villageCode)).splitRule;
  } catch (error) {
    if (error instanceof AppError && error.code === 'points_rules_missing') return 'BY_ADULTS';
    throw error;
  }
}

/** What the rules that are in force when a year ends say about its points: kept where there are none. */
export async function yearEndOf(ctx: Asking, villageCode: string, year: number): Promise<YearEnd> {
  const lastMoment = new Date(endOfYear(year).getTime() - 1000);
  try {
    return (await bookInForce({ ...ctx, now: lastMoment }, villageCode)).yearEnd;
  } catch (error) {
    if (error instanceof AppError && error.code === 'points_rules_missing') return 'KEEP';
    throw error;
  }
}

/** A rule a village may use today. Throws points_rule_unknown for a rule of another village, of a draft, or of a version that is over. */
export async function ruleInForce(ctx: Asking, villageCode: string, ruleItemId: string): Promise<RuleItem> {
  const item = (await bookInForce(ctx, villageCode)).items.find(({ id }) => id === ruleItemId);
  if (!item) throw new AppError('points_rule_unknown');
  return item;
}

/** All versions of a place, the newest first. */
export const versionsOf = ({ db, districtId }: Asking, villageCode: string): Promise<Book[]> =>
  db.ruleBook.findMany({ where: { districtId, villageCode }, orderBy: { version: 'desc' }, include: withItems });

/** One version with its rules, or not_found. */
export async function findBook({ db, districtId }: Asking, id: string): Promise<Book> {
  const book = await db.ruleBook.findUnique({ where: { districtId_id: { districtId, id } }, include: withItems });
  if (!book) throw new AppError('not_found');
  return book;
}
