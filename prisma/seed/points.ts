import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { bodyOf, type Sealed } from '#server/features/points/chain';
import { templatePlace } from '#server/features/points/rule-books';
import type { Rule } from '#shared/domain/points/rules';
import { starsOf } from '#shared/domain/points/stars';
import { endOfYear, noticeFrom } from '#shared/domain/points/year-end';
import { addDays, dayOf, hourMs, instantAt } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';

/** Rules, accounts and entries of the demonstration. Entries of a household stand in the order of time: the database numbers them so. */
export interface Points {
  readonly books: Prisma.RuleBookCreateManyInput[];
  readonly items: Prisma.RuleItemCreateManyInput[];
  readonly accounts: Prisma.PointsAccountCreateManyInput[];
  readonly entries: Prisma.PointsEntryCreateManyInput[];
  /** 李大爷's year before, which expired. */
  readonly years: Prisma.PointsYearCreateManyInput[];
}

/** The district's template. Points and caps: domain.md 6.8; wording default, to be confirmed. */
const template: readonly Omit<Rule, 'code'>[] = [
  rule('共建共治', '参加村民会议、院坝会', 2, 12, '签到表'),
  rule('共建共治', '参加院坝清扫、人居环境整治', 5, 30, '现场照片'),
  rule('共建共治', '报告隐患、矛盾线索，经核实', 5, 20, '办结的编号'),
  rule('社会公德', '志愿服务两小时', 5, 30, '服务记录'),
  rule('社会公德', '为公益事捐工投劳', 10, 30, '照片和证明人'),
  rule('家庭美德', '照顾邻里老人、困难户', 3, 30, '受助人证明'),
  rule('家庭美德', '矛盾自己谈拢或调解后说到做到', 5, 10, '调解书或回访记录'),
  rule('个人品德', '听普法讲座', 5, 20, '签到表'),
  rule('个人品德', '评上示范户、当法律明白人并履职', 10, 10, '证书或履职记录'),
  rule('个人品德', '拾金不昧、见义勇为', 5, 20, '失主或经手人证明、照片'),
  { ...rule('社会公德', '乱扔垃圾，提醒后还扔', -2, 10, '照片和提醒记录'), isCharter: true },
  { ...rule('社会公德', '露天焚烧，提醒后还烧', -5, 15, '照片和提醒记录'), isCharter: true },
  { ...rule('社会公德', '滥办酒席，劝阻后还办', -5, 10, '劝阻记录'), isCharter: true },
  { ...rule('家庭美德', '拒不赡养老人，经调解或判决认定', -10, 30, '调解书或判决书'), isCharter: true },
  { ...rule('社会公德', '骚扰邻里，经认定后不改', -5, 15, '认定文书和提醒记录'), isCharter: true },
];

function rule(category: Rule['category'], title: string, points: number, yearCap: number, evidence: string) {
  return { category, title, points, yearCap, evidence, isCharter: false };
}

const base = 100;

/** A year of points: the basic hundred, then what the families did. 李大爷's family has done much and lost two. */
export function inventPoints({ world, crowd, random, now }: Stage): Points {
  const { districtId } = world;
  const today = dayOf(now);
  const year = today.slice(0, 4);
  const bookId = uuid();
  const [drafter, reviewer] = [crowd.cast.justice.id, crowd.cast.admin.id];
  const items = template.map((each, sort) => ({
    ...{ districtId, id: uuid(), bookId, code: `rule-${sort + 1}`, sort },
    ...each,
  }));
  const books = [
    {
      ...{ districtId, id: bookId, villageCode: templatePlace(districtId), version: 1, state: 'ADOPTED' as const },
      ...{ adoptedBy: '区里的通用办法（演示）', adoptedOn: new Date(`${year}-01-01`) },
      ...{ effectiveFrom: new Date(`${year}-01-01`), draftedById: drafter, adoptedById: reviewer },
      ...{ createdAt: instantAt(`${year}-01-01`, 9 * hourMs), yearEnd: 'RESET' as const },
    },
  ];
  const accounts: Prisma.PointsAccountCreateManyInput[] = [];
  const entries: Prisma.PointsEntryCreateManyInput[] = [];
  const years: Prisma.PointsYearCreateManyInput[] = [];
  const pools = new Map<string, string>();
  const opened = instantAt(`${year}-01-01`, 8 * hourMs);
  const poolOf = (villageCode: string): string => {
    const known = pools.get(villageCode) ?? uuid();
    if (!pools.has(villageCode)) accounts.push({ districtId, id: known, kind: 'POOL', villageCode, openedAt: opened });
    pools.set(villageCode, known);
    return known;
  };
  const days = Math.max(1, Math.floor((now.getTime() - opened.getTime()) / 86_400_000));
  for (const household of crowd.households) {
    const isStory = household.villageCode === story.village;
    if (!isStory && !random.chance(0.3)) continue;
    const account = { districtId, id: uuid(), kind: 'HOUSEHOLD' as const, villageCode: household.villageCode };
    const isOld = household.id === crowd.cast.resident.householdId;
    const last = Number(year) - 1;
    accounts.push({
      ...{ ...account, householdId: household.id },
      openedAt: isOld ? instantAt(`${last}-01-01`, 8 * hourMs) : opened,
    });
    /** Behind every deed in the story's village stands a claim (claims.ts): entered by its grid staff, checked by a reviewer of another household. */
    const judge = household.id === crowd.cast.reviewer.householdId ? crowd.cast.council.id : crowd.cast.reviewer.id;
    const [maker, checker] = isStory ? [crowd.cast.gridStaff.id, judge] : [drafter, reviewer];
    const deedSource = (source: string) => (isStory ? `claim:${uuid()}` : source);
    const add = (
      at: Date,
      delta: number,
      text: string,
      item: { id: string } | undefined,
      source: string,
      expiredId?: string,
    ) => {
      const sealed: Sealed = {
        ...{
          id: uuid(),
          accountId: account.id,
          counterId: expiredId ?? poolOf(account.villageCode),
          villageCode: account.villageCode,
        },
        ...{
          kind: expiredId ? 'EXPIRE' : delta > 0 ? 'AWARD' : 'DEDUCT',
          delta,
          source,
          ruleItemId: item?.id ?? null,
          reversesId: null,
        },
        ...(item ? { actorId: maker, reviewerId: checker } : { actorId: drafter, reviewerId: reviewer }),
        ...{ text, at },
      };
      entries.push({ districtId, ...sealed, seq: 0, body: bodyOf(sealed), balance: 0, previous: '', hash: '' });
    };
    if (isOld) {
      const end = endOfYear(last);
      add(
        instantAt(`${last}-01-01`, 9 * hourMs),
        base,
        `${last} 年的基础分`,
        undefined,
        `base:${last}:${household.id}`,
      );
      const expiredId = uuid();
      accounts.push({
        ...{ districtId, id: expiredId, kind: 'EXPIRED', villageCode: household.villageCode, openedAt: end },
      });
      add(end, -base, `${last} 年的积分到期清零`, undefined, `expire:${last}:${household.id}`, expiredId);
      years.push({
        ...{ districtId, householdId: household.id, year: last, accountId: account.id, expires: true },
        ...{ toldAt: noticeFrom(last), closesAt: end, closedAt: end, balance: base, stars: starsOf(base).stars },
        ...{ plus: base, minus: 0, spent: 0, expired: base },
      });
    }
    add(opened, base, `${year} 年的基础分`, undefined, `base:${year}:${household.id}`);
    const deeds = isStory ? random.int(4, 8) : random.int(0, 3);
    const moments = Array.from({ length: deeds }, () => random.int(1, days - 1)).sort((a, b) => a - b);
    for (const [index, after] of moments.entries()) {
      const item = items[random.int(0, 8)];
      const at = instantAt(addDays(`${year}-01-01`, after), random.int(9, 17) * hourMs);
      if (item && at < now) add(at, item.points, item.title, item, deedSource(`demo:${household.id}:${index}`));
    }
    const litter = items.find(({ points }) => points === -2);
    if (litter && (isOld || random.chance(0.05)))
      add(
        instantAt(addDays(today, -6), 10 * hourMs),
        litter.points,
        litter.title,
        litter,
        deedSource(`demo:${household.id}:litter`),
      );
  }
  return { books, items, accounts, entries, years };
}
