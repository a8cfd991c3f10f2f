import { ruleInForce } from '#server/features/points/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';
import { jpeg } from '../support/pictures';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const rule = {
  ...{ code: 'cleanup', category: '共建共治', title: '参加院坝清扫', points: 5, yearCap: 20, evidence: '现场照片' },
  isCharter: false,
} as const;
const draft = (who: { id: string }, items: object[] = [rule], villageCode: string = home.village) =>
  as(who).call('points.draftBook', { villageCode, items: items as never });
const adoption = { adoptedBy: '村民代表会议', adoptedOn: '2026-11-20', effectiveFrom: '2026-11-23' };

async function adopt(who: { id: string }, id: string, given: Partial<typeof adoption> = {}) {
  const { body } = await as(who).upload(await jpeg());
  return as(who).call('points.adoptBook', { id, ...adoption, minutesIds: [body.id], ...given });
}

describe('the rule book', () => {
  it('is drafted by the village, adopted with its minutes by the town, and read by everybody', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const clerk = await make.staff('TOWN_CLERK', home.town);
    const { body: drafted } = await draft(lead);
    expect(drafted).toMatchObject({ version: 1, state: 'DRAFT', abilities: ['edit'] });
    expect((await as(await make.person()).call('points.rules', {})).body.error?.code).toBe('points_rules_missing');

    const { body: adopted } = await adopt(clerk, drafted.id);
    expect(adopted).toMatchObject({ state: 'ADOPTED', adoptedText: '2026-11-20 村民代表会议通过', abilities: [] });
    const read = await as(await make.person()).ok('points.rules', {});
    expect(read).toMatchObject({ version: 1, isTemplate: false, items: [{ title: '参加院坝清扫', pointsText: '+5' }] });
    expect(read.minutes).toHaveLength(1);
    expect((await as(clerk).call('tickets.removePhoto', { id: read.minutes[0]!.id })).body.error?.code).toBe(
      'photo_in_use',
    );
  });

  it('has one draft, also when two begin it at the same moment', async () => {
    const [lead, clerk] = [await make.staff('GRID_LEAD', home.village), await make.staff('TOWN_CLERK', home.town)];
    const replies = await Promise.all([lead, clerk, lead, clerk].map((who) => draft(who)));
    expect(replies.map(({ status, body }) => [status, body.version])).toEqual(Array(4).fill([200, 1]));
    expect(await desk().prisma.ruleBook.count()).toBe(1);
  });

  it('ends the version before when a new one begins; its rules cannot be used any more', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const clerk = await make.staff('TOWN_CLERK', home.town);
    const first = (await draft(lead)).body;
    await adopt(clerk, first.id);
    const second = (await draft(lead, [{ ...rule, points: 3 }])).body;
    expect(second.version).toBe(2);
    await adopt(clerk, second.id, { effectiveFrom: '2026-12-01' });
    const uses = (id: string) =>
      asSystem((ctx) => ruleInForce(ctx, home.village, id)).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
    expect([await uses(first.items[0]!.id), await uses(second.items[0]!.id)]).toEqual(['ok', 'points_rule_unknown']);
    freeze('2026-12-01T09:00:00+08:00');
    expect([await uses(first.items[0]!.id), await uses(second.items[0]!.id)]).toEqual(['points_rule_unknown', 'ok']);
    const { items } = await as(lead).ok('points.books', { villageCode: home.village });
    expect(items.map(({ version, effectiveTo }) => [version, effectiveTo])).toEqual([
      [2, null],
      [1, '2026-11-30'],
    ]);
  });

  it('takes no rule the law keeps out, and says which and why', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const { status, body } = await draft(lead, [
      rule,
      { ...rule, code: 'petition', title: '越级上访', points: -10, yearCap: 30, isCharter: true },
    ]);
    expect([status, body.error?.code]).toEqual([422, 'points_rule_forbidden']);
    expect(body.error?.fields).toEqual({ 'items.1.title': expect.stringContaining('信访') });
    expect(await desk().prisma.ruleBook.count()).toBe(0);
    expect((await draft(lead, [{ ...rule, points: 2.5 }])).body.error?.code).toBe('invalid_input');
    expect((await draft(lead, [])).body.error?.code).toBe('invalid_input');
  });

  it('is not for others to draft or to adopt, and not for one person alone', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const clerk = await make.staff('TOWN_CLERK', home.town);
    expect((await draft(await make.staff('GRID_STAFF', home.grid))).body.error?.code).toBe('forbidden');
    expect((await draft(lead, [rule], '511502101201')).body.error?.code).toBe('forbidden');
    expect((await draft(lead, [rule], '511502999999')).body.error?.code).toBe('place_unknown');
    const { body: own } = await draft(clerk);
    expect((await adopt(clerk, own.id)).body.error?.code).toBe('points_same_person');
    expect((await adopt(lead, own.id)).body.error?.code).toBe('forbidden');
    const other = await make.staff('TOWN_CLERK', home.town);
    expect((await adopt(other, own.id, { adoptedOn: '2026-11-24' })).body.error?.code).toBe('points_book_dates');
    expect((await adopt(other, own.id, { effectiveFrom: '2026-11-01' })).body.error?.code).toBe('points_book_dates');
    expect((await adopt(other, own.id)).status).toBe(200);
    expect((await adopt(other, own.id)).body.error?.code).toBe('points_book_adopted');
    const foreign = await as(lead).upload(await jpeg());
    const next = (await draft(lead)).body;
    const stolen = await as(other).call('points.adoptBook', {
      ...adoption,
      id: next.id,
      minutesIds: [foreign.body.id],
    });
    expect(stolen.body.error?.code).toBe('not_found');
  });

  it('falls back to the district’s template, which the justice bureau keeps', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => make.staff('JUSTICE_BUREAU', home.district)));
    const { body } = await draft(one!, [rule], home.district);
    await adopt(two!, body.id);
    expect(await as(await make.person()).ok('points.rules', {})).toMatchObject({ isTemplate: true });
  });
});
