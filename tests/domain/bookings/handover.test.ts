import { disputeTypes } from '#shared/contract/bookings';
import { handoverCategory, handovers, handoverTitle } from '#shared/domain/bookings/handover';
import { categories } from '../../../prisma/data/categories.json';

const known = new Set(categories.map(({ code }) => code));

describe('a matter that is handed on', () => {
  it.each([
    ['mediation', '邻里', 'dispute_neighbor', '请人民调解：邻里纠纷'],
    ['mediation', '借贷', 'dispute_other', '请人民调解：借贷纠纷'],
    ['mediation', '其他', 'dispute_other', '请人民调解'],
    ['legalAid', '劳动', 'legal_aid', '申请法律援助：劳动'],
    ['desk', '劳动', 'wages', '法律顾问转来的事：劳动'],
    ['desk', '其他', 'other', '法律顾问转来的事'],
  ] as const)('to %s about %s is filed as %s', (handover, disputeType, category, title) => {
    expect(handoverCategory(handover, disputeType)).toBe(category);
    expect(handoverTitle(handover, disputeType)).toBe(title);
  });

  it('always has a category that exists', () => {
    for (const handover of handovers)
      for (const disputeType of disputeTypes) expect(known).toContain(handoverCategory(handover, disputeType));
  });
});
