import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { cast, signIn } from '../support/running-people';
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
const last = (one: Visit, words: string | RegExp) => one.page.getByText(words).last();

/** Says something at the desk and waits for the words of the answer. */
async function say(one: Visit, words: string, answer: string | RegExp): Promise<void> {
  await one.page.getByRole('textbox', { name: '说说您遇到的事' }).fill(words);
  await button(one, '发送').click();
  await last(one, answer).waitFor();
  await one.settled();
}

/** The sheet on the screen: does what it asks, taps its last button and waits until it has gone. */
async function inSheet(one: Visit, submit: string, fill?: () => Promise<void>): Promise<void> {
  const sheet = one.page.getByRole('dialog');
  await sheet.waitFor();
  await fill?.();
  await sheet.getByRole('button', { name: submit, exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await one.settled();
}

/** How many talks of 陈律师 count in this quarter, as the bureau reads it. */
async function talksCounted(bureau: Visit): Promise<number> {
  await bureau.open('packages/staff/pages/supervision/index');
  const row = await bureau.page
    .getByRole('button', { name: /陈律师/ })
    .first()
    .textContent();
  return Number(/咨询 (\d+)/.exec(row ?? '')?.[1]);
}

it('brings a booking from words through a move to the record and the score, on a phone, by three people', async () => {
  const matter = '邻居砌墙占了我家地边';
  const old = await come({ openid: cast.resident });
  await old.open('');
  await say(old, '想约村里的法律顾问明天下午', '您看哪个合适');
  await picture(old.page, 'book-1-slots');
  await say(old, '第一个', '您想问什么事');
  await say(old, matter, '这样约可以吗');
  await picture(old.page, 'book-2-confirm');
  await say(old, '可以', '约上了');
  await say(old, '改到后天上午行不', /后天上午|后天/);
  await say(old, '第二个', '改成这样可以吗');
  await say(old, '要得', '改好了');
  await picture(old.page, 'book-3-moved');

  const chen = await come({ openid: cast.advisor });
  await chen.open('packages/staff/pages/advisor-day/index');
  await chen.page
    .getByRole('button', { name: new RegExp(matter) })
    .first()
    .click();
  await button(chen, '接受').click();
  await inSheet(chen, '接受', () => chen.page.getByRole('textbox').last().fill('请带上宅基地的证'));
  await button(chen, /更多|请人一起谈/).click();
  if (await chen.page.getByRole('dialog').count()) await chen.page.getByText('联合接待：请人一起谈').click();
  await inSheet(chen, '请他参加', async () => {
    await chen.page.getByRole('radio', { name: /邱明芳/ }).click();
    await picture(chen.page, 'book-4-joint');
  });
  await last(chen, '邱明芳').waitFor();

  await old.open('pages/mine/index');
  await old.page.getByText('已约好').first().waitFor();
  await old.open('');
  await say(old, '取消预约', '为什么不来了');
  await button(old, '临时有事').click();
  await last(old, '取消了').waitFor();

  const bureau = await come({ openid: cast.bureau, width: 1280, height: 800 });
  const before = await talksCounted(bureau);
  await chen.open('packages/staff/pages/advisor-day/index');
  const { unrecorded } = await (await signIn(cast.advisor)).ask('advisor.agenda', {});
  await chen.page
    .getByRole('button', { name: new RegExp(unrecorded[0]?.matter ?? '') })
    .first()
    .click();
  await button(chen, '写服务记录').click();
  await inSheet(chen, '记下来', async () => {
    await chen.page.getByRole('textbox', { name: '说了什么' }).fill('老人八十了，三个子女都在外面，赡养费说不拢');
    await chen.page.getByRole('textbox', { name: /^依据/ }).fill('《民法典》第一千零六十七条');
    await chen.page.getByRole('textbox', { name: '答复意见' }).fill('先请村调委会调，调不成可以起诉要赡养费');
    await chen.page.getByRole('textbox', { name: '下一步' }).fill('下周三前把医药费的票据收齐');
    await picture(chen.page, 'book-5-record');
  });
  await last(chen, '下周三前把医药费的票据收齐').waitFor();
  expect(await talksCounted(bureau)).toBe(before + 1);
  await picture(bureau.page, 'book-6-score');
  for (const one of visits) expect(one.troubles).toEqual([]);
});
