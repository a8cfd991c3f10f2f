import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { now } from '../clock';
import { desk } from '../desk';
import { household, person } from './people';
import { districtId, home, next } from './place';

/** Somebody who belongs to a household (made when none is given). */
export async function member(given: { householdId?: string; name?: string } = {}) {
  const householdId = given.householdId ?? (await household()).id;
  return person({ ...given, householdId });
}

/** Rules that are in force; the home village's unless a place is given. */
export async function ruleBook(
  given: { villageCode?: string; items?: Partial<Prisma.RuleItemCreateManyInput>[] } = {},
) {
  const id = uuid();
  const rules = given.items ?? [
    { code: 'cleanup', title: '参加院坝清扫', points: 5, yearCap: 20 },
    { code: 'litter', title: '乱扔垃圾，提醒后还扔', points: -2, yearCap: 10, isCharter: true },
  ];
  await desk().prisma.ruleBook.create({
    data: {
      ...{ districtId, id, villageCode: given.villageCode ?? home.village, version: next(), state: 'ADOPTED' },
      ...{ adoptedBy: '村民代表会议', adoptedOn: new Date('2026-01-05'), effectiveFrom: new Date('2026-01-10') },
      ...{ draftedById: uuid(), createdAt: now() },
    },
  });
  const items = rules.map((rule, sort) => ({
    ...{ districtId, id: uuid(), bookId: id, code: `rule-${sort}`, category: '共建共治', title: '一件好事', points: 5 },
    ...{ yearCap: 30, evidence: '现场照片', isCharter: false, sort },
    ...rule,
  }));
  await desk().prisma.ruleItem.createMany({ data: items });
  return { id, items };
}
