import fs from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical on the page as it stands: rule and element, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    async () => await (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}

/** By how many pixels the page, or any words on it that cannot be scrolled to, stick out of its window. */
export async function overhang(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (one: Element | null): boolean =>
      one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) => one.checkVisibility() && [...one.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE),
    );
    const edges = texts.filter((one) => !scrolls(one)).map((one) => one.getBoundingClientRect().right - clientWidth);
    return Math.ceil(Math.max(scrollWidth - clientWidth, ...edges));
  });
}

/** Visible texts smaller than `least` CSS pixels, with their size. */
export async function smallTexts(page: Page, least: number): Promise<string[]> {
  return await page.evaluate((px) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim();
      const parent = node.parentElement;
      if (!words || !parent?.checkVisibility() || parent.closest('style, script, noscript, svg')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < px) small.add(`${size} px: ${words}`);
    }
    return [...small];
  }, least);
}

/** Visible things to tap that are lower or narrower than `least` CSS pixels, with their size. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return await page.evaluate((px) => {
    const targets = document.querySelectorAll<HTMLElement>(
      '[role="button"], [role="tab"], [role="radio"], input, textarea',
    );
    return [...targets]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < px - 0.5 || box.width < px - 0.5))
      .map(({ one, box }) => {
        const name = one.getAttribute('aria-label') ?? one.textContent ?? one.tagName;
        return `${Math.round(box.width)}×${Math.round(box.height)}: ${name}`;
      });
  }, least);
}
