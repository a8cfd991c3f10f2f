import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { barriers, overhang, smallTargets, smallTexts } from '../support/look';
import { cast, signIn } from '../support/running-people';
import { type Visit, visit } from '../support/visit';

jest.setTimeout(180_000);

let browser: Browser;
let current: Visit | undefined;
const ids = new Map<string, string>();
beforeAll(async () => {
  browser = await launchBrowser();
  const li = await signIn(cast.resident);
  for (const phase of ['DECIDING', 'DOING', 'ENDED'] as const)
    for (const { title, id } of (await li.ask('forum.list', { phase, limit: 100 })).items) ids.set(title, id);
});
afterAll(() => browser.close());
afterEach(() => current?.close());

const wedding = '红白喜事办多少桌，写进村规民约';
const forum = 'packages/forum/pages';
const staff = 'packages/staff/pages';
const looks = [
  { name: 'statements', where: `${forum}/topic/index?id=`, title: wedding, openid: 'demo_chen' },
  {
    name: 'carried-out',
    where: `${forum}/topic/index?id=`,
    title: '五组水沟清淤，各家出工还是出钱',
    openid: cast.resident,
  },
  { name: 'judging', where: `${forum}/topic/index?id=`, title: '老年活动室几点关门', openid: 'demo_chen' },
  { name: 'sign-in', where: `${forum}/sign-in/index`, title: '', openid: cast.resident },
  { name: 'meeting', where: `${forum}/meeting/index?id=`, title: wedding, openid: cast.gridStaff },
  { name: 'paper', where: `${forum}/meeting/index?id=`, title: '小区停车位按户分还是先到先停', openid: 'demo_yang' },
  { name: 'call', where: `${staff}/topic-call/index?id=`, title: '卫生院门口的车怎么停', openid: 'demo_yang' },
  {
    name: 'task',
    where: `${staff}/topic-task/index?id=`,
    title: '五组水沟清淤，各家出工还是出钱',
    openid: cast.gridLead,
  },
  { name: 'questions', where: `${staff}/topic-questions/index`, title: '', openid: 'demo_zhou' },
];

const come = async ({ where, title, openid }: (typeof looks)[number], visitor: object = {}) => {
  current = await visit(browser, { openid, ...visitor });
  await current.open(title ? `${where}${ids.get(title)}` : where);
  return current;
};

/** Kept for people to look at when KEEP_LOOKS names a folder. */
const keep = async ({ page }: Visit, name: string) => {
  if (!process.env.KEEP_LOOKS) return;
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ ...size, height: 3000 });
  await page.screenshot({ path: path.join(process.env.KEEP_LOOKS, `${name}.png`) });
  if (size) await page.setViewportSize(size);
};

describe.each([375, 1280])('the pages of meeting and decision at %i px', (width) => {
  it.each(looks)('show $name without errors, sideways scrolling or barriers', async (look) => {
    const visitor = await come(look, { width, height: width < 960 ? 812 : 800 });
    await keep(visitor, `${look.name}-${width}`);
    expect(await overhang(visitor.page)).toBeLessThanOrEqual(0);
    expect(await barriers(visitor.page)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});

it.each(looks.slice(0, 4))('shows $name to elders in letters of 18 px and targets of 60 px at least', async (look) => {
  const visitor = await come(look, { elder: true });
  await keep(visitor, `${look.name}-elder`);
  expect(await smallTexts(visitor.page, 18)).toEqual([]);
  expect(await smallTargets(visitor.page, 60)).toEqual([]);
  expect(await overhang(visitor.page)).toBeLessThanOrEqual(0);
});

it('lets a resident answer every sentence and sign in by the code, and the recorder write it down', async () => {
  const topicId = ids.get(wedding) ?? '';
  const recorder = await signIn(cast.gridStaff);
  const code = (await recorder.ask('forum.deliberation', { topicId })).meetings[0]!.signCode!.code;

  const resident = await come({ ...looks[0]!, openid: cast.resident });
  for (let sentence = 1; sentence <= 8; sentence += 1) {
    await resident.page.getByText(`第 ${sentence} 句，共 8 句`, { exact: false }).waitFor();
    await resident.page.getByRole('button', { name: sentence % 2 ? /^同意：/ : /^说不准：/ }).click();
  }
  await resident.page.getByText('8 句您都表过态了', { exact: false }).waitFor();
  await keep(resident, 'answered');
  await resident.page.getByRole('button', { name: '到会场了，签到' }).click();
  await resident.page.getByRole('textbox', { name: '签到码（8 位）' }).fill(code);
  await resident.page.getByRole('button', { name: '签到', exact: true }).last().click();
  await resident.page.getByText('签到了', { exact: true }).first().waitFor();
  expect(resident.troubles).toEqual([]);
  await resident.close();

  const writer = await come({ ...looks[4]!, openid: cast.gridStaff });
  await writer.page.getByRole('radio', { name: '一致意见' }).click();
  await writer.page.getByRole('textbox', { name: '记一条' }).fill('红事十五桌以内，写进村规民约');
  await writer.page.getByRole('button', { name: '记下这一条' }).click();
  await writer.page.getByText('红事十五桌以内，写进村规民约').first().waitFor();
  const { meetings } = await recorder.ask('forum.deliberation', { topicId });
  expect(meetings[0]!.lines.map(({ kind }) => kind)).toContain('AGREEMENT');
  expect(meetings[0]!.seats.find(({ name }) => name === '李大爷')).toMatchObject({
    signedText: expect.stringContaining('扫码签到'),
  });
});
