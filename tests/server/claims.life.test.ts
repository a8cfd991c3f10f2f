import { as } from '../support/api';
import { apply, evidence, record, reviewer, ring, shown, village, vote } from '../support/claims';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

type Who = { id: string };
const titles = async (who: Who) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
const see = (who: Who, id: string) => as(who).ok('claims.get', { id });
const balance = async (who: Who) => (await as(who).ok('points.mine', {})).balance;
const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code ?? 'ok';

describe('a deed on its way to points', () => {
  it('is applied for, checked, judged, shown seven days and booked; each step is told', async () => {
    const at = await village();
    const { body } = await apply(at.li, at.more);
    expect(body).toMatchObject({ state: 'PROPOSED', points: 5, abilities: ['withdraw'], ruleTitle: '参加院坝清扫' });
    expect(body.headline).toContain('11月26日');
    await drain();
    expect(await titles(at.staff)).toEqual(['有一户申请加积分，等您核对']);

    const accepted = await as(at.staff).ok('claims.accept', { id: body.id, version: body.version });
    expect(accepted).toMatchObject({ state: 'REVIEW', votes: { agree: 0, eligible: 3, quorum: 3 } });
    await drain();
    expect(await titles(at.panel[0]!)).toEqual(['有一件积分的事等您评议']);
    expect(await as(at.panel[0]!).ok('claims.desk', { view: 'review' })).toMatchObject({
      role: 'reviewer',
      items: [{ id: body.id, abilities: ['vote', 'recuse'] }],
    });
    await vote(at.panel[0]!, body.id);
    await vote(at.panel[1]!, body.id);
    expect((await see(at.li, body.id)).state).toBe('REVIEW');
    await vote(at.panel[2]!, body.id, 'REFUSE', '只扫了自家门口');
    const waiting = await see(at.li, body.id);
    expect(waiting).toMatchObject({ state: 'NOTICE', headline: '公示到11月30日 周一，没有意见就记上' });

    pass({ days: 7 });
    await ring();
    expect((await see(at.li, body.id)).state).toBe('NOTICE');
    freeze('2026-12-01T00:00:30+08:00');
    await ring();
    const booked = await see(at.li, body.id);
    expect(booked).toMatchObject({ state: 'BOOKED', abilities: [] });
    expect(await balance(at.li)).toBe(5);
    const entry = await desk().prisma.pointsEntry.findFirstOrThrow();
    expect(entry).toMatchObject({ delta: 5, ruleItemId: at.more, actorId: at.staff.id });
    expect(at.panel.slice(0, 2).map(({ id }) => id)).toContain(entry.reviewerId);
    expect(booked.steps.map(({ body: who, text }) => `${who}：${text}`)).toEqual([
      '本户：申请加分',
      '网格：核对过了，交评议小组',
      '评议小组：评议通过，开始公示',
      '服务台：公示期满，记上 +5 分',
    ]);
    expect(await titles(at.li)).toEqual([
      '您家的积分记上了',
      '您家的积分评议通过了，正在公示',
      '您家的积分核对过了，交给评议小组',
    ]);
  });

  it('is shown to the village by household code, deed and points; by name only where the family agrees', async () => {
    const at = await village();
    const id = await shown(at);
    const other = await apply(at.li, at.more, { nameShown: true });
    await as(at.staff).ok('claims.accept', { id: other.body.id, version: 1 });
    for (const who of at.panel) await vote(who, other.body.id);
    const { items } = await as(await make.person()).ok('claims.notices', { villageCode: home.village });
    const household = await desk().prisma.household.findFirstOrThrow({ where: { name: '李家', id: at.householdId } });
    expect(items).toEqual(
      expect.arrayContaining([
        {
          ...{ id, householdCode: household.code, householdName: null, ruleTitle: '参加院坝清扫', points: 5 },
          ...{ untilText: '11月30日 周一', mayObject: true },
        },
        expect.objectContaining({ id: other.body.id, householdName: '李家' }),
      ]),
    );
    const { items: ownView } = await as(at.li).ok('claims.notices', {});
    expect(ownView.map(({ mayObject }) => mayObject)).toEqual([false, false]);
  });

  it('is sent back with a reason, or taken back by the family; the picture may then be used again', async () => {
    const at = await village();
    const photo = await evidence(at.li);
    const first = await apply(at.li, at.more, { photoIds: [photo] });
    expect(code(await apply(at.li, at.more, { photoIds: [photo] }))).toBe('points_evidence_used');
    const declined = await as(at.staff).ok('claims.decline', {
      id: first.body.id,
      version: 1,
      reason: '照片看不清是哪里',
    });
    expect(declined).toMatchObject({ state: 'REJECTED', reason: '照片看不清是哪里' });
    const second = await apply(at.li, at.more, { photoIds: [photo] });
    expect((await as(at.li).ok('claims.withdraw', { id: second.body.id, version: 1 })).state).toBe('WITHDRAWN');
    expect(code(await as(at.li).call('claims.withdraw', { id: second.body.id, version: 2 }))).toBe(
      'points_claim_not_allowed',
    );
    expect(code(await apply(at.li, at.more, { photoIds: [photo] }))).toBe('ok');
  });

  it('is refused by the votes with what was said against it', async () => {
    const at = await village();
    const { body } = await record(at.staff, at.householdId, at.more);
    expect(body.state).toBe('REVIEW');
    await vote(at.panel[0]!, body.id, 'REFUSE', '那天没有看到他');
    await vote(at.panel[1]!, body.id, 'REFUSE');
    await vote(at.panel[2]!, body.id, 'REFUSE');
    expect(await see(at.li, body.id)).toMatchObject({
      ...{ state: 'REJECTED', abilities: ['appeal'] },
      reason: '评议没有通过：同意 0 票，不同意 3 票。那天没有看到他',
    });
  });

  it('takes points only by the charter, after a warning, with evidence and two thirds of the votes', async () => {
    const at = await village();
    expect(code(await apply(at.li, at.less))).toBe('points_rule_charter');
    expect(code(await record(at.staff, at.householdId, at.less))).toBe('points_warning_missing');
    expect(
      code(
        await as(at.staff).call('claims.warn', { householdId: at.householdId, ruleItemId: at.more, text: '不要再扔' }),
      ),
    ).toBe('points_rule_charter');
    freeze('2026-11-20T09:00:00+08:00');
    await as(at.staff).ok('claims.warn', { householdId: at.householdId, ruleItemId: at.less, text: '垃圾请放进桶里' });
    await drain();
    expect(await titles(at.li)).toEqual(['提醒您家一件事']);
    freeze('2026-11-23T10:00:00+08:00');
    expect(code(await record(at.staff, at.householdId, at.less, { happenedOn: '2026-11-19' }))).toBe(
      'points_warning_missing',
    );
    expect(code(await record(at.staff, at.householdId, at.less, { photoIds: [] }))).toBe('invalid_input');
    const { body } = await record(at.staff, at.householdId, at.less);
    expect(await see(at.li, body.id)).toMatchObject({ points: -2, warning: { text: '垃圾请放进桶里' }, abilities: [] });
    for (const who of at.panel) await vote(who, body.id);
    freeze('2026-12-01T00:01:00+08:00');
    await ring();
    // The floor is nothing: a household that has nothing loses nothing.
    expect(await see(at.li, body.id)).toMatchObject({ state: 'BOOKED', headline: '没有可扣的分' });
    expect(await balance(at.li)).toBe(0);
  });
});

describe('who judges', () => {
  it('is never the family, its kin, or whoever has entered the claim; kin who step back are remembered', async () => {
    const at = await village({ reviewers: 4 });
    const son = await reviewer({ householdId: at.householdId });
    await make.post(at.staff, 'REVIEWER', home.village);
    const { body } = await record(at.staff, at.householdId, at.more);
    expect(code(await vote(son, body.id))).toBe('points_own_claim');
    expect(code(await vote(at.staff, body.id))).toBe('points_own_claim');
    expect(code(await vote(at.lead, body.id))).toBe('forbidden');
    expect(code(await vote(at.panel[0]!, body.id, 'RECUSE', '他是我表哥'))).toBe('ok');
    expect(code(await vote(at.panel[0]!, body.id))).toBe('points_reviewer_kin');
    expect((await see(at.lead, body.id)).votes).toMatchObject({ eligible: 3 });

    const again = await record(at.staff, at.householdId, at.more);
    expect(code(await vote(at.panel[0]!, again.body.id))).toBe('points_reviewer_kin');
    const { items } = await as(at.lead).ok('claims.reviewers', {});
    expect(items.find(({ id }) => id === at.panel[0]!.id)?.kin).toMatchObject([{ relation: '他是我表哥' }]);
  });

  it('has kin who voted all the same struck, and the claim judged anew', async () => {
    const at = await village({ reviewers: 4 });
    const { body } = await record(at.staff, at.householdId, at.more);
    for (const who of at.panel.slice(0, 3)) await vote(who, body.id);
    expect((await see(at.li, body.id)).state).toBe('NOTICE');
    const kin = { personId: at.panel[2]!.id, householdId: at.householdId, relation: '亲家' };
    expect(code(await as(at.staff).call('claims.declareKin', kin))).toBe('forbidden');
    await as(at.lead).ok('claims.declareKin', kin);
    expect(await see(at.li, body.id)).toMatchObject({ state: 'REVIEW', votes: { agree: 0, eligible: 3 } });
    expect(code(await vote(at.panel[2]!, body.id))).toBe('points_reviewer_kin');
    for (const who of [at.panel[0]!, at.panel[1]!, at.panel[3]!]) await vote(who, body.id);
    expect((await see(at.li, body.id)).state).toBe('NOTICE');
  });

  it('are neighbours of the same town where the village has too few', async () => {
    const at = await village({ reviewers: 2 });
    const near = await reviewer({ villageCode: home.otherVillage });
    const far = await reviewer({ villageCode: '511502116201' });
    const { body } = await apply(at.li, at.more);
    await as(at.staff).ok('claims.accept', { id: body.id, version: 1 });
    expect((await as(near).ok('claims.desk', { view: 'review' })).items.map(({ id }) => id)).toEqual([body.id]);
    expect(code(await vote(far, body.id))).toBe('forbidden');
    for (const who of [...at.panel, near]) expect(code(await vote(who, body.id))).toBe('ok');
    expect((await see(at.li, body.id)).state).toBe('NOTICE');
  });

  it('vote once, and however many at once the votes are all counted', async () => {
    const at = await village({ reviewers: 9 });
    const { body } = await record(at.staff, at.householdId, at.more);
    const ends = await Promise.all(at.panel.slice(0, 4).flatMap((who) => [vote(who, body.id), vote(who, body.id)]));
    expect(ends.map(code).sort()).toEqual([...Array(4).fill('ok'), ...Array(4).fill('points_voted')]);
    expect((await see(at.lead, body.id)).votes).toMatchObject({ agree: 4 });
    const last = await Promise.all(at.panel.slice(4).map((who) => vote(who, body.id)));
    expect(last.map(code)).toContain('ok');
    expect((await see(at.li, body.id)).state).toBe('NOTICE');
    expect(await desk().prisma.pointsClaimStep.count({ where: { action: 'pass' } })).toBe(1);
  });

  it('are reminded, and what too few have voted on is brought before village and town', async () => {
    const at = await village();
    const { body } = await record(at.staff, at.householdId, at.more);
    await vote(at.panel[0]!, body.id);
    freeze('2026-11-29T12:00:00+08:00');
    await ring();
    expect(await titles(at.panel[1]!)).toContain('有一件积分的事快到时限');
    expect(await titles(at.panel[0]!)).not.toContain('有一件积分的事快到时限');
    freeze('2026-12-01T00:00:00+08:00');
    await ring();
    expect(await titles(at.clerk)).toEqual(['有一件积分的事过了时限还没有评完']);
    expect((await see(at.li, body.id)).headline).toBe('评议小组还没有评完，已经催办');
    await ring();
    expect(await titles(at.clerk)).toHaveLength(1);
  });
});

describe('an objection', () => {
  it('holds the booking up until somebody else than who entered the claim has answered', async () => {
    const at = await village();
    const id = await shown(at);
    const chen = await make.member({ name: '陈孃孃' });
    expect(code(await as(at.li).call('claims.object', { id, text: '我自己觉得不对' }))).toBe('points_own_claim');
    const stranger = await make.person({ homeVillageCode: home.otherVillage });
    expect(code(await as(stranger).call('claims.object', { id, text: '我觉得不对' }))).toBe('forbidden');
    await as(chen).ok('claims.object', { id, text: '那天是我扫的' });
    expect(code(await as(chen).call('claims.object', { id, text: '那天是我扫的' }))).toBe('points_objected');
    await drain();
    expect(await titles(at.lead)).toEqual(['公示的积分有人提了意见，请核实']);

    freeze('2026-12-01T00:01:00+08:00');
    await ring();
    expect((await see(at.li, id)).state).toBe('NOTICE');
    expect(await titles(at.clerk)).toEqual(['公示期满，还有意见没有答复']);
    const [objection] = (await see(at.lead, id)).objections;
    expect((await see(at.li, id)).objections).toEqual([]);
    const answer = { objectionId: objection!.id, isUpheld: false, answer: '问了同组三户，是李家扫的' };
    expect(code(await as(at.staff).call('claims.answer', answer))).toBe('forbidden');
    await as(at.lead).ok('claims.answer', answer);
    expect(code(await as(at.lead).call('claims.answer', answer))).toBe('points_objection_closed');
    await ring();
    expect((await see(at.li, id)).state).toBe('BOOKED');
    expect(await titles(chen)).toEqual(['您提的意见核实过了']);
  });

  it('that is upheld has the claim judged anew', async () => {
    const at = await village();
    const id = await shown(at);
    await as(await make.member()).ok('claims.object', { id, text: '照片是去年的' });
    const [objection] = (await see(at.lead, id)).objections;
    await as(at.lead).ok('claims.answer', { objectionId: objection!.id, isUpheld: true, answer: '照片确实要重看' });
    expect(await see(at.li, id)).toMatchObject({ state: 'REVIEW', votes: { agree: 0 } });
    for (const who of at.panel) await vote(who, id, 'REFUSE');
    expect((await see(at.li, id)).state).toBe('REJECTED');
  });
});

describe('what is not taken up', () => {
  it('says by name why', async () => {
    const at = await village();
    const foreign = (await make.ruleBook({ villageCode: home.otherVillage })).items[0]!.id;
    const cases: [string, Promise<{ body: { error?: { code: string } } }>][] = [
      ['points_no_household', apply(await make.person(), at.more)],
      ['points_rule_unknown', apply(at.li, foreign)],
      ['points_rule_unknown', apply(at.li, at.li.id)],
      ['points_deed_too_old', apply(at.li, at.more, { happenedOn: '2026-09-01' })],
      ['points_deed_too_old', apply(at.li, at.more, { happenedOn: '2026-11-24' })],
      ['not_found', apply(at.li, at.more, { photoIds: [await evidence(at.staff)] })],
      ['invalid_input', apply(at.li, at.more, { photoIds: [] })],
      ['points_amount_invalid', record(at.staff, at.householdId, at.more, { points: 2.5 })],
      ['points_amount_invalid', record(at.staff, at.householdId, at.more, { points: 1_000_000 })],
      [
        'points_foreign_household',
        record(at.staff, (await make.household({ villageCode: home.otherVillage, gridCode: null })).id, at.more),
      ],
      ['forbidden', record(await make.person(), at.householdId, at.more)],
    ];
    for (const [wanted, reply] of cases) expect([wanted, code(await reply)]).toEqual([wanted, wanted]);
    expect(await desk().prisma.pointsClaim.count()).toBe(0);
  });

  it('is what staff enter for their own household', async () => {
    const at = await village();
    const own = await make.member({ householdId: at.householdId });
    await make.post(own, 'GRID_STAFF', home.grid);
    expect(code(await record(own, at.householdId, at.more))).toBe('points_own_claim');
    const { body } = await apply(at.li, at.more);
    expect(code(await as(own).call('claims.accept', { id: body.id, version: 1 }))).toBe('points_own_claim');
  });

  it('is a rule whose version is over; what was entered before is booked by it all the same', async () => {
    const at = await village();
    const id = await shown(at);
    await desk().prisma.ruleBook.updateMany({ data: { effectiveTo: new Date('2026-11-25') } });
    freeze('2026-11-26T10:00:00+08:00');
    expect(code(await apply(at.li, at.more))).toBe('points_rules_missing');
    const { id: next } = await make.ruleBook();
    await desk().prisma.ruleBook.updateMany({ where: { id: next }, data: { effectiveFrom: new Date('2026-11-26') } });
    expect(code(await apply(at.li, at.more))).toBe('points_rule_unknown');
    freeze('2026-12-01T00:01:00+08:00');
    await ring();
    expect((await see(at.li, id)).state).toBe('BOOKED');
  });

  it('goes beyond the cap of a year, on its way or at once', async () => {
    const at = await village();
    for (let count = 0; count < 4; count += 1) expect(code(await apply(at.li, at.more))).toBe('ok');
    expect(code(await apply(at.li, at.more))).toBe('points_year_cap');
    expect((await as(at.li).ok('claims.options', {})).items).toMatchObject([{ title: '参加院坝清扫', room: 0 }]);

    // Claims that were let in by mistake are stopped at the account, however many ring at once.
    const claims = await desk().prisma.pointsClaim.findMany();
    await desk().prisma.ruleItem.updateMany({ where: { id: at.more }, data: { yearCap: 12 } });
    for (const { id } of claims) {
      await as(at.staff).ok('claims.accept', { id, version: 1 });
      for (const who of at.panel) await vote(who, id);
    }
    freeze('2026-12-01T00:01:00+08:00');
    await Promise.all(Array.from({ length: 4 }, ring));
    await ring();
    expect(await balance(at.li)).toBe(12);
    const ends = await desk().prisma.pointsClaim.findMany({ select: { state: true, booked: true } });
    expect(ends.map(({ booked }) => booked).sort()).toEqual([2, 5, 5, null]);
    expect(ends.filter(({ state }) => state === 'REJECTED')).toHaveLength(1);
  });

  it('is kept from nobody by one that cannot be booked', async () => {
    const at = await village();
    const stuck = await shown(at);
    const neighbour = await make.member();
    const { body } = await apply(neighbour, at.more);
    await as(at.staff).ok('claims.accept', { id: body.id, version: 1 });
    for (const who of at.panel) await vote(who, body.id);
    await as(at.li).ok('points.mine', {});
    await desk().prisma.pointsAccount.create({
      data: {
        ...{ districtId: '511502', id: neighbour.id, kind: 'HOUSEHOLD', villageCode: home.village },
        ...{ householdId: at.householdId, openedAt: new Date(), closedAt: new Date() },
      },
    });
    freeze('2026-12-01T00:01:00+08:00');
    await ring();
    expect((await see(neighbour, body.id)).state).toBe('BOOKED');
    expect((await see(at.li, stuck)).state).toBe('NOTICE');
    expect(await titles(at.clerk)).toEqual(['有一件积分的事记不上：这一户的积分账户已经停用']);
  });
});

describe('who sees it', () => {
  it('is the family, the staff of the place and its reviewers; pictures of others cannot be brought', async () => {
    const at = await village();
    const { body } = await apply(at.li, at.more);
    const others = [await make.member(), await make.staff('GRID_STAFF', '511502116201001'), await make.person()];
    for (const who of others) expect(code(await as(who).call('claims.get', { id: body.id }))).toBe('not_found');
    for (const who of [at.li, at.staff, at.lead, at.clerk, at.panel[0]!])
      expect((await see(who, body.id)).id).toBe(body.id);
    expect((await as(await make.member()).ok('claims.mine', {})).items).toEqual([]);
    expect(code(await as(await make.person()).call('claims.desk', { view: 'review' }))).toBe('forbidden');
    expect((await as(at.staff).ok('claims.households', { text: '李' })).items.length).toBeGreaterThan(0);
    expect(
      (await as(await make.staff('GRID_STAFF', '511502116201001')).ok('claims.households', { text: '' })).items,
    ).toEqual([]);
  });

  it('appoints and releases reviewers of the own village by its lead or its town', async () => {
    const at = await village();
    const chen = await make.member({ name: '陈孃孃' });
    const seat = { villageCode: home.village, personId: chen.id };
    expect(code(await as(at.staff).call('claims.appointReviewer', seat))).toBe('forbidden');
    const stranger = await make.person({ homeVillageCode: home.otherVillage });
    expect(code(await as(at.lead).call('claims.appointReviewer', { ...seat, personId: stranger.id }))).toBe(
      'person_not_eligible',
    );
    await as(at.lead).ok('claims.appointReviewer', seat);
    await as(at.clerk).ok('claims.appointReviewer', seat);
    const read = await as(at.clerk).ok('claims.reviewers', { villageCode: home.village });
    expect(read.items.filter(({ name }) => name === '陈孃孃')).toHaveLength(1);
    await as(at.lead).ok('claims.releaseReviewer', seat);
    expect((await as(at.lead).ok('claims.reviewers', {})).items.some(({ name }) => name === '陈孃孃')).toBe(false);
  });
});
