import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { barriers, overhang, smallTargets, smallTexts } from '../support/look';
import { cast, signIn } from '../support/running-people';
import { type Visit, visit } from '../support/visit';

jest.setTimeout(120_000);

let browser: Browser;
/** One window a person and size: the second page comes out of its cache. */
const windows = new Map<string, Promise<Visit>>();
let ticketId: string;
let talkId: string;
let topicId: string;
let claimId: string;
let bookingId: string;
let batchId: string;
beforeAll(async () => {
  browser = await launchBrowser();
  ticketId = (await (await signIn(cast.resident)).ask('tickets.list', {})).items[0]!.id;
  topicId = (await (await signIn(cast.resident)).ask('forum.list', {})).items[0]!.id;
  claimId = (await (await signIn(cast.resident)).ask('claims.mine', {})).items[0]!.id;
  batchId = (await (await signIn(cast.gridLead)).ask('batches.list', {})).items[0]!.id;
  bookingId = (await (await signIn(cast.resident)).ask('bookings.list', {})).items[0]!.id;
  talkId = (await (await signIn(cast.seat)).ask('workbench.conversations', {})).items[0]!.id;
});
afterAll(() => browser.close());

const come = async (where: string, visitor: Parameters<typeof visit>[1]) => {
  const key = JSON.stringify(visitor);
  const window = windows.get(key) ?? visit(browser, visitor);
  windows.set(key, window);
  const current = await window;
  current.troubles.length = 0;
  const known = {
    ':batch': batchId,
    ':ticket': ticketId,
    ':talk': talkId,
    ':topic': topicId,
    ':booking': bookingId,
    ':claim': claimId,
  };
  await current.open(Object.entries(known).reduce((path, [name, id]) => path.replace(name, id), where));
  return current;
};

const residentPages = [
  '',
  'pages/forum/index',
  'pages/mine/index',
  'pages/me/index',
  'packages/ticket/pages/detail/index?id=:ticket',
  'packages/ticket/pages/rate/index?id=:ticket',
  'packages/ticket/pages/notices/index',
  'packages/booking/pages/advisors/index',
  'packages/booking/pages/book/index',
  'packages/booking/pages/list/index',
  'packages/booking/pages/detail/index?id=:booking',
  'packages/law/pages/search/index',
  'packages/law/pages/search/index?topic=dog',
  'packages/law/pages/list/index',
  'packages/forum/pages/topic/index?id=:topic',
  'packages/forum/pages/raise/index',
  'packages/forum/pages/place/index?code=511502101208',
  'packages/forum/pages/join/index',
  'packages/rules/pages/rules/index',
  'packages/rules/pages/own/index',
  'packages/privacy/pages/mine/index',
  'packages/codes/pages/open/index',
  'packages/points/pages/family/index',
  'packages/points/pages/household/index',
  'packages/points/pages/rules/index',
  'packages/points/pages/statement/index',
  'packages/points/pages/years/index',
  'packages/points/pages/shop/index',
  'packages/points/pages/pickups/index',
  'packages/points/pages/apply/index',
  'packages/points/pages/claim/index?id=:claim',
  'packages/points/pages/notices/index',
].map((where) => ({ where, openid: cast.resident as string }));
const staffPages = [
  ...[
    'queue/index',
    'case/index?id=:ticket',
    'map/index',
    'book-for/index',
    'report-for/index',
    'countersign/index',
    'calls/index',
    'claim-record/index',
    'households/index',
    'desktop/index',
  ].map((page) => ({ page, openid: cast.gridStaff as string })),
  ...['advisor-day/index', 'availability/index', 'lecture/index', 'visit/index?id=:booking'].map((page) => ({
    page,
    openid: cast.advisor as string,
  })),
  ...['supervision/index', 'report/index'].map((page) => ({ page, openid: cast.bureau as string })),
  ...['topics/index', 'topic-call/index?id=:topic', 'topic-questions/index'].map((page) => ({
    page,
    openid: cast.gridLead as string,
  })),
  { page: 'claim-reviewers/index', openid: cast.gridLead as string },
  { page: 'points-batches/index', openid: cast.gridLead as string },
  { page: 'points-batch/index?id=:batch', openid: cast.gridLead as string },
  ...[
    'board/index',
    'talks/index',
    'talk/index?id=:talk',
    'letters/index',
    'moderation/index',
    'data-requests/index',
    'examples/index',
  ].map((page) => ({
    page,
    openid: cast.seat as string,
  })),
  ...['shop/index', 'codes/index', 'point-rules/index'].map((page) => ({ page, openid: cast.gridLead as string })),
].map(({ page, openid }) => ({ where: `packages/staff/pages/${page}`, openid }));
const claimDesks = [cast.gridStaff, cast.reviewer].map((openid) => ({
  where: 'packages/points/pages/desk/index',
  openid: openid as string,
}));

describe.each([375, 1280])('the built pages at %i px', (width) => {
  it.each([...residentPages, ...staffPages, ...claimDesks])(
    'show $where without errors, sideways scrolling or barriers',
    async ({ where, openid }) => {
      const { page, troubles } = await come(where, { openid, width, height: width < 960 ? 812 : 800 });
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );
});

describe('the elder mode', () => {
  it.each(residentPages)(
    'shows $where in letters of 18 px and targets of 60 px at least',
    async ({ where, openid }) => {
      const { page } = await come(where, { openid, elder: true });
      expect(await smallTexts(page, 18)).toEqual([]);
      expect(await smallTargets(page, 60)).toEqual([]);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    },
  );
});

describe('the workbench on a desktop', () => {
  const desktop = { openid: cast.gridStaff, width: 1280, height: 800 };

  it('stands in three columns beside each other', async () => {
    const { page } = await come('packages/staff/pages/queue/index', desktop);
    const boxes = [];
    for (const column of ['.desk-list', '.desk-main', '.desk-aside'])
      boxes.push(await page.locator(column).filter({ visible: true }).boundingBox());
    const [list, main, aside] = boxes.map((box) => box!);
    expect(list!.x + list!.width).toBeLessThanOrEqual(main!.x + 1);
    expect(main!.x + main!.width).toBeLessThanOrEqual(aside!.x + 1);
    expect(aside!.x + aside!.width).toBeLessThanOrEqual(1280);
  });

  it('is worked by keyboard: j and k move, / searches, a accepts', async () => {
    const { page, settled } = await come('packages/staff/pages/queue/index', desktop);
    const chosen = async () => await page.locator('.queue-row-on').getAttribute('id');
    const first = await chosen();
    await page.keyboard.press('j');
    const second = await chosen();
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    expect(await chosen()).toBe(first);

    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());

    const waiting = page.locator('.queue-row', { hasText: '待受理' }).first();
    const id = await waiting.getAttribute('id');
    await waiting.click();
    await settled();
    await page.keyboard.press('a');
    await page.locator(`[id="${id}"]`, { hasText: '已受理' }).waitFor();
  });

  it('shows where the keyboard is', async () => {
    const { page } = await come('packages/staff/pages/queue/index', desktop);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement!);
      return { drawn: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, shaded: boxShadow !== 'none' };
    });
    expect(outline.drawn || outline.shaded).toBe(true);
  });

  it("keeps a resident's page in a column of 480 px in the middle", async () => {
    const { page } = await come('', { openid: cast.resident, width: 1280, height: 800 });
    const box = await page.locator('.screen-body').filter({ visible: true }).boundingBox();
    expect(box!.width).toBeLessThanOrEqual(480);
    expect(Math.abs(box!.x + box!.width / 2 - 640)).toBeLessThanOrEqual(2);
  });
});
