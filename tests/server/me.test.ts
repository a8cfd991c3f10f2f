import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

describe('me.get', () => {
  it('hides the middle of the phone and names home and household', async () => {
    const { id: householdId } = await make.household({ name: '李家', code: 'GQ-3-021' });
    const li = await make.person({ name: '李大爷', phone: '19999000001', householdId });

    expect(await as(li).ok('me.get', {})).toMatchObject({
      name: '李大爷',
      phoneMasked: '199****0001',
      homeVillage: { code: home.village, label: '李庄镇高桥村' },
      household: { name: '李家', code: 'GQ-3-021' },
      posts: [],
      abilities: [],
      unreadNotifications: 0,
    });
  });

  it.each([
    ['GRID_STAFF', home.grid, undefined, ['workbench', 'handoff', 'bookFor', 'countersign', 'claims']],
    [
      'GRID_LEAD',
      home.village,
      undefined,
      ['workbench', 'board', 'handoff', 'bookFor', 'countersign', 'forum', 'claims', 'pointsKeep', 'codes'],
    ],
    ['BUILDING_LEAD', home.grid, undefined, ['workbench']],
    [
      'TOWN_CLERK',
      home.town,
      undefined,
      [
        'workbench',
        'board',
        'handoff',
        'export',
        'bookFor',
        'countersign',
        'forum',
        'moderate',
        'claims',
        'pointsKeep',
        'codes',
      ],
    ],
    ['DEPARTMENT_CLERK', home.district, 'zhifa', ['workbench', 'export']],
    ['LEGAL_ADVISOR', home.village, undefined, ['workbench', 'advise', 'bookFor']],
    [
      'CENTRE_SEAT',
      home.district,
      'zhongxin',
      [
        'workbench',
        'board',
        'handoff',
        'arbitrate',
        'deadLetters',
        'export',
        'forum',
        'moderate',
        'privacy',
        'codes',
        'learning',
      ],
    ],
    ['JUSTICE_BUREAU', home.district, 'sifa', ['workbench', 'board', 'export', 'supervise', 'privacy', 'codes']],
    [
      'ADMIN',
      home.district,
      undefined,
      ['workbench', 'board', 'deadLetters', 'forum', 'moderate', 'privacy', 'codes', 'learning'],
    ],
    ['COUNCIL_MEMBER', home.village, undefined, []],
    ['SERVICE_TEAM', home.village, undefined, []],
    ['MEDIATOR', home.village, undefined, []],
    ['REVIEWER', home.village, undefined, []],
    ['MERCHANT', home.village, undefined, []],
  ] as const)('opens to %s what the post opens', async (kind, place, departmentCode, abilities) => {
    const me = await as(make.staff(kind, place, { departmentCode })).ok('me.get', {});
    expect([...me.abilities].sort()).toEqual([...abilities].sort());
  });

  it('joins what several posts open', async () => {
    const person = await make.staff('GRID_STAFF', home.grid);
    await make.post(person, 'CENTRE_SEAT', home.district, { departmentCode: 'zhongxin' });
    const { posts, abilities } = await as(person).ok('me.get', {});
    expect(posts).toHaveLength(2);
    expect(abilities).toContain('arbitrate');
  });

  it('counts a post on its first and last day and not outside', async () => {
    const post = { startsOn: new Date('2026-11-23T00:00:00Z'), endsOn: new Date('2026-11-25T00:00:00Z') };
    freeze('2026-11-22T23:59:00+08:00');
    const person = as(make.staff('GRID_STAFF', home.grid, post));
    const countAt = async (instant: string) => {
      freeze(instant);
      return (await person.ok('me.get', {})).posts.length;
    };
    expect(await countAt('2026-11-22T23:59:59+08:00')).toBe(0);
    expect(await countAt('2026-11-23T00:00:00+08:00')).toBe(1);
    expect(await countAt('2026-11-25T23:59:59+08:00')).toBe(1);
    expect(await countAt('2026-11-26T00:00:00+08:00')).toBe(0);
  });

  it('counts notices that were not read', async () => {
    const li = await make.person();
    await make.notification(li);
    await make.notification(li, { readAt: new Date() });
    await make.notification(await make.person());
    expect((await as(li).ok('me.get', {})).unreadNotifications).toBe(1);
  });
});

describe('me.update', () => {
  it('changes only what is given', async () => {
    const li = await make.person({ nickname: '老李', phone: '19999000001' });
    const me = await as(li).ok('me.update', { elderMode: true });
    expect(me).toMatchObject({ elderMode: true, nickname: '老李', phoneMasked: '199****0001' });
  });

  it('forgets the grid of the old village when somebody moves', async () => {
    const li = await make.person({ homeGridCode: home.grid });
    const me = await as(li).ok('me.update', { homeVillageCode: '511502101209' });
    expect(me.homeVillage?.label).toBe('李庄镇中和村');
    expect((await desk().prisma.person.findFirstOrThrow({ where: { id: li.id } })).homeGridCode).toBeNull();
  });

  it('clears what is set to null', async () => {
    const li = await make.person({ nickname: '老李' });
    const me = await as(li).ok('me.update', { nickname: null, phone: null, homeVillageCode: null });
    expect(me).toMatchObject({ nickname: null, phoneMasked: null, homeVillage: null });
  });

  it.each([['511502101999'], [home.town], [home.grid]])('knows no village %s', async (homeVillageCode) => {
    const { body } = await as(make.person()).call('me.update', { homeVillageCode });
    expect(body.error?.code).toBe('place_unknown');
  });

  it('has one effect for a request that is sent again', async () => {
    const li = as(make.person());
    const first = await li.call('me.update', { nickname: '老李' }, { key: 'same-key-1' });
    const again = await li.call('me.update', { nickname: '老李' }, { key: 'same-key-1' });
    const other = await li.call('me.update', { nickname: '小李' }, { key: 'same-key-1' });
    expect(again.body).toEqual(first.body);
    expect(other.body.error?.code).toBe('idempotency_mismatch');
  });
});

describe('me.bindPhone', () => {
  it('keeps the number that WeChat vouches for', async () => {
    const code = desk().standIn.mintPhoneCode('19999000077');
    const me = await as(make.person({ phone: null })).ok('me.bindPhone', { code });
    expect(me.phoneMasked).toBe('199****0077');
  });

  it('takes a code once, and no login code', async () => {
    const li = as(make.person());
    const code = desk().standIn.mintPhoneCode('19999000078');
    await li.ok('me.bindPhone', { code });
    expect((await li.call('me.bindPhone', { code })).body.error?.code).toBe('login_code_invalid');
    const wrong = desk().standIn.mintLoginCode('openid-phone');
    expect((await li.call('me.bindPhone', { code: wrong })).body.error?.code).toBe('login_code_invalid');
  });

  it('says that WeChat is away', async () => {
    desk().standIn.fault({ path: '/wxa/business/getuserphonenumber', errcode: -1, times: 5 });
    const { body } = await as(make.person()).call('me.bindPhone', {
      code: desk().standIn.mintPhoneCode('19999000079'),
    });
    expect(body.error?.code).toBe('wechat_unavailable');
  });
});
