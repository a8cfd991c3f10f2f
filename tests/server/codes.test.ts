import { drawCodes } from '#server/features/codes/index';
import { createWechat } from '#server/gateways/wechat/client';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { anonymous, as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

const path = '/wxa/getwxacodeunlimit';
const draw = (
  wechat = createWechat({
    ...{ appId: 'wxtest', secret: 'test-secret', baseUrl: desk().standIn.url, jitterMs: () => 0 },
    ...{ tokenStore: createMemoryTokenStore(), timeoutMs: 20_000 },
  }),
) => drawCodes({ ground: desk().ground, store: desk().store, wechat });
const building = (name: string, gridCode: string = home.grid) =>
  desk().prisma.buildingGroup.create({
    data: { districtId: home.districtId, id: crypto.randomUUID(), name, gridCode },
  });
const lead = () => make.staff('GRID_LEAD', home.village);
const madeFor = async (kind: 'GRID' | 'BUILDING' | 'VILLAGE' | 'ADVISOR', subjectId: string) => {
  const { items } = await as(lead()).ok('codes.make', { kind, subjectIds: [subjectId] });
  return items[0]!.code!;
};

describe('codes to print', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('are listed for the places of whoever prints, and for nobody else', async () => {
    const grids = async (who: Promise<{ id: string }>) =>
      (await as(who).ok('codes.list', { kind: 'GRID', limit: 100 })).items.map(({ subjectId }) => subjectId);
    const own = await grids(lead());
    expect(own.length).toBeGreaterThan(1);
    expect(own.every((code) => code.startsWith(home.village))).toBe(true);
    const ofTown = await grids(make.staff('TOWN_CLERK', home.town));
    expect(ofTown.length).toBeGreaterThan(own.length);
    expect(ofTown.every((code) => code.startsWith(home.town.slice(0, 9)))).toBe(true);
    const first = await as(make.staff('CENTRE_SEAT', home.district)).ok('codes.list', { kind: 'GRID', limit: 100 });
    expect(first.items).toHaveLength(100);
    const second = await as(make.staff('ADMIN', home.district)).ok('codes.list', {
      ...{ kind: 'GRID', limit: 100, cursor: first.nextCursor ?? '' },
    });
    expect(second.items[0]!.subjectId > first.items[99]!.subjectId).toBe(true);
    for (const other of [make.staff('GRID_STAFF', home.grid), make.staff('DEPARTMENT_CLERK', home.district)])
      expect((await as(other).call('codes.list', { kind: 'GRID' })).body.error?.code).toBe('forbidden');
    expect((await as(make.person()).call('codes.list', { kind: 'GRID' })).status).toBe(403);
  });

  it('are found by a few letters of the name', async () => {
    await building('滨江苑3栋');
    await building('高桥村一组');
    const { items } = await as(lead()).ok('codes.list', { kind: 'BUILDING', search: '滨江' });
    expect(items).toMatchObject([{ name: '滨江苑3栋', code: null }]);
  });

  it('are one for each place, whoever makes them at the same time', async () => {
    const two = [await lead(), await make.staff('TOWN_CLERK', home.town)];
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        as(two[at % 2]!).ok('codes.make', { kind: 'GRID', subjectIds: [home.grid, home.otherGrid] }),
      ),
    );
    expect(new Set(made.map(({ items }) => items.map(({ code }) => code?.code).join()))).toHaveProperty('size', 1);
    expect(await desk().prisma.qrCode.count()).toBe(2);
  });

  it('are refused for a place that is somebody else’s, without saying that it exists', async () => {
    const elsewhere = await building('别村一栋', `${home.otherVillage}001`);
    for (const [kind, subjectId] of [
      ['VILLAGE', home.otherVillage],
      ['BUILDING', elsewhere.id],
      ['GRID', '511502101208999'],
    ] as const)
      expect((await as(lead()).call('codes.make', { kind, subjectIds: [subjectId] })).body.error?.code).toBe(
        'not_found',
      );
    const { id } = await madeFor('GRID', home.grid);
    const foreign = await make.staff('GRID_LEAD', home.otherVillage);
    expect((await as(foreign).call('codes.retire', { id })).status).toBe(404);
    expect((await as(foreign).call('codes.poster', { ids: [id] })).status).toBe(404);
  });
});

describe('a scanned code', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('leads to its place for anybody, however it is handed over, and counts', async () => {
    const { id } = await building('滨江苑3栋');
    const { code } = await madeFor('BUILDING', id);
    for (const scanned of [code, `c%3D${code}`, ` ${code.toLowerCase()} `])
      expect(await anonymous.ok('codes.open', { code: scanned })).toMatchObject({
        ...{ kind: 'BUILDING', name: '滨江苑3栋', villageCode: home.village, gridCode: home.grid },
        ...{ landmark: '滨江苑3栋', advisorId: null, signCode: null },
      });
    const { items } = await as(lead()).ok('codes.list', { kind: 'BUILDING' });
    expect(items[0]?.code).toMatchObject({ opened: 3 });
  });

  it('leads to the booking with its advisor', async () => {
    const advisor = await make.advisor();
    const seat = await make.staff('JUSTICE_BUREAU', home.district);
    const listed = await as(seat).ok('codes.list', { kind: 'ADVISOR' });
    expect(listed.items).toHaveLength(1);
    const [made] = (await as(seat).ok('codes.make', { kind: 'ADVISOR', subjectIds: [listed.items[0]!.subjectId] }))
      .items;
    expect(await anonymous.ok('codes.open', { code: made!.code!.code })).toMatchObject({
      ...{ kind: 'ADVISOR', advisorId: advisor.id },
    });
  });

  it('that was copied wrongly, never made or retired says so', async () => {
    const { id, code } = await madeFor('GRID', home.grid);
    const refusal = async (scanned: string) => (await anonymous.call('codes.open', { code: scanned })).body.error?.code;
    const last = code.endsWith('2') ? '3' : '2';
    expect(await refusal(code.slice(0, -1) + last)).toBe('code_invalid');
    expect(await refusal('2222222222')).toBe('code_unknown');
    await as(lead()).ok('codes.retire', { id });
    expect(await refusal(code)).toBe('code_retired');
    const fresh = await madeFor('GRID', home.grid);
    expect(fresh.code).not.toBe(code);
    expect((await anonymous.ok('codes.open', { code: fresh.code })).gridCode).toBe(home.grid);
  });

  it('is guessed by nobody: sixty tries a minute from one address', async () => {
    for (let turn = 0; turn < 60; turn += 1) await anonymous.call('codes.open', { code: '2222222222' });
    expect((await anonymous.call('codes.open', { code: '2222222222' })).status).toBe(429);
  });

  it('on paper for browsers leads to the page that opens it', async () => {
    const { code } = await madeFor('GRID', home.grid);
    const response = await fetch(`${desk().url}/q/${code}`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      `/packages/codes/pages/open/index?scene=c%3D${code}`,
    ]);
    expect((await fetch(`${desk().url}/q/evil`, { redirect: 'manual' })).status).toBe(422);
  });

  it('begins the talk with its place filled in', async () => {
    const { id } = await building('滨江苑3栋');
    const { code } = await madeFor('BUILDING', id);
    const { villageCode, gridCode, landmark } = await anonymous.ok('codes.open', { code });
    const resident = await make.person({ homeVillageCode: home.otherVillage });
    const talk = as(resident);
    await talk.ok('chat.open', {});
    const first = await talk.ok('chat.send', {
      action: 'report',
      payload: { villageCode, gridCode, landmark },
    });
    expect(first.messages.map(({ text }) => text).join('\n')).toMatch(/位置填好了：.*高桥村滨江苑3栋/);
    await talk.ok('chat.send', { text: '楼道的灯坏了' });
    const card = (await talk.ok('chat.send', { action: 'report.skipPhoto' })).messages.at(-1)?.card;
    expect(JSON.stringify(card)).toContain('滨江苑3栋');
    await talk.ok('chat.send', { action: 'report.confirm' });
    expect(await desk().prisma.ticket.findFirst()).toMatchObject({ gridCode: home.grid, villageCode: home.village });
  });
});

describe('posters', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('are a PDF with a page for each code, behind a link that expires', async () => {
    const first = await madeFor('GRID', home.grid);
    const second = await madeFor('VILLAGE', home.village);
    await draw();
    const { url, pages } = await as(lead()).ok('codes.poster', { ids: [first.id, second.id] });
    expect(pages).toBe(2);
    const response = await fetch(desk().url + url);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(2);
    expect(pdf.includes('/Subtype /Image')).toBe(true);
    pass({ hours: 2 });
    expect((await fetch(desk().url + url)).status).toBe(403);
  });

  it('have an ordinary code until WeChat has drawn its own; what WeChat refuses comes again later and later', async () => {
    const { id } = await madeFor('GRID', home.grid);
    const before = desk().standIn.callCount(path);
    desk().standIn.fault({ path, errcode: 41030, times: 2 });
    const drawn = async () => (await as(lead()).ok('codes.list', { kind: 'GRID', limit: 100 })).items;
    await draw();
    expect((await drawn()).find(({ code }) => code)?.code?.drawn).toBe(false);
    expect((await as(lead()).ok('codes.poster', { ids: [id] })).pages).toBe(1);
    await draw();
    expect(desk().standIn.callCount(path)).toBe(before + 1);
    pass({ minutes: 1 });
    await draw();
    pass({ minutes: 2 });
    await draw();
    expect((await drawn()).find(({ code }) => code)?.code?.drawn).toBe(true);
    pass({ days: 1 });
    const calls = desk().standIn.callCount(path);
    await Promise.all([draw(), draw()]);
    expect(desk().standIn.callCount(path)).toBe(calls);
  });
});
