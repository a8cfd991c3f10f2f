import type { PointsEntry, RuleItem } from '#prisma';
import type { Output } from '#shared/contract';
import { splitRuleLabel } from '#shared/domain/households/split';
import type { EntryKind } from '#shared/domain/points/ledger';
import type { RuleCategory } from '#shared/domain/points/rules';
import { ruleCategories } from '#shared/domain/points/rules';
import { yearEndText } from '#shared/domain/points/year-end';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { presentPhoto } from '../photos/index';
import type { World } from '../places/index';
import { abilitiesOf } from './policy';
import { type Book, templatePlace } from './rule-books';

/** The word people read for a movement. */
export const kindTexts: Readonly<Record<EntryKind, string>> = {
  AWARD: '加分',
  DEDUCT: '扣分',
  REDEEM: '兑换',
  REFUND: '退回',
  EXPIRE: '到期清零',
  REVERSAL: '冲正',
  MOVE_OUT: '转出',
  MOVE_IN: '转入',
};

/** Signed, as people read it: +5, −2. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

const isCategory = (category: string): category is RuleCategory => ruleCategories.some((known) => known === category);

const dayText = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;

/** A rule as people read it. */
export const presentRule = (item: RuleItem): Output<'points.rules'>['items'][number] => {
  const { id, code, category, title, points, yearCap, evidence, isCharter } = item;
  return {
    ...{ id, code, title, points, yearCap, evidence, isCharter, pointsText: signed(points) },
    category: isCategory(category) ? category : '其他',
  };
};

/** A version of the rules, with its minutes for whoever reads it. */
export function presentBook(ctx: Ctx, world: World, book: Book): Output<'points.rules'> {
  const { districtId, actor } = ctx;
  const { id, villageCode, version, state, adoptedBy, adoptedOn, splitRule, yearEnd } = book;
  return {
    ...{ id, villageCode, version, state, placeLabel: world.placeLabel(villageCode) },
    isTemplate: villageCode === templatePlace(districtId),
    stateText: state === 'DRAFT' ? '草稿，还没有通过' : '已通过',
    adoptedText: adoptedBy && adoptedOn ? `${dayText(adoptedOn)} ${adoptedBy}通过` : null,
    ...{ effectiveFrom: dayText(book.effectiveFrom), effectiveTo: dayText(book.effectiveTo) },
    minutes: book.minutes.map(({ attachment }) => presentPhoto(ctx, attachment)),
    ...{ splitRule, splitText: splitRuleLabel(splitRule), yearEnd, yearEndText: yearEndText(yearEnd) },
    items: book.items.map(presentRule),
    abilities: abilitiesOf(actor, districtId, book),
  };
}

/** A line of a household's ledger. */
export const presentEntry = (
  { now }: Pick<Ctx, 'now'>,
  entry: PointsEntry,
  rules: ReadonlyMap<string, string>,
  reversed: ReadonlySet<string>,
): Output<'points.entries'>['items'][number] => ({
  ...{ id: entry.id, kind: entry.kind, delta: entry.delta, balance: entry.balance, text: entry.text },
  kindText: kindTexts[entry.kind],
  atText: momentText(entry.at, now),
  ruleTitle: entry.ruleItemId ? (rules.get(entry.ruleItemId) ?? null) : null,
  isReversed: reversed.has(entry.id),
});
