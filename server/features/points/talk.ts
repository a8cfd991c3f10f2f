import type { Output } from '#shared/contract';
import type { PointsAsk } from '#shared/domain/chat/points-ask';
import type { Ctx } from '../../kernel/context';
import { signed } from './present';
import { myEntries, myPoints } from './reads';
import { bookInForce } from './rule-books';

/** What the desk says of a family's points: a sentence, where it stands, and the lines the sentence is about. */
export interface PointsTalk {
  readonly text: string;
  readonly mine: Output<'points.mine'>;
  readonly lines: readonly { text: string; value: string; note: string }[];
}

type Entry = Output<'points.entries'>['items'][number];

const shown = 3;

/** Answers from the ledger and the rules in force. Throws points_no_household for somebody who belongs to no household. */
export async function talkOfPoints(ctx: Ctx, ask: Exclude<PointsAsk, 'shop' | 'pickup'>): Promise<PointsTalk> {
  const mine = await myPoints(ctx);
  if (ask === 'how' || ask === 'rules') return { mine, ...(await ofRules(ctx, mine, ask)) };
  const { items } = await myEntries(ctx, { limit: 50 });
  if (ask === 'why') return { mine, ...whyLess(items) };
  const left = mine.missing > 0 ? `，再得 ${mine.missing} 分就是${mine.nextStars}星` : '';
  return {
    mine,
    text: `${mine.name}现在 ${mine.balance} 分，${mine.stars > 0 ? `${mine.stars}星` : '还没有星'}${left}。今年加了 ${mine.yearPlus} 分，扣了 ${-mine.yearMinus} 分。`,
    lines: items.slice(0, shown).map(lineOf),
  };
}

const lineOf = ({ text, delta, atText, ruleTitle }: Entry) => ({
  text,
  value: signed(delta),
  note: [atText, ruleTitle && ruleTitle !== text ? `依据：${ruleTitle}` : ''].filter(Boolean).join(' · '),
});

function whyLess(items: readonly Entry[]): Omit<PointsTalk, 'mine'> {
  const lost = items.filter(({ kind, isReversed }) => kind === 'DEDUCT' && !isReversed);
  if (lost.length === 0) return { text: '您家没有被扣过分。少的分是兑换或者到期清零，流水里看得到。', lines: [] };
  const [last] = lost;
  return {
    text: `最近一次是${last?.atText ?? ''}扣的：${last?.text ?? ''}。扣分要有村规民约的依据、先提醒过、由评议小组通过。觉得不对，可以申诉。`,
    lines: lost.slice(0, shown).map(lineOf),
  };
}

async function ofRules(ctx: Ctx, mine: Output<'points.mine'>, ask: 'how' | 'rules'): Promise<Omit<PointsTalk, 'mine'>> {
  const household = await ctx.db.household.findUniqueOrThrow({
    where: { districtId_id: { districtId: ctx.districtId, id: mine.householdId } },
    select: { villageCode: true },
  });
  const { items } = await bookInForce(ctx, household.villageCode);
  const chosen = items.filter(({ points }) => ask === 'rules' || points > 0);
  return {
    text:
      ask === 'how'
        ? '这些事能加分。做了以后拍张照片，在这里说一声“要加分”，网格核对、评议小组通过、公示 7 天没有意见就记上。'
        : '这是您那里现在用的规则，村民代表会议通过的。扣分的事都写在村规民约里。',
    lines: chosen.slice(0, 6).map(({ title, points, yearCap, evidence }) => ({
      text: title,
      value: signed(points),
      note: `一年最多 ${yearCap} 分 · 凭${evidence}`,
    })),
  };
}
