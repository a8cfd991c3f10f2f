import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { barriers, overhang, smallTargets, smallTexts } from '../support/look';
import { picture, type Visit, visit } from '../support/visit';

jest.setTimeout(120_000);

let browser: Browser;
let current: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => current.close());

describe('微信提醒 under 我的', () => {
  it.each([
    { name: 'on a phone', elder: false, text: 12, target: 44 },
    { name: 'in elder mode', elder: true, text: 18, target: 60 },
  ])('tells how many are left and adds one with each tap, $name', async ({ elder, text, target }) => {
    current = await visit(browser, { openid: `o-wallet-${elder}`, elder });
    const { page, open, settled, troubles } = current;
    await open('pages/me/index');
    await page.getByText('只在这里通知您').waitFor();
    await page.getByText('微信提醒').click();
    const dialog = page.getByRole('dialog', { name: '微信提醒' });
    const progress = dialog.locator('.me-device', { hasText: '办理进展提醒' });
    await progress.getByText('点一次就能在微信里提醒一次').waitFor();
    const add = dialog.getByRole('button', { name: '再加一次' });
    await add.click();
    await progress.getByText('还能提醒您 1 次，再点一次多加一次').waitFor();
    await add.click();
    await progress.getByText('还能提醒您 2 次').waitFor();
    await settled();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    expect(await smallTexts(page, text)).toEqual([]);
    expect(await smallTargets(page, target)).toEqual([]);
    await picture(page, `wallet-${elder ? 'elder' : 'phone'}`);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await page.getByText('还能提醒您 2 次').waitFor();
    expect(troubles).toEqual([]);
  });
});
