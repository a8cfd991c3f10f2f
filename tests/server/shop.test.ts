import readXlsxFile from 'read-excel-file/node';
import { bookEntry, verifyLedger } from '#server/features/points/index';
import { expireRedemptions } from '#server/features/shop/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { freshKey, home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const redeem = (who: { id: string }, goodId: string, count = 1) => as(who).call('shop.redeem', { goodId, count });
/** As a phone does: sends the same request again when the desk is too busy to answer. */
async function insist(who: { id: string }, goodId: string) {
  const key = freshKey();
  for (;;) {
    const reply = await as(who).call('shop.redeem', { goodId, count: 1 }, { key });
    if (reply.status !== 503) return reply;
  }
}
const stockOf = async (id: string) => (await desk().prisma.shopGood.findFirstOrThrow({ where: { id } })).stock;
const balance = async (who: { id: string }) => (await as(who).ok('points.mine', {})).balance;
const refusal = async (asked: Promise<{ body: { error?: { code: string } } }>) => (await asked).body.error?.code;

/** Whatever happened: the chain is whole, and every redemption stands in the ledger once for what it took and once for what came back. */
async function expectSound() {
  const verdict = await verifyLedger({ db: desk().prisma, districtId: home.districtId }, []);
  expect(verdict.problem).toBeNull();
  const taken = await desk().prisma.redemption.findMany();
  const entries = await desk().prisma.pointsEntry.findMany({ where: { kind: { in: ['REDEEM', 'REFUND'] } } });
  const booked = new Map(entries.map(({ source, delta }) => [source, delta]));
  for (const { id, points, state } of taken) {
    expect(booked.get(`redemption:${id}`)).toBe(-points);
    const isBack = state === 'CANCELLED' || state === 'EXPIRED';
    expect(booked.get(`refund:${id}`)).toBe(isBack ? points : undefined);
  }
  expect(entries).toHaveLength(
    taken.length + taken.filter(({ state }) => ['CANCELLED', 'EXPIRED'].includes(state)).length,
  );
}

describe('the points shop', () => {
  it('takes points and stock together, gives a code, and hands over once', async () => {
    const outlet = await make.outlet();
    const good = await make.good({ outletId: outlet.id, points: 15 });
    const li = await make.richMember(40);
    const merchant = await make.merchant(outlet);
    expect(await as(li).ok('shop.goods', {})).toMatchObject({ balance: 40, goods: [{ points: 15, stock: 20 }] });

    const { body } = await redeem(li, good.id, 2);
    expect(body).toMatchObject({ state: 'RESERVED', points: 30, count: 2, mayCancel: true });
    expect(body.untilText).toBe('12月7日 周一内');
    expect(body.pickup!.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect([await balance(li), await stockOf(good.id)]).toEqual([10, 18]);

    const { code } = body.pickup!;
    const household = await desk().prisma.household.findFirstOrThrow({ where: { id: li.householdId! } });
    const seen = await as(merchant).ok('shop.look', { code: `cpq-${code.toLowerCase()}` });
    expect(seen).toMatchObject({ count: 2, householdCode: household.code, outletName: outlet.name });
    expect(await as(merchant).ok('shop.counter', {})).toMatchObject({ waiting: 1, handed: [] });
    expect(await as(merchant).ok('shop.handOver', { code })).toMatchObject({ count: 2 });
    expect(await as(merchant).ok('shop.counter', {})).toMatchObject({ waiting: 0, handed: [{ count: 2 }] });
    expect(await refusal(as(merchant).call('shop.handOver', { code }))).toBe('redemption_over');
    const { items } = await as(li).ok('shop.redemptions', {});
    expect(items).toMatchObject([{ state: 'HANDED_OVER', pickup: null, mayCancel: false }]);
    expect(await refusal(as(li).call('shop.cancel', { id: body.id }))).toBe('redemption_over');
    await expectSound();
  });

  it('gives the last 20 of something to 200 families at once exactly 20 times', async () => {
    const good = await make.good({ stock: 20 });
    const families: { id: string }[] = [];
    while (families.length < 200) {
      const some = await Promise.all(Array.from({ length: 8 }, () => make.richMember(30)));
      for (const who of some) await as(who).token();
      families.push(...some);
    }
    const replies = await Promise.all(families.map((who) => insist(who, good.id)));
    const won = replies.filter(({ status }) => status === 200);
    expect(won).toHaveLength(20);
    expect(new Set(won.map(({ body }) => body.pickup!.code)).size).toBe(20);
    expect(new Set(replies.flatMap(({ body }) => body.error?.code ?? []))).toEqual(new Set(['shop_sold_out']));
    expect(await stockOf(good.id)).toBe(0);
    expect(await desk().prisma.redemption.count()).toBe(20);
    await expectSound();
  }, 120_000);

  it('hands one code over once, however many try at once', async () => {
    const outlet = await make.outlet();
    const good = await make.good({ outletId: outlet.id });
    const { body } = await redeem(await make.richMember(30), good.id);
    const merchants = await Promise.all([1, 2, 3].map(() => make.merchant(outlet)));
    const { code } = body.pickup!;
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => as(merchants[turn % 3]!).call('shop.handOver', { code })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.flatMap(({ body: told }) => told.error?.code ?? []))).toEqual(new Set(['redemption_over']));
  }, 60_000);

  it('never lets a family go below nothing or past its year, however it hurries', async () => {
    const [cheap, rare] = [await make.good({ points: 10 }), await make.good({ points: 10, yearLimit: 2 })];
    const poor = await make.richMember(35);
    const many = await Promise.all(Array.from({ length: 20 }, () => redeem(poor, cheap.id)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(3);
    expect([await balance(poor), await stockOf(cheap.id)]).toEqual([5, 17]);
    const rich = await make.richMember(500);
    const limited = await Promise.all(Array.from({ length: 20 }, () => redeem(rich, rare.id)));
    expect(limited.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await refusal(redeem(rich, rare.id))).toBe('shop_year_limit');
    freeze('2027-01-02T10:00:00+08:00');
    const son = await make.member({ householdId: rich.householdId! });
    expect((await redeem(son, rare.id)).status).toBe(200);
    await expectSound();
  }, 60_000);

  it('gives points and goods back when a family cancels or does not come, once', async () => {
    const good = await make.good();
    const li = await make.richMember(60);
    const first = (await redeem(li, good.id)).body;
    const replies = await Promise.all(Array.from({ length: 10 }, () => as(li).call('shop.cancel', { id: first.id })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const second = (await redeem(li, good.id)).body;
    expect(await refusal(as(await make.richMember(5)).call('shop.cancel', { id: second.id }))).toBe('not_found');
    freeze('2026-12-07T23:59:58+08:00');
    expect(await asSystem(expireRedemptions)).toBe(0);
    freeze('2026-12-08T00:00:00+08:00');
    const swept = await Promise.all([1, 2, 3].map(() => asSystem(expireRedemptions)));
    expect(swept.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect([await balance(li), await stockOf(good.id)]).toEqual([60, 20]);
    await expectSound();
    await drain();
    const told = await desk().prisma.notification.findMany({ where: { personId: li.id } });
    expect(told.map(({ kind }) => kind)).toEqual(['redemption.EXPIRED']);
  });

  it('tells the rest of the family what was taken', async () => {
    const good = await make.good();
    const li = await make.richMember(60);
    const wife = await make.member({ householdId: li.householdId! });
    await redeem(li, good.id);
    await drain();
    const told = await desk().prisma.notification.findMany({ where: { kind: 'redemption.RESERVED' } });
    expect(told).toMatchObject([{ personId: wife.id, page: 'packages/points/pages/pickups/index' }]);
    expect(told[0]!.body).toMatch(/取货码 \w{4} \w{4} \w{4}/);
  });
});

describe('the shop refuses', () => {
  it('what is not there, not theirs, or not whole', async () => {
    const good = await make.good();
    const elsewhere = await make.good({ villageCode: home.otherVillage });
    const li = await make.richMember(60);
    expect(await refusal(redeem(li, elsewhere.id))).toBe('shop_other_village');
    expect(await refusal(redeem(await make.person(), good.id))).toBe('points_no_household');
    expect(await refusal(redeem(await make.richMember(9), good.id))).toBe('points_not_enough');
    for (const count of [0, -1, 1.5, 6]) expect(await refusal(redeem(li, good.id, count))).toBe('invalid_input');
    await desk().prisma.shopGood.updateMany({ where: { id: good.id }, data: { isOffered: false } });
    expect(await refusal(redeem(li, good.id))).toBe('shop_good_gone');
    expect(await balance(li)).toBe(60);
  });

  it('hands that are not the outlet’s, slips of the pen, and one’s own family', async () => {
    const outlet = await make.outlet();
    const good = await make.good({ outletId: outlet.id });
    const { body } = await redeem(await make.richMember(30), good.id);
    const { code } = body.pickup!;
    const merchant = await make.merchant(outlet);
    const other = await make.merchant(await make.outlet());
    const wrong = code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`;
    expect(await refusal(as(await make.person()).call('shop.handOver', { code }))).toBe('forbidden');
    expect(await refusal(as(other).call('shop.handOver', { code }))).toBe('redemption_elsewhere');
    expect(await refusal(as(merchant).call('shop.look', { code: wrong }))).toBe('redemption_code_invalid');
    expect(await refusal(as(merchant).call('shop.look', { code: '222222222222' }))).toBe('redemption_code_unknown');
    await asSystem((ctx) =>
      bookEntry(ctx, {
        ...{ householdId: merchant.householdId!, kind: 'AWARD', isBase: true, points: 20, source: 'own', text: '积分' },
      }),
    );
    const own = (await redeem(merchant, good.id)).body.pickup!;
    expect(await refusal(as(merchant).call('shop.handOver', { code: own.code }))).toBe('redemption_own');
    await desk().prisma.post.updateMany({
      where: { personId: merchant.id },
      data: { endsOn: new Date('2026-11-22') },
    });
    expect(await refusal(as(merchant).call('shop.handOver', { code }))).toBe('forbidden');
    freeze('2026-12-08T00:00:00+08:00');
    expect(await refusal(as(await make.merchant(outlet)).call('shop.handOver', { code }))).toBe('redemption_over');
  });
});

describe('the village', () => {
  it('keeps outlets, goods and hands, and nobody else does', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const place = { villageCode: home.village, name: '高桥便民超市', address: '村委会旁边', hours: '每天 8:00–18:00' };
    const outlet = await as(lead).ok('shop.saveOutlet', place);
    const item = { name: '大米', about: '10 斤一袋', points: 30, yearLimit: 4, photoId: null, isOffered: true };
    const rice = await as(lead).ok('shop.saveGood', { outletId: outlet.id, ...item });
    expect(rice).toMatchObject({ stock: 0, version: 1 });
    expect(await as(lead).ok('shop.stock', { goodId: rice.id, change: 12, note: '进货' })).toMatchObject({ stock: 12 });
    const short = as(lead).call('shop.stock', { goodId: rice.id, change: -13, note: '盘点' });
    expect(await refusal(short)).toBe('shop_stock_short');
    const edit = { outletId: outlet.id, ...item, id: rice.id, version: 1, points: 25 };
    expect(await as(lead).ok('shop.saveGood', edit)).toMatchObject({ points: 25, version: 2, stock: 12 });
    expect(await refusal(as(lead).call('shop.saveGood', edit))).toBe('stale_version');
    expect(await refusal(as(lead).call('shop.saveGood', { ...edit, version: 2, points: 9 }))).toBe('invalid_input');

    const keeper = await make.person({ phone: '19999008888' });
    const unknown = as(lead).call('shop.appointKeeper', { outletId: outlet.id, phone: '19999007777' });
    expect(await refusal(unknown)).toBe('shop_keeper_unknown');
    for (const _ of [1, 2]) await as(lead).ok('shop.appointKeeper', { outletId: outlet.id, phone: '19999008888' });
    expect((await as(keeper).ok('me.get', {})).posts).toMatchObject([{ kind: 'MERCHANT', label: '积分兑换点' }]);
    expect(await as(keeper).ok('shop.counter', {})).toMatchObject({ outlets: [{ name: '高桥便民超市' }] });
    expect(await as(lead).ok('shop.desk', { villageCode: home.village })).toMatchObject({
      outlets: [{ keepers: [{ id: keeper.id }] }],
      goods: [{ name: '大米' }],
    });
    await as(lead).ok('shop.dismissKeeper', { outletId: outlet.id, personId: keeper.id });
    expect(await refusal(as(keeper).call('shop.counter', {}))).toBe('forbidden');

    const others = [await make.staff('GRID_STAFF', home.grid), await make.staff('GRID_LEAD', home.otherVillage)];
    for (const other of others) {
      expect(await refusal(as(other).call('shop.saveOutlet', place))).toBe('forbidden');
      expect(await refusal(as(other).call('shop.stock', { goodId: rice.id, change: 1, note: '进货' }))).toBe(
        'forbidden',
      );
      expect(await refusal(as(other).call('shop.desk', { villageCode: home.village }))).toBe('forbidden');
      const asked = { villageCode: home.village, month: '2026-10', reason: '看看' };
      expect(await refusal(as(other).call('shop.report', asked))).toBe('forbidden');
    }
  });

  it('settles a month once, by somebody who handed nothing over, and takes it along as a table without money', async () => {
    freeze('2026-10-20T10:00:00+08:00');
    const outlet = await make.outlet();
    const good = await make.good({ outletId: outlet.id, points: 15 });
    const merchant = await make.merchant(outlet);
    for (const count of [1, 2]) {
      const { body } = await redeem(await make.richMember(60), good.id, count);
      await as(merchant).ok('shop.handOver', { code: body.pickup!.code });
    }
    const [lead, clerk] = [await make.staff('GRID_LEAD', home.village), await make.staff('TOWN_CLERK', home.town)];
    const last = (await redeem(await make.richMember(60), good.id)).body.pickup!;
    const settle = (who: { id: string }) => as(who).call('shop.settle', { outletId: outlet.id, month: '2026-10' });
    expect(await refusal(settle(clerk))).toBe('settlement_month_running');
    await as(lead).ok('shop.handOver', { code: last.code });

    freeze('2026-11-02T10:00:00+08:00');
    const asked = { villageCode: home.village, month: '2026-10' };
    const line = { redemptions: 3, points: 60, goods: [{ count: 4, points: 60 }], settledText: null };
    expect(await as(lead).ok('shop.month', asked)).toMatchObject({
      isOver: true,
      lines: [{ ...line, maySettle: false }],
    });
    expect(await refusal(settle(lead))).toBe('settlement_own');
    const ends = await Promise.all(Array.from({ length: 8 }, () => settle(clerk)));
    expect(ends.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(ends.flatMap(({ body }) => body.error?.code ?? []))).toEqual(new Set(['settlement_done']));
    expect(await as(clerk).ok('shop.month', asked)).toMatchObject({ lines: [{ settledText: '今天结清' }] });
    expect(await desk().prisma.redemption.count({ where: { state: 'SETTLED' } })).toBe(3);

    const { url, rows } = await as(clerk).ok('shop.report', { ...asked, reason: '月底对账' });
    expect(await desk().prisma.fileToErase.findMany({ where: { key: { endsWith: '.xlsx' } } })).toHaveLength(1);
    expect(rows).toBe(1);
    const file = await fetch(`${desk().url}${url}`);
    const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    const cells = JSON.stringify(sheets);
    expect(cells).toContain('理由：月底对账');
    expect(cells).toContain(outlet.name);
    expect(cells).not.toMatch(/元|￥|¥|价/);
    const facts = await desk().prisma.domainEvent.findMany({ where: { name: 'shop.exported' } });
    expect(facts).toMatchObject([{ actorId: clerk.id, payload: { rows: 1, reason: '月底对账' } }]);
    await expectSound();
  });
});
