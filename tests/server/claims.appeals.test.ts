import { as } from '../support/api';
import { apply, record, reviewer, ring, village, vote } from '../support/claims';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { bookPoints } from '../support/points';

type Who = { id: string };
const see = (who: Who, id: string) => as(who).ok('claims.get', { id });
const balance = async (who: Who) => (await as(who).ok('points.mine', {})).balance;
const titles = async (who: Who) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code ?? 'ok';
const appeal = (who: Who, id: string, text = '那天我们全家在城里') => as(who).call('claims.appeal', { id, text });
const judge = (who: Who, id: string, choice: 'AGREE' | 'REFUSE' | 'RECUSE' = 'AGREE', note?: string) =>
  as(who).call('claims.judgeAppeal', { id, choice, ...(note && { note }) });

/** A family that has lost two of ten points by the votes of three, and three reviewers who have had nothing to do with it. */
async function taken() {
  freeze('2026-11-09T10:00:00+08:00');
  const at = await village();
  await bookPoints({ lessId: at.less, reviewerId: at.panel[0]!.id }, at.householdId, { source: 'base', points: 10 });
  await as(at.staff).ok('claims.warn', { householdId: at.householdId, ruleItemId: at.less, text: '垃圾请放进桶里' });
  const { body } = await record(at.staff, at.householdId, at.less, { happenedOn: '2026-11-09' });
  for (const who of at.panel) await vote(who, body.id);
  freeze('2026-11-17T09:00:00+08:00');
  await ring();
  expect(await balance(at.li)).toBe(8);
  const others = [await reviewer(), await reviewer(), await reviewer()];
  return { ...at, id: body.id, others };
}

describe('an appeal', () => {
  it('goes to reviewers who have not judged before; when they agree, the points come back by the opposite entry', async () => {
    const at = await taken();
    expect((await see(at.li, at.id)).appealUntilText).toBe('12月2日 周三内');
    const { body } = await appeal(at.li, at.id);
    expect(body.appeal).toMatchObject({ state: 'OPEN', abilities: ['withdraw'], votes: { eligible: 3 } });
    expect(body.appeal!.headline).toContain('11月24日');
    await drain();
    expect(await titles(at.others[0]!)).toEqual(['有一件积分申诉等您复评']);
    expect(await titles(at.panel[0]!)).not.toContain('有一件积分申诉等您复评');
    const id = body.appeal!.id;
    expect(code(await judge(at.panel[0]!, id))).toBe('points_same_person');
    expect(code(await judge(at.li, id))).toBe('points_own_claim');
    expect(code(await judge(at.lead, id))).toBe('forbidden');
    expect((await as(at.others[0]!).ok('claims.desk', { view: 'appeals' })).items.map((one) => one.id)).toEqual([
      at.id,
    ]);
    expect(code(await judge(at.others[0]!, id))).toBe('ok');
    expect(code(await judge(at.others[0]!, id))).toBe('points_voted');
    await judge(at.others[1]!, id);
    await judge(at.others[2]!, id, 'REFUSE');
    expect(await see(at.li, at.id)).toMatchObject({
      ...{ state: 'REVERSED', headline: '申诉成立，已经冲正' },
      appeal: { state: 'GRANTED', answer: '支持申诉 2 票，维持 1 票', abilities: [] },
    });
    expect(await balance(at.li)).toBe(10);
    const [reversal] = await desk().prisma.pointsEntry.findMany({ where: { kind: 'REVERSAL' } });
    expect(reversal).toMatchObject({ delta: 2, actorId: expect.stringMatching(/^0{8}/) });
    expect(at.others.map((one) => one.id)).toContain(reversal!.reviewerId);
    await drain();
    expect(await titles(at.li)).toContain('您家的积分冲正了');
  });

  it('that is dismissed goes on to the town, which has ten working days and the last word', async () => {
    const at = await taken();
    const id = (await appeal(at.li, at.id)).body.appeal!.id;
    for (const who of at.others) await judge(who, id, 'REFUSE', '照片都对得上');
    const dismissed = (await see(at.li, at.id)).appeal!;
    expect(dismissed).toMatchObject({ state: 'DISMISSED', abilities: ['raise'] });
    expect(dismissed.answer).toContain('照片都对得上');
    const raised = await as(at.li).ok('claims.raiseAppeal', { id, version: dismissed.version });
    expect(raised.appeal!.headline).toContain('12月1日');
    await drain();
    expect(await titles(at.clerk)).toContain('有一户请镇街复核积分');
    const word = { id, version: raised.appeal!.version, answer: '监控里不是这一户倒的' };
    expect(code(await as(at.lead).call('claims.decideAppeal', { ...word, isGranted: true }))).toBe('forbidden');
    const elsewhere = await make.staff('TOWN_CLERK', home.otherTown);
    expect(code(await as(elsewhere).call('claims.decideAppeal', { ...word, isGranted: true }))).toBe('forbidden');
    await as(at.clerk).ok('claims.decideAppeal', { ...word, isGranted: true });
    expect(await balance(at.li)).toBe(10);
    expect(code(await as(at.clerk).call('claims.decideAppeal', { ...word, isGranted: true }))).toBe('stale_version');
    expect((await desk().prisma.pointsEntry.findFirstOrThrow({ where: { kind: 'REVERSAL' } })).reviewerId).toBe(
      at.clerk.id,
    );
  });

  it('that nobody answers in five working days is brought before the town by the clock and by the family', async () => {
    const at = await taken();
    const { body } = await appeal(at.li, at.id);
    const { id, version } = body.appeal!;
    expect(code(await as(at.li).call('claims.raiseAppeal', { id, version }))).toBe('points_claim_not_allowed');
    freeze('2026-11-23T18:00:00+08:00');
    await ring();
    freeze('2026-11-25T00:00:00+08:00');
    await ring();
    expect(await titles(at.clerk)).toContain('有一件积分申诉过了时限还没有答复');
    const late = (await see(at.li, at.id)).appeal!;
    expect(late).toMatchObject({ headline: '到时限还没有答复，可以请镇街复核', abilities: ['raise', 'withdraw'] });
    await as(at.li).ok('claims.raiseAppeal', { id, version: late.version });
    freeze('2026-12-15T00:00:00+08:00');
    await ring();
    await ring();
    const { version: now } = (await see(at.clerk, at.id)).appeal!;
    await as(at.clerk).ok('claims.decideAppeal', { id, version: now, isGranted: false, answer: '提醒和照片都有' });
    expect((await see(at.li, at.id)).appeal).toMatchObject({ state: 'REFUSED', abilities: [] });
    expect(await balance(at.li)).toBe(8);
  });

  it('is made once, by the family, against something that was taken or refused', async () => {
    const at = await taken();
    expect(code(await appeal(await make.person(), at.id))).toBe('not_found');
    expect(code(await appeal(at.staff, at.id))).toBe('forbidden');
    const given = await apply(at.li, at.more, { happenedOn: '2026-11-16' });
    expect(code(await appeal(at.li, given.body.id))).toBe('points_claim_not_allowed');
    await as(at.staff).ok('claims.accept', { id: given.body.id, version: 1 });
    for (const who of [...at.panel, ...at.others]) await vote(who, given.body.id);
    freeze('2026-11-26T10:00:00+08:00');
    await ring();
    expect(code(await appeal(at.li, given.body.id))).toBe('points_appeal_nothing');
    freeze('2026-12-02T23:00:00+08:00');
    const both = await Promise.all([appeal(at.li, at.id), appeal(at.li, at.id)]);
    expect(both.map(code).sort()).toEqual(['ok', 'points_appealed']);
    const { id, version } = (await see(at.li, at.id)).appeal!;
    await as(at.li).ok('claims.withdrawAppeal', { id, version });
    expect((await see(at.li, at.id)).appeal).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('comes too late on the sixteenth day', async () => {
    const at = await taken();
    freeze('2026-12-03T00:00:00+08:00');
    expect(code(await appeal(at.li, at.id))).toBe('points_appeal_late');
    expect(await see(at.li, at.id)).toMatchObject({ abilities: [], appealUntilText: null });
  });

  it('against a refusal has the claim shown and booked when it is right', async () => {
    freeze('2026-11-09T10:00:00+08:00');
    const at = await village();
    const { body } = await apply(at.li, at.more, { happenedOn: '2026-11-08' });
    await as(at.staff).ok('claims.decline', { id: body.id, version: 1, reason: '照片看不清' });
    const id = (await appeal(at.li, body.id, '照片里看得到我家')).body.appeal!.id;
    for (const who of at.panel) await judge(who, id);
    expect(await see(at.li, body.id)).toMatchObject({ state: 'NOTICE', appeal: { state: 'GRANTED' } });
    freeze('2026-11-17T09:00:00+08:00');
    await ring();
    expect(await balance(at.li)).toBe(5);
    const entry = await desk().prisma.pointsEntry.findFirstOrThrow();
    expect(entry.actorId).toBe(at.staff.id);
    expect(at.panel.map((one) => one.id)).toContain(entry.reviewerId);
  });
});
