import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { deskUrl, signIn } from './running-people';

/** Somebody looking at the built H5 pages. */
export interface Visit {
  page: Page;
  /** Console errors, uncaught exceptions, answers of 5xx and requests to other hosts. Empty after a good test. */
  troubles: string[];
  /** Opens a page of the mini-program and waits until nothing more is loaded. */
  open(path: string): Promise<void>;
  /** Waits until no request has been under way for a moment; the live channel does not count. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Visitor {
  /** CSS pixels; 375 × 812 is a small phone. */
  width?: number;
  height?: number;
  /** Signed in as this openid of the stand-in WeChat; nobody by default. */
  openid?: string;
  elder?: boolean;
}

const live = '/api/chat.stream';

/** Opens a fresh, empty browser window on the running desk. Requests to any other host are cut off and count as trouble. */
export async function visit(browser: Browser, visitor: Visitor = {}): Promise<Visit> {
  const { width = 375, height = 812, openid, elder = false } = visitor;
  const desk = deskUrl();
  const troubles: string[] = [];
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 960,
    isMobile: width < 960,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(desk) || url.startsWith('data:') || url.startsWith('blob:')) return await route.continue();
    troubles.push(`a request to ${url}`);
    return await route.abort();
  });
  const kept: Record<string, unknown> = { ...(elder && { 'desk.elder': true }) };
  if (openid) {
    const person = await signIn(openid);
    Object.assign(kept, { 'desk.token': person.token, 'desk.me': await person.ask('me.get', {}) });
  }
  // Taro keeps its storage on H5 as {"data": value}.
  await context.addInitScript((values) => {
    for (const [key, value] of values)
      if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ data: value }));
  }, Object.entries(kept));

  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const underWay = new Set<unknown>();
  page.on('request', (request) => {
    if (!request.url().includes(live)) underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`);
  });
  const settled = async () => {
    for (let calm = 0; calm < 6; calm = underWay.size > 0 ? 0 : calm + 1) await page.waitForTimeout(50);
  };
  return {
    page,
    troubles,
    settled,
    open: async (where) => {
      await page.goto(`${desk}/${where}`);
      await settled();
    },
    close: () => context.close(),
  };
}

/** Saves a picture for the README when SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  fs.mkdirSync(folder, { recursive: true });
  // Pages slide in; a picture in the middle of it shows half of two.
  await page.waitForTimeout(700);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
