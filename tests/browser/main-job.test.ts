import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { cast } from '../support/running-people';
import { picture, type Visit, visit } from '../support/visit';

jest.setTimeout(300_000);

let browser: Browser;
const visits: Visit[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const one of visits) await one.close();
  await browser.close();
});

const come = async (visitor: Parameters<typeof visit>[1] = {}) => {
  const one = await visit(browser, visitor);
  visits.push(one);
  return one;
};
const button = (one: Visit, name: string | RegExp) => one.page.getByRole('button', { name }).last();

const photos = path.resolve(__dirname, '../../prisma/data/photos');

/** Taps what opens the album and chooses a picture there. */
async function choosePhoto(one: Visit, name: string | RegExp, file: string): Promise<void> {
  const [chooser] = await Promise.all([one.page.waitForEvent('filechooser'), button(one, name).click()]);
  await chooser.setFiles(path.join(photos, file));
  await one.settled();
}

/** Opens the case of this number from the queue, as staff do. */
async function openCase(one: Visit, number: string): Promise<void> {
  await one.open('packages/staff/pages/queue/index');
  await one.page.getByRole('searchbox').fill(number);
  await one.page.getByRole('button', { name: /路灯坏了/ }).click();
  await one.page.getByText(number).first().waitFor();
}

/** Does one thing with the case on the screen: its button, its sheet, what the sheet asks, its last button. */
async function act(one: Visit, action: string, submit: string, fill?: () => Promise<void>): Promise<void> {
  await button(one, action).click();
  const sheet = one.page.getByRole('dialog');
  await sheet.waitFor();
  await fill?.();
  await sheet.getByRole('button', { name: submit, exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await one.settled();
}

it('brings a broken street lamp from words to a rating, on a phone, by four people', async () => {
  const old = await come();
  await old.open('');
  await old.page.getByRole('textbox', { name: '说说您遇到的事' }).fill('我家门口路灯坏了一个星期没人修');
  await button(old, '发送').click();
  await old.page.getByRole('button', { name: /^李大爷/ }).click();
  await button(old, '拍照或选照片').waitFor();
  await picture(old.page, '1-say');
  await choosePhoto(old, '拍照或选照片', 'streetlight-before.jpg');
  await button(old, '报上去').waitFor();
  await picture(old.page, '2-confirm');
  await button(old, '报上去').click();
  const filed = await old.page.getByText(/编号 CP\d{8}-\d+/).textContent();
  const number = filed?.match(/CP\d{8}-\d+/)?.[0] ?? '';
  await old.settled();

  const wangMin = await come({ openid: cast.gridStaff });
  await openCase(wangMin, number);
  await act(wangMin, '受理', '受理');
  await act(wangMin, '联系居民', '记下来', async () => {
    await wangMin.page.getByRole('textbox').last().fill('已电话联系，今天下午到现场换灯头');
  });
  await act(wangMin, '处理完了', '报处理完了', async () => {
    await choosePhoto(wangMin, '加照片', 'streetlight-after.jpg');
    await wangMin.page.getByRole('textbox').last().fill('灯头烧了，已更换，晚上已亮');
    await picture(wangMin.page, '3-handle');
  });
  await wangMin.page.getByText('灯头烧了，已更换，晚上已亮').waitFor();

  const lead = await come({ openid: cast.gridLead });
  await openCase(lead, number);
  await picture(lead.page, '4-check');
  await act(lead, '核查通过', '核查通过');

  await old.open('pages/mine/index');
  await old.page.getByRole('button', { name: /^路灯坏了/ }).click();
  await button(old, '确认办好').click();
  for (const answer of ['联系了', '解决了', '满意']) await old.page.getByText(answer, { exact: true }).click();
  await picture(old.page, '5-rate');
  await button(old, '确认办好').click();
  await old.page.getByText('谢谢，已记下').waitFor();
  await old.page.waitForURL(/\/ticket\/pages\/detail\//);
  await old.settled();

  await old.open('pages/mine/index');
  await old.page.getByRole('tab', { name: '办完的', exact: true }).click();
  await old.page.getByRole('button', { name: /^路灯坏了/ }).click();
  await old.page.getByText(number).waitFor();
  expect(await old.page.getByText(/^处理(前|后)/).count()).toBe(2);
  for (const one of visits) expect(one.troubles).toEqual([]);
});
