import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { fileNextLine } from '#server/features/batches/index';
import { as } from '../support/api';
import { village, vote } from '../support/claims';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

type Who = { id: string };
const month = '2026-11';
const heading = ['户号', '事项', '日期', '做了什么', '凭证'];
const csv = (...rows: string[][]) =>
  Buffer.from([heading, ...rows].map((row) => row.join(',')).join('\n')).toString('base64');
const xlsx = async (...rows: (string | Date)[][]) => {
  const cell = (value: string | Date) =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value, type: String };
  const data = [heading, ...rows].map((row) => row.map(cell));
  return (await writeExcelFile([{ sheet: '清单', data }]).toBuffer()).toString('base64');
};
const good = (code: string, day = '2026-11-21') => [code, '参加院坝清扫', day, '扫了三组的院坝', '签到表第 1 页'];
const open = (who: Who, content: string, villageCode: string = home.village) =>
  as(who).call('batches.open', { villageCode, month, fileName: '十一月.csv', content });
const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code ?? 'ok';
const file = async () => {
  while (await fileNextLine(desk().ground));
};
const lines = async (who: Who, id: string, state: 'READY' | 'REJECTED' | 'FILED') =>
  (await as(who).ok('batches.lines', { id, state, limit: 100 })).items;
const householdCode = async (id: string) => (await desk().prisma.household.findFirstOrThrow({ where: { id } })).code;

describe('a village month as one list', () => {
  it.each(['CSV', 'XLSX'])('is looked at, confirmed, filed and judged together from %s', async (kind) => {
    const at = await village();
    const own = await householdCode(at.householdId);
    const foreign = await make.household({ villageCode: home.otherVillage });
    const rows = [
      good(own),
      [...good(own).slice(0, 1), '乱扔垃圾', ...good(own).slice(2)],
      good(foreign.code),
      good(own, '2026-10-31'),
      [own, '参加院坝清扫', '2026-11-20', '孩子考试成绩第一', '奖状'],
    ];
    const content =
      kind === 'CSV'
        ? csv(...rows)
        : await xlsx(
            ...rows.map((row, at) => (at === 0 ? [row[0]!, row[1]!, new Date('2026-11-21'), row[3]!, row[4]!] : row)),
          );
    const { body } = await open(at.lead, content);
    expect(body).toMatchObject({
      state: 'PREVIEW',
      total: 5,
      ready: 1,
      rejected: 4,
      points: 5,
      abilities: ['confirm', 'cancel', 'report'],
    });
    expect(await desk().prisma.pointsClaim.count()).toBe(0);
    expect((await lines(at.lead, body.id, 'REJECTED')).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(/^3 .*扣分不能成批交|^3 现在的积分规则里没有/),
      `4 这个村（社区）没有户号 ${foreign.code}`,
      '5 2026-10-31 不在这份清单的月份（2026-11）里',
      expect.stringContaining('6 未成年人不计分'),
    ]);

    expect(await as(at.lead).ok('batches.confirm', { id: body.id })).toMatchObject({
      state: 'RUNNING',
      abilities: ['report'],
    });
    await file();
    await drain();
    expect(await as(at.lead).ok('batches.get', { id: body.id })).toMatchObject({
      state: 'DONE',
      filed: 1,
      rejected: 4,
    });
    const [filed] = await lines(at.lead, body.id, 'FILED');
    const claim = await as(at.li).ok('claims.get', { id: filed!.claimId! });
    expect(claim).toMatchObject({
      state: 'REVIEW',
      points: 5,
      isRecorded: true,
      text: '扫了三组的院坝（凭证：签到表第 1 页）',
    });
    const titles = async (who: Who) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
    expect(await titles(at.panel[0]!)).toEqual(['有 1 件积分的事等您评议']);
    expect(await titles(at.li)).toEqual(['给您家记了一件加分的事，正在评议']);
    expect(await titles(at.lead)).toEqual(['积分清单交完了']);
    for (const who of at.panel) await vote(who, claim.id);
    expect((await as(at.li).ok('claims.get', { id: claim.id })).state).toBe('NOTICE');
  });

  it('gives a template with the rules, and the lines sent back with their reasons, ready to be mended', async () => {
    const at = await village();
    const sheets = async ({ url }: { url: string }, sheet: number) =>
      readSheet(Buffer.from(await (await fetch(`${desk().url}${url}`)).arrayBuffer()), sheet);
    const template = await as(at.lead).ok('batches.template', { villageCode: home.village });
    expect(await sheets(template, 1)).toEqual([heading]);
    expect((await sheets(template, 2)).slice(1).every((row) => Number(row[2]) > 0)).toBe(true);

    const { body } = await open(at.lead, csv(good('没有这户'), good(await householdCode(at.householdId))));
    const rows = await sheets(await as(at.lead).ok('batches.report', { id: body.id }), 1);
    expect(rows).toEqual([
      [...heading, '为什么退回', '原来第几行'],
      [...good('没有这户'), '这个村（社区）没有户号 没有这户', 2],
    ]);
    expect(await desk().prisma.domainEvent.count({ where: { name: 'batch.exported' } })).toBe(1);
  });

  it('makes a claim once when the same file comes twice at once and two desks file it', async () => {
    const at = await village();
    const households = await Promise.all(
      Array.from({ length: 12 }, () => make.household({ villageCode: home.village })),
    );
    const content = csv(...households.map((one) => good(one.code)));
    const opened = await Promise.all([open(at.lead, content), open(at.clerk, content)]);
    expect(opened.map(({ body }) => body.ready)).toEqual([12, 12]);
    await as(at.lead).ok('batches.confirm', { id: opened[0]!.body.id });
    await as(at.clerk).ok('batches.confirm', { id: opened[1]!.body.id });
    await Promise.all([file(), file(), file()]);
    expect(await desk().prisma.pointsClaim.count()).toBe(12);
    const ends = [
      await as(at.lead).ok('batches.get', { id: opened[0]!.body.id }),
      await as(at.clerk).ok('batches.get', { id: opened[1]!.body.id }),
    ];
    expect(ends.map(({ state }) => state)).toEqual(['DONE', 'DONE']);
    expect(ends[0]!.filed + ends[1]!.filed).toBe(12);
    expect(ends[0]!.rejected + ends[1]!.rejected).toBe(12);
    const third = await open(at.lead, content);
    expect(third.body).toMatchObject({ ready: 0, rejected: 12, abilities: ['cancel', 'report'] });
    expect(code(await as(at.lead).call('batches.confirm', { id: third.body.id }))).toBe('batch_nothing_ready');
  });

  it('is for those who keep the points of the village, and handed in once by whoever brought it', async () => {
    const at = await village();
    const content = csv(good(await householdCode(at.householdId)));
    expect(code(await open(at.staff, content))).toBe('forbidden');
    expect(code(await open(await make.staff('GRID_LEAD', home.otherVillage), content))).toBe('forbidden');
    expect(code(await open(at.lead, content, home.town))).toBe('place_unknown');
    const { body } = await open(at.lead, content);
    expect(code(await as(at.staff).call('batches.get', { id: body.id }))).toBe('not_found');
    const stranger = await make.staff('GRID_LEAD', home.otherVillage);
    expect(code(await as(stranger).call('batches.lines', { id: body.id, state: 'READY' }))).toBe('not_found');
    expect(code(await as(at.clerk).call('batches.confirm', { id: body.id }))).toBe('forbidden');
    expect((await as(at.clerk).ok('batches.list', {})).items).toMatchObject([{ id: body.id, abilities: [] }]);
    const ends = await Promise.all(
      Array.from({ length: 4 }, () => as(at.lead).call('batches.confirm', { id: body.id })),
    );
    expect(ends.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(code(await as(at.lead).call('batches.cancel', { id: body.id }))).toBe('batch_not_open');
    const other = await open(at.lead, csv(good('x')));
    expect((await as(at.lead).ok('batches.cancel', { id: other.body.id })).state).toBe('CANCELLED');
  });

  it('refuses what is no list, and takes 500 lines but not 501', async () => {
    const at = await village();
    const b64 = (text: string) => Buffer.from(text).toString('base64');
    expect(code(await open(at.lead, b64('PK\u0003\u0004 not a zip at all')))).toBe('batch_file_unreadable');
    expect(code(await open(at.lead, b64('户号,日期\nx,y')))).toBe('invalid_input');
    expect(code(await open(at.lead, csv()))).toBe('batch_empty');
    expect(code(await open(at.lead, csv(...Array.from({ length: 501 }, (_, n) => good(`n-${n}`)))))).toBe(
      'batch_too_many_lines',
    );

    const rows = Array.from({ length: 500 }, (_, n) => ({
      id: crypto.randomUUID(),
      code: `GQ-B-${n}`,
      name: `第${n}户`,
    }));
    await desk().prisma.household.createMany({
      data: rows.map((row) => ({ districtId: '511502', villageCode: home.village, ...row })),
    });
    const { body } = await open(at.lead, csv(...rows.map((row) => good(row.code))));
    expect(body).toMatchObject({ total: 500, ready: 500, points: 2500 });
    await as(at.lead).ok('batches.confirm', { id: body.id });
    for (let n = 0; n < 50; n += 1) await fileNextLine(desk().ground);
    expect(await as(at.lead).ok('batches.get', { id: body.id })).toMatchObject({
      ...{ state: 'RUNNING', ready: 450, filed: 50 },
    });
    expect(await desk().prisma.pointsClaim.count({ where: { state: 'REVIEW' } })).toBe(50);
    const ids = (await as(at.panel[0]!).ok('claims.desk', { view: 'review', limit: 50 })).items.map(({ id }) => id);
    expect((await as(at.panel[0]!).ok('claims.vote', { ids, choice: 'AGREE' })).items).toHaveLength(50);
  });
});
