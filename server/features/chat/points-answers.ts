import type { PointsAsk } from '#shared/domain/chat/points-ask';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { whatWaits, whyTaken } from '../claims/index';
import { talkOfPoints } from '../points/index';
import { talkOfShop } from '../shop/index';
import type { StoredCard } from './stored-card';

const home = { label: '看我家积分', action: 'page', payload: { url: '/packages/points/pages/family/index' } };
const rules = { label: '看积分规则', action: 'page', payload: { url: '/packages/points/pages/rules/index' } };
const shop = { label: '看能换什么', action: 'page', payload: { url: '/packages/points/pages/shop/index' } };
const pickups = { label: '看取货码', action: 'page', payload: { url: '/packages/points/pages/pickups/index' } };
const apply = { label: '申请加分', action: 'claim.start' };
const contact = { label: '联系网格员', action: 'contact' };

/** The answer to a question about the family's points; somebody without a household hears how to get into one. */
export async function pointsAnswer(ctx: Ctx, ask: PointsAsk): Promise<{ text: string; card: StoredCard }> {
  try {
    const { text, mine, lines } = await (ask === 'shop' || ask === 'pickup'
      ? talkOfShop(ctx, ask)
      : talkOfPoints(ctx, ask));
    const { name, placeLabel, balance, stars } = mine;
    const taken = ask === 'why' ? await whyTaken(ctx) : undefined;
    const waits = ask === 'why' || ask === 'balance' ? await whatWaits(ctx) : undefined;
    const asked = ask === 'why' && !taken && waits?.isTaking ? '还没有扣。' : (taken?.text ?? text);
    const page = taken?.claimId ?? (ask === 'why' && waits?.isTaking ? waits.claimId : undefined);
    return {
      text: `${asked}${waits?.text ?? ''}`,
      card: {
        type: 'points',
        points: { name, placeLabel, balance, stars, lines: [...lines] },
        options: page ? ofTaken(page, taken !== undefined) : optionsOf(ask),
      },
    };
  } catch (error) {
    if (!(error instanceof AppError) || !['points_no_household', 'points_rules_missing'].includes(error.code))
      throw error;
    return {
      text:
        error.code === 'points_no_household'
          ? '积分是按户记的，您还没有登记到哪一户。在“我的”里点“家庭”登记，登记好了就能查。'
          : '您那里还没有定积分规则，可以问问网格员。',
      card: { type: 'choice', options: [contact, rules] },
    };
  }
}

/** The grounds of a deduction, what can be said against it and the appeal stand on one page. */
function ofTaken(claimId: string, isBooked: boolean) {
  const payload = { url: `/packages/points/pages/claim/index?id=${claimId}` };
  return [
    { label: '看依据和凭证', action: 'page', payload },
    { label: isBooked ? '我要申诉' : '我有意见', action: 'page', payload },
    rules,
  ];
}

function optionsOf(ask: PointsAsk) {
  if (ask === 'shop') return [shop, home];
  if (ask === 'pickup') return [pickups, shop];
  if (ask === 'how') return [apply, rules, home];
  return ask === 'why' ? [home, rules, contact] : [home, rules, shop];
}
