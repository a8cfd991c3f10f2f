import { ruleForOccasion } from '#shared/domain/claims/occasions';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code ?? 'ok';

/** A family with rules for what happens elsewhere. */
async function family() {
  const li = await make.member({ name: '李大爷' });
  await make.ruleBook({
    items: [
      { title: '报告隐患、矛盾线索，经核实', points: 5 },
      { title: '矛盾自己谈拢或调解后说到做到', points: 5 },
    ],
  });
  return li;
}

/** A matter of somebody's that was solved and confirmed, told twice. */
async function confirmed(reporterId: string, given: Parameters<typeof make.ticket>[0] = {}) {
  const ticket = await make.ticket({ reporterId, title: '井盖松了', status: 'CLOSED', ...given });
  for (let twice = 0; twice < 2; twice += 1)
    await asSystem((ctx) => ctx.emit('ticket.moved', { ticketId: ticket.id, action: 'confirm', stepId: ticket.id }));
  await drain();
  return ticket;
}

describe('events propose, people decide', () => {
  it('a report that was solved and confirmed suggests points once; the family takes it, and it is known from then on', async () => {
    const li = await family();
    const { no } = await confirmed(li.id);
    const { items } = await as(li).ok('claims.suggestions', { of: 'family' });
    expect(items).toMatchObject([{ ruleTitle: '报告隐患、矛盾线索，经核实', pointsText: '+5' }]);
    expect(items[0]!.text).toContain(no);
    expect((await as(li).ok('notifications.list', {})).items.map(({ title }) => title)).toContain(
      '您家有一件事可以申请加分',
    );
    expect(await desk().prisma.pointsClaim.count()).toBe(0);

    const { id } = items[0]!;
    const ends = await Promise.all([1, 2].map(() => as(li).call('claims.takeSuggestion', { id })));
    expect(ends.map(code).sort()).toEqual(['ok', 'points_claim_known']);
    expect(await desk().prisma.pointsClaim.findMany()).toMatchObject([{ state: 'PROPOSED', points: 5 }]);
    expect((await as(li).ok('claims.suggestions', { of: 'family' })).items).toEqual([]);
  });

  it('is taken by the staff of the place too, and then goes to the reviewers; strangers do not see it', async () => {
    const li = await family();
    await confirmed(li.id, { categoryCode: 'dispute_neighbor', title: '和邻居的地界' });
    const wang = await make.staff('GRID_STAFF', home.grid);
    const far = await make.staff('GRID_STAFF', '511502116201001');
    const [found] = (await as(wang).ok('claims.suggestions', { of: 'care' })).items;
    expect(found).toMatchObject({ ruleTitle: '矛盾自己谈拢或调解后说到做到', householdName: '李家' });
    expect((await as(far).ok('claims.suggestions', { of: 'care' })).items).toEqual([]);
    expect(code(await as(far).call('claims.takeSuggestion', { id: found!.id }))).toBe('not_found');
    expect((await as(wang).ok('claims.takeSuggestion', { id: found!.id })).state).toBe('REVIEW');
  });

  it('is put aside, and suggests nothing of what is kept quiet, of strangers, or without a rule', async () => {
    const li = await family();
    await confirmed(li.id, { anonymous: true });
    await confirmed(li.id, { confidential: true });
    await confirmed((await make.person()).id);
    expect(await desk().prisma.pointsSuggestion.count()).toBe(0);
    await confirmed(li.id);
    const [found] = (await as(li).ok('claims.suggestions', { of: 'family' })).items;
    await as(li).ok('claims.dismissSuggestion', { id: found!.id });
    expect((await as(li).ok('claims.suggestions', { of: 'family' })).items).toEqual([]);
    expect(code(await as(li).call('claims.takeSuggestion', { id: found!.id }))).toBe('points_claim_known');
    expect(ruleForOccasion('MEETING', [{ title: '乱扔垃圾', points: -2 }])).toBeUndefined();
    expect(ruleForOccasion('MEETING', [{ title: '参加村民会议、院坝会', points: 2 }])).toBeDefined();
  });
});
