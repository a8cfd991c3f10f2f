import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { bodyOf, type Sealed } from '#server/features/points/chain';
import { pickupCode } from '#shared/domain/points/pickup-code';
import { monthAway } from '#shared/domain/points/shop';
import { addDays, dayOf, endOfDay, hourMs, instantAt, later } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';
import type { Picture } from './pictures';
import type { Points } from './points';

/** The points shop of the story's village: an outlet, what is on its shelf, and what families have taken. */
export interface Shop {
  readonly accounts: Prisma.PointsAccountCreateManyInput[];
  readonly entries: Prisma.PointsEntryCreateManyInput[];
  readonly photos: Prisma.AttachmentCreateManyInput[];
  readonly outlets: Prisma.ShopOutletCreateManyInput[];
  readonly keepers: Prisma.ShopKeeperCreateManyInput[];
  readonly goods: (Prisma.ShopGoodCreateManyInput & { id: string })[];
  readonly settlements: Prisma.ShopSettlementCreateManyInput[];
  readonly redemptions: Prisma.RedemptionCreateManyInput[];
}

/** Invented goods: what, for how many points, how many a household and year, how many are left, and its picture. */
const shelf = [
  ['洗衣粉', '2 公斤一袋', 15, null, 26, 'good-powder'],
  ['毛巾', '纯棉，一条', 10, null, 40, 'good-towel'],
  ['菜籽油', '1.8 升一桶，本村榨的', 35, 4, 12, 'good-oil'],
  ['大米', '10 斤一袋', 30, 6, 18, 'good-rice'],
  ['本子和笔', '五个本子、两支笔', 12, null, 0, 'good-books'],
] as const;

/** Who has taken what, by the place of the household in the village: 李大爷 has rice waiting for him. */
const taken = [
  { household: 0, good: 3, state: 'RESERVED' },
  { household: 2, good: 0, state: 'HANDED_OVER' },
  { household: 3, good: 1, state: 'HANDED_OVER' },
  { household: 4, good: 2, state: 'SETTLED' },
  { household: 5, good: 0, state: 'SETTLED' },
] as const;

/** Invents the shop of the story's village. What was handed over in the month before last is settled by the town's clerk. */
export function inventShop({ world, crowd, now }: Stage, points: Points, pictures: ReadonlyMap<string, Picture>): Shop {
  const { districtId } = world;
  const [villageCode, today] = [story.village, dayOf(now)];
  const { merchant, townClerk, gridLead } = crowd.cast;
  const opened = instantAt(addDays(today, -90), 9 * hourMs);
  const outletId = uuid();
  const counterId = uuid();
  const settledMonth = monthAway(today.slice(0, 7), -2);
  const settlement = { districtId, id: uuid(), outletId, villageCode, month: settledMonth };
  const photos: Shop['photos'] = [];
  const goods = shelf.map(([name, about, cost, yearLimit, stock, photo]) => {
    const picture = pictures.get(photo);
    const photoId = picture ? uuid() : null;
    if (picture && photoId)
      photos.push({ districtId, id: photoId, ownerId: gridLead.id, role: 'OTHER', ...picture, createdAt: opened });
    return {
      ...{ districtId, id: uuid(), outletId, villageCode, name, about, points: cost, yearLimit, stock, photoId },
      ...{ isOffered: true, version: 1, createdAt: opened },
    };
  });
  const entries: Shop['entries'] = [];
  const redemptions: Shop['redemptions'] = [];
  const households = crowd.households.filter((household) => household.villageCode === villageCode);
  taken.forEach(({ household: place, good: at, state }, index) => {
    const household = households[place];
    const account = points.accounts.find(({ householdId }) => householdId === household?.id);
    const good = goods[at];
    if (!household || !account || !good) return;
    const id = uuid();
    const when = instantAt(
      state === 'SETTLED' ? `${settledMonth}-1${index}` : addDays(today, -1),
      (9 + index) * hourMs,
    );
    // In the first days of a year there is nothing yet to take points from.
    if (when <= new Date(account.openedAt)) return;
    const actorId = crowd.people.find(({ householdId }) => householdId === household.id)?.id ?? merchant.id;
    const sealed: Sealed = {
      ...{ id: uuid(), accountId: account.id ?? '', counterId, villageCode, kind: 'REDEEM', delta: -good.points },
      ...{ source: `redemption:${id}`, text: `兑换「${good.name}」`, at: when, actorId },
      ...{ ruleItemId: null, reversesId: null, reviewerId: null },
    };
    entries.push({ districtId, ...sealed, seq: 0, body: bodyOf(sealed), balance: 0, previous: '', hash: '' });
    const handedAt = state === 'RESERVED' ? null : later(when, 3 * hourMs);
    redemptions.push({
      ...{ districtId, id, householdId: household.id, villageCode, outletId, goodId: good.id, goodName: good.name },
      ...{ count: 1, points: good.points, state, code: pickupCode(id.replaceAll('-', '').slice(-24)) },
      ...{ requestedById: actorId, createdAt: when, expiresAt: endOfDay(addDays(dayOf(when), 14)) },
      ...{ handedAt, endedAt: handedAt, handedById: handedAt ? merchant.id : null },
      settlementId: state === 'SETTLED' ? settlement.id : null,
    });
  });
  const settled = redemptions.filter(({ state }) => state === 'SETTLED');
  return {
    ...{ entries, photos, goods, redemptions },
    accounts: [{ districtId, id: counterId, kind: 'SHOP', villageCode, openedAt: opened }],
    outlets: [
      {
        ...{ districtId, id: outletId, villageCode, name: '高桥便民超市', address: '村委会旁边' },
        ...{ hours: '每天 8:00–18:00', createdAt: opened },
      },
    ],
    keepers: [{ districtId, outletId, personId: merchant.id, since: opened }],
    settlements:
      settled.length === 0
        ? []
        : [
            {
              ...settlement,
              redemptions: settled.length,
              points: settled.reduce((sum, one) => sum + one.points, 0),
              ...{ settledById: townClerk.id, settledAt: instantAt(`${monthAway(settledMonth, 1)}-02`, 10 * hourMs) },
            },
          ],
  };
}
