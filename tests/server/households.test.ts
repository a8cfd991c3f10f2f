import { verifyLedger } from '#server/features/points/index';
import type { Name } from '#shared/contract';
import { as } from '../support/api';
import { apply, village, vote } from '../support/claims';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { districtId } from '../support/make/place';

type Who = { id: string };
/** 长胜村, in the same town. */
const far = '511502101201';
beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code ?? 'ok';
const said = async <N extends Name>(who: Who, name: N, input: Parameters<ReturnType<typeof as>['call']>[1]) =>
  code(await as(who).call(name, input as never));

/** A household with a head and so many points. */
async function family(points = 0, given: Parameters<typeof make.household>[0] = {}) {
  const household = await make.household(given);
  const head = await make.member({ householdId: household.id, name: '李大爷' });
  await desk().prisma.household.updateMany({ where: { id: household.id }, data: { headId: head.id } });
  if (points > 0) await give(household.id, points);
  return { household, head };
}

const give = (householdId: string, points: number) =>
  asSystem(async (ctx) => {
    const { bookEntry } = await import('#server/features/points/index');
    return bookEntry(ctx, {
      householdId,
      kind: 'AWARD',
      isBase: true,
      points,
      source: `base:${householdId}`,
      text: '一年的积分',
    });
  });

const balance = async (householdId: string) =>
  (await desk().prisma.pointsAccount.findFirst({ where: { householdId } }))?.balance ?? 0;
const openMove = async (who: Who) => {
  const { moves } = await as(who).ok('households.mine', {});
  return moves.find(({ state }) => state === 'OPEN')!;
};

/** The chains are whole, every village's entries are its households' balances, and all accounts together are nothing. */
async function expectClean(): Promise<void> {
  expect(await asSystem((ctx) => verifyLedger(ctx, []))).toMatchObject({ problem: null });
  const [{ off }] = await desk().prisma.$queryRaw<[{ off: number }]>`
    SELECT count(*)::int AS off FROM (SELECT "villageCode", sum("balance") AS points FROM "PointsAccount" WHERE "kind" = 'HOUSEHOLD' GROUP BY 1) a
    FULL JOIN (SELECT "villageCode", sum("delta") AS points FROM "PointsEntry" GROUP BY 1) e USING ("villageCode")
    WHERE COALESCE(a.points, 0) <> COALESCE(e.points, 0)`;
  expect(off).toBe(0);
  const transit = await desk().prisma.pointsEntry.aggregate({
    where: { kind: { in: ['MOVE_IN', 'MOVE_OUT'] } },
    _sum: { delta: true },
  });
  expect(transit._sum.delta ?? 0).toBe(0);
}

describe('belonging to a household', () => {
  it('is asked for by its number and confirmed by the head or by grid staff: both at once let in once', async () => {
    const { household, head } = await family();
    const mother = await make.member({ householdId: household.id, name: '李婆婆' });
    const staff = await make.staff('GRID_STAFF', home.grid);
    const son = await make.person({ name: '李小军' });
    await as(son).ok('households.join', { householdCode: household.code, note: '我是他儿子' });
    expect(await said(son, 'households.join', { householdCode: household.code })).toBe('household_asked');
    await drain();
    const told = async (who: Who) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
    expect(await told(head)).toContain('有人申请入您家的户');
    expect(await told(staff)).toContain('有人申请入户，等您确认');

    const { id } = await openMove(head);
    expect((await as(staff).ok('households.desk', { view: 'open' })).items).toMatchObject([
      { id, text: `李小军要入李家（${household.code}）`, abilities: ['grant', 'refuse'] },
    ]);
    const ends = await Promise.all([head, staff].map((who) => said(who, 'households.decide', { id, isGranted: true })));
    expect(ends.sort()).toEqual(['household_decided', 'ok']);
    expect((await as(son).ok('households.mine', {})).household?.members.map(({ name }) => name)).toEqual([
      '李大爷',
      '李婆婆',
      '李小军',
    ]);
    await drain();
    expect(await told(son)).toContain('入户办好了');
    expect(await told(mother)).toContain('李小军入了李家');
  });

  it('is for nobody else to decide: not for a stranger, other staff, other members, or whoever asks', async () => {
    const { household } = await family();
    const member = await make.member({ householdId: household.id });
    const distant = await make.staff('GRID_STAFF', '511502116201001');
    const asker = await make.staff('GRID_STAFF', home.grid);
    await as(asker).ok('households.join', { householdCode: household.code });
    const { id } = await openMove(asker);
    const decide = (who: Who) => said(who, 'households.decide', { id, isGranted: true });
    expect(await decide(await make.person())).toBe('not_found');
    expect(await decide(distant)).toBe('not_found');
    expect(await decide(member)).toBe('not_found');
    expect(await decide(asker)).toBe('points_own_claim');
    expect(await said(distant, 'households.join', { householdCode: 'H-不存在' })).toBe('household_unknown');
    expect(await said(member, 'households.join', { householdCode: household.code })).toBe('household_member_elsewhere');
    expect(await said(await make.person(), 'households.desk', { view: 'open' })).toBe('forbidden');
    const lead = await make.staff('GRID_LEAD', home.village);
    expect(await said(lead, 'households.decide', { id, isGranted: false })).toBe('household_reason_missing');
    await as(lead).ok('households.decide', { id, isGranted: false, reason: '户口不在这里' });
    expect((await as(asker).ok('households.mine', {})).moves).toMatchObject([
      { state: 'REFUSED', reason: '户口不在这里' },
    ]);
  });

  it('comes with the head’s one-time code: of three who take it at once one gets in, and it runs out', async () => {
    const { household, head } = await family();
    const [a, b, c] = await Promise.all([make.person(), make.person(), make.person()]);
    const first = await as(head).ok('households.invite', {});
    const { code: word } = await as(head).ok('households.invite', {});
    expect(await said(a, 'households.accept', { code: first.code })).toBe('household_invite_invalid');
    expect(await as(a).ok('households.invited', { code: `CPH-${word}` })).toMatchObject({
      name: '李家',
      code: household.code,
    });
    const ends = await Promise.all([a, b, c].map((who) => said(who, 'households.accept', { code: word })));
    expect(ends.sort()).toEqual(['household_invite_over', 'household_invite_over', 'ok']);
    expect(await desk().prisma.person.count({ where: { householdId: household.id } })).toBe(2);

    const late = await as(head).ok('households.invite', {});
    freeze('2026-11-26T10:00:00+08:00');
    expect(await said(await make.person(), 'households.accept', { code: late.code })).toBe('household_invite_over');
    expect(await said(await make.member({ householdId: household.id }), 'households.invite', {})).toBe(
      'household_head_only',
    );
  });

  it('is registered anew by grid staff; numbers of a village follow one another though two are registered at once', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const people = await Promise.all([1, 2, 3].map(() => make.person()));
    for (const who of people) await as(who).ok('households.register', { name: '王家' });
    const moves = await Promise.all(people.map(openMove));
    const ends = await Promise.all(moves.map(({ id }) => said(lead, 'households.decide', { id, isGranted: true })));
    expect(ends).toEqual(['ok', 'ok', 'ok']);
    const homes = await desk().prisma.household.findMany({ orderBy: { code: 'asc' } });
    expect(homes.map((one) => one.code)).toEqual(['101208-001', '101208-002', '101208-003']);
    expect(homes.map(({ headId }) => headId).sort()).toEqual(people.map(({ id }) => id).sort());
  });

  it('is left by members, not by the head while others stay, nor by the last; the headship goes to a grown-up of the family', async () => {
    const { household, head } = await family();
    expect(await said(head, 'households.leave', {})).toBe('household_last_member');
    const son = await make.member({ householdId: household.id });
    const child = await make.person({ householdId: household.id, adultOn: new Date('2030-01-01') });
    expect(await said(head, 'households.leave', {})).toBe('household_head_stays');
    expect(await said(head, 'households.handOver', { personId: child.id })).toBe('not_found');
    expect(await said(son, 'households.handOver', { personId: son.id })).toBe('household_head_only');
    await as(head).ok('households.handOver', { personId: son.id });
    await as(head).ok('households.leave', {});
    expect((await as(head).ok('households.mine', {})).household).toBeNull();
    const staff = await make.staff('GRID_STAFF', home.grid);
    expect(
      await said(await make.staff('GRID_STAFF', '511502116201001'), 'households.nameHead', {
        householdId: household.id,
        personId: son.id,
      }),
    ).toBe('points_foreign_household');
    expect(await said(staff, 'households.nameHead', { householdId: household.id, personId: child.id })).toBe(
      'not_found',
    );
  });

  it('counts minors in, and neither scores nor shows them', async () => {
    const at = await village();
    await desk().prisma.household.updateMany({ where: { id: at.householdId }, data: { headId: at.li.id } });
    const { code: word } = await as(at.li).ok('households.invite', {});
    const child = await make.person({ name: '李小宝' });
    await as(child).ok('households.accept', { code: word, bornOn: '2015-06-01' });
    expect(code(await apply(child, at.more))).toBe('points_minor');
    const seen = await as(at.staff).ok('claims.households', { text: '' });
    expect(seen.items.flatMap(({ members }) => members.map(({ name }) => name))).toEqual(
      expect.not.arrayContaining(['李小宝']),
    );
    expect((await as(at.staff).ok('claims.households', { text: '李小宝' })).items).toEqual([]);
    const { body } = await apply(at.li, at.more);
    await drain();
    await as(at.staff).ok('claims.accept', { id: body.id, version: body.version });
    for (const who of at.panel) await vote(who, body.id);
    await drain();
    expect((await as(child).ok('notifications.list', {})).items).toEqual([]);
    expect((await as(child).ok('households.mine', {})).isMinor).toBe(true);
    freeze('2033-06-01T10:00:00+08:00');
    expect((await as(child).call('households.mine', {})).body.isMinor ?? false).toBe(false);
  });
});

describe('a household that is split', () => {
  /** A head, a son and a daughter with 100 points. */
  async function three(points = 100) {
    await make.ruleBook();
    const { household, head } = await family(points);
    const son = await make.member({ householdId: household.id, name: '李小军' });
    const daughter = await make.member({ householdId: household.id, name: '李小红' });
    return { household, head, son, daughter, staff: await make.staff('GRID_STAFF', home.grid) };
  }

  it('gives those who go their share by the rule book, once they, the head and grid staff agree', async () => {
    const { household, head, son, daughter, staff } = await three();
    const asked = { name: '李小军家', personIds: [son.id] };
    expect(await said(son, 'households.split', { ...asked, personIds: [(await make.member()).id] })).toBe('not_found');
    expect(await said(son, 'households.split', { ...asked, personIds: [son.id, head.id] })).toBe(
      'household_head_stays',
    );
    expect(await said(son, 'households.split', { ...asked, points: 101 })).toBe('household_split_points');
    await as(son).ok('households.split', asked);
    expect(await said(head, 'households.split', { ...asked, personIds: [daughter.id] })).toBe('household_change_open');
    const { id, waitingFor, pointsText } = await openMove(son);
    expect([waitingFor, pointsText]).toEqual([['李大爷'], '按成年人的人数平分，除不尽的留在原来的户']);
    expect(await said(staff, 'households.decide', { id, isGranted: true })).toBe('household_consent_missing');
    await as(head).ok('households.consent', { id });
    const ends = await Promise.all([1, 2].map(() => said(staff, 'households.decide', { id, isGranted: true })));
    expect(ends.sort()).toEqual(['household_decided', 'ok']);
    const { household: own } = await as(son).ok('households.mine', {});
    expect(own).toMatchObject({ name: '李小军家', balance: 33 });
    expect(await balance(household.id)).toBe(67);
    expect(await as(head).ok('points.mine', {})).toMatchObject({ balance: 67, yearMinus: 0, yearPlus: 100 });
    expect((await as(son).ok('points.entries', {})).items).toMatchObject([
      { kind: 'MOVE_IN', delta: 33, text: '分户，从李家分来' },
    ]);
    await expectClean();
  });

  it('takes the number all have agreed on, or what staff were told face to face; who has come or gone since is seen', async () => {
    const { household, head, son, daughter, staff } = await three();
    await as(son).ok('households.split', { name: '李小军家', personIds: [son.id], points: 50 });
    const { id } = await openMove(son);
    await as(head).ok('households.consent', { id });
    expect((await openMove(daughter)).abilities).toEqual(['consent']);
    expect(await said(staff, 'households.decide', { id, isGranted: true })).toBe('household_consent_missing');
    await as(staff).ok('households.decide', { id, isGranted: true, reason: '当面问过李小红，同意' });
    expect(await balance(household.id)).toBe(50);

    await as(head).ok('households.split', { name: '李小红家', personIds: [daughter.id] });
    const second = await openMove(head);
    await as(daughter).ok('households.leave', {});
    expect(await said(staff, 'households.decide', { id: second.id, isGranted: true, reason: '当面问过' })).toBe(
      'household_split_people',
    );
    await as(head).ok('households.withdraw', { id: second.id });
    await expectClean();
  });

  it('while points are being redeemed never goes below nothing, whoever is first', async () => {
    const { household, head, son, staff } = await three(100);
    const good = await make.good({ points: 60, stock: 5 });
    await as(son).ok('households.split', { name: '李小军家', personIds: [son.id], points: 70 });
    const { id } = await openMove(son);
    const [split, ...redeemed] = await Promise.all([
      said(staff, 'households.decide', { id, isGranted: true, reason: '当面问过' }),
      ...[1, 2, 3].map(() => said(head, 'shop.redeem', { goodId: good.id, count: 1 })),
    ]);
    const taken = redeemed.filter((end) => end === 'ok').length;
    expect([split, taken]).toEqual(split === 'ok' ? ['ok', 0] : ['points_not_enough', 1]);
    expect(await balance(household.id)).toBe(split === 'ok' ? 30 : 40);
    await expectClean();
  });
});

describe('households that become one, and one that moves away', () => {
  it('a merge takes everybody and every point over and closes what is left; two at once and the way back do it once', async () => {
    const a = await family(80);
    const b = await family(20, { name: '王家' });
    const lead = await make.staff('GRID_LEAD', home.village);
    await as(a.head).ok('households.merge', { householdCode: b.household.code });
    await as(b.head).ok('households.merge', { householdCode: a.household.code });
    const [there, back] = [
      await openMove(a.head),
      await desk().prisma.householdMove.findFirstOrThrow({ where: { byId: b.head.id } }),
    ];
    const decide = (id: string) => said(lead, 'households.decide', { id, isGranted: true, reason: '当面问过' });
    const ends = await Promise.all([there.id, back.id, there.id, back.id].map(decide));
    expect(ends.filter((end) => end === 'ok')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['ok', 'household_closed', 'household_decided']));
    const standing = await desk().prisma.household.findMany({ where: { closedAt: null } });
    expect(standing).toHaveLength(1);
    expect(await balance(standing[0]!.id)).toBe(100);
    expect(await desk().prisma.person.count({ where: { householdId: standing[0]!.id } })).toBe(2);
    expect(
      await said(await make.person(), 'households.join', {
        householdCode: ends[0] === 'ok' || ends[2] === 'ok' ? a.household.code : b.household.code,
      }),
    ).toBe('household_unknown');
    await expectClean();
  });

  it('waits while goods are kept or a deed is on its way, and takes nothing from a foreign household', async () => {
    const at = await village();
    await desk().prisma.household.updateMany({ where: { id: at.householdId }, data: { headId: at.li.id } });
    const other = await family();
    await as(at.li).ok('households.merge', { householdCode: other.household.code });
    const { id } = await openMove(at.li);
    const { body } = await apply(at.li, at.more);
    const decide = () => said(at.staff, 'households.decide', { id, isGranted: true, reason: '当面问过' });
    expect(await decide()).toBe('household_busy');
    await as(at.li).ok('claims.withdraw', { id: body.id, version: body.version });
    expect(await decide()).toBe('ok');
    expect((await as(at.li).ok('points.mine', {})).householdId).toBe(other.household.id);
    expect(await said(other.head, 'households.merge', { householdCode: other.household.code })).toBe('household_same');
    const away = await family(0, { villageCode: far, gridCode: null });
    expect(await said(other.head, 'households.merge', { householdCode: away.household.code })).toBe(
      'household_other_village',
    );
  });

  it('a move takes the points from one village to the other and keeps the chain; granted twice it moves once, and back again too', async () => {
    const { household, head } = await family(55);
    const here = await make.staff('GRID_LEAD', home.village);
    const there = await make.staff('GRID_LEAD', far);
    await as(head).ok('households.relocate', { villageCode: far });
    const { id } = await openMove(head);
    expect(await said(here, 'households.decide', { id, isGranted: true })).toBe('not_found');
    const ends = await Promise.all([1, 2].map(() => said(there, 'households.decide', { id, isGranted: true })));
    expect(ends.sort()).toEqual(['household_decided', 'ok']);
    expect(await as(head).ok('points.mine', {})).toMatchObject({ balance: 55, yearMinus: 0 });
    const moved = await desk().prisma.household.findFirstOrThrow({ where: { id: household.id } });
    expect(moved).toMatchObject({ villageCode: far, code: '101201-001', gridCode: null });
    const statement = (villageCode: string) => as(head).ok('points.statement', { villageCode });
    expect(await statement(home.village)).toMatchObject({ closing: 0, difference: 0 });
    expect(await statement(far)).toMatchObject({ closing: 55, difference: 0 });
    await expectClean();

    expect(await said(head, 'households.relocate', { villageCode: far })).toBe('household_same');
    await as(head).ok('households.relocate', { villageCode: home.village });
    await as(here).ok('households.decide', { id: (await openMove(head)).id, isGranted: true });
    expect(await statement(far)).toMatchObject({ closing: 0, difference: 0 });
    const chain = await desk().prisma.pointsEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(chain.map(({ kind, balance: after }) => `${kind} ${after}`)).toEqual([
      ...['AWARD 55', 'MOVE_OUT 0', 'MOVE_IN 55', 'MOVE_OUT 0', 'MOVE_IN 55'],
    ]);
    await expectClean();
  });

  it('the database itself moves no account with points in it and books nothing in a village that is not the household’s', async () => {
    const { household } = await family(10);
    const account = await desk().prisma.pointsAccount.findFirstOrThrow({ where: { householdId: household.id } });
    await expect(
      desk().prisma.$executeRaw`SELECT points_rehome(${districtId}, ${account.id}::uuid, ${far})`,
    ).rejects.toThrow(/has points/);
    await expect(
      desk().prisma.pointsAccount.updateMany({ where: { id: account.id }, data: { closedAt: new Date() } }),
    ).rejects.toThrow(/closed_check/);
    const entry = await desk().prisma.pointsEntry.findFirstOrThrow({ where: { accountId: account.id } });
    await expect(
      desk().prisma.pointsEntry.create({
        data: { ...entry, id: household.id, source: 'elsewhere', villageCode: far },
      }),
    ).rejects.toThrow(/not both of village/);
  });
});
