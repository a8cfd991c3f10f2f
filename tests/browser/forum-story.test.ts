import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { cast, signIn } from '../support/running-people';
import { picture, type Visit, visit } from '../support/visit';

jest.setTimeout(300_000);

const village = '511502101208';
const townClerk = 'demo_yang';
const neighbour = 'demo_chen';
let browser: Browser;
const visits: Visit[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const one of visits.splice(0)) {
    expect(one.troubles).toEqual([]);
    await one.close();
  }
});
afterAll(() => browser.close());

const come = async (openid: string) => {
  const one = await visit(browser, { openid });
  visits.push(one);
  return one;
};
const button = (one: Visit, name: string | RegExp) => one.page.getByRole('button', { name }).last();

async function say(one: Visit, words: string, answer: string | RegExp): Promise<void> {
  await one.page.getByRole('textbox', { name: '说说您遇到的事' }).fill(words);
  await button(one, '发送').click();
  await one.page.getByText(answer).last().waitFor();
  await one.settled();
}

/** Taps the last button of the sheet on the screen and waits until it has gone. */
async function inSheet(one: Visit, submit: string | RegExp, fill?: () => Promise<void>): Promise<void> {
  const sheet = one.page.getByRole('dialog');
  await sheet.waitFor();
  await fill?.();
  await sheet.getByRole('button', { name: submit }).last().click();
  await sheet.waitFor({ state: 'detached' });
  await one.settled();
}

/** Adds a picture from the album to the first or last row of pictures on the screen. */
async function choosePhoto(one: Visit, row: 'first' | 'last', file: string): Promise<void> {
  const add = one.page.getByRole('button', { name: '加照片' })[row]();
  const [chooser] = await Promise.all([one.page.waitForEvent('filechooser'), add.click()]);
  await chooser.setFiles(path.resolve(__dirname, '../../prisma/data/photos', file));
  await one.settled();
}

/** Opens the case with these words from the queue, as staff do. */
async function openCase(one: Visit, words: string): Promise<void> {
  await one.open('packages/staff/pages/queue/index');
  await one.page.getByRole('searchbox').fill(words);
  await one.page
    .getByRole('button', { name: new RegExp(words) })
    .first()
    .click();
  await one.settled();
}

/** Does one thing with the case on the screen: its button, its sheet, what the sheet asks, its last button. */
async function act(one: Visit, action: string, submit: string, fill?: () => Promise<void>): Promise<void> {
  await button(one, action).click();
  await inSheet(one, submit, fill);
}

/** The id of a topic that others can read; a new one is checked first, which takes a second or two. */
async function topicCalled(title: string): Promise<string> {
  const li = await signIn(cast.resident);
  for (let tries = 0; tries < 40; tries += 1) {
    for (const phase of ['DECIDING', 'DOING', 'ENDED'] as const) {
      const found = (await li.ask('forum.list', { phase, limit: 100 })).items.find((topic) => topic.title === title);
      if (found) return found.id;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no topic 「${title}」`);
}

it('brings a matter from words over four voices to the notice of the village, on a phone', async () => {
  const old = await come(cast.resident);
  await old.open('');
  await say(old, '小区的快递柜放哪里想大家一起商量', '再说一两句');
  await say(old, '现在堆在门口，老人走路绊脚，希望放到大门旁边', '提出去是这样');
  await picture(old.page, 'topic-1-confirm');
  await button(old, '提出去').click();
  await old.page.getByText('提出去了').last().waitFor();
  const id = await topicCalled('小区的快递柜放哪里');

  const chen = await come(neighbour);
  await chen.open(`packages/forum/pages/topic/index?id=${id}`);
  await chen.page.getByText('还差 4 人附议就转入审核').waitFor();
  await button(chen, '附议').click();
  await chen.page.getByText('还差 3 人附议就转入审核').waitFor();
  for (let voice = 0; voice < 3; voice += 1) {
    const other = await signIn(`neighbour-${randomUUID()}`);
    await other.ask('me.update', { homeVillageCode: village });
    await other.ask('forum.support', { id });
  }

  const zhang = await come(cast.gridLead);
  await zhang.open('packages/staff/pages/topics/index');
  await zhang.page
    .getByRole('button', { name: /快递柜/ })
    .first()
    .click();
  await button(zhang, '审核通过').click();
  await inSheet(zhang, /通过|公告/, async () => {
    const words = zhang.page.getByRole('dialog').getByRole('textbox');
    if (await words.count()) await words.last().fill('大家都受影响，先公告三天');
    await picture(zhang.page, 'topic-2-review');
  });

  await old.open(`packages/forum/pages/topic/index?id=${id}`);
  await old.page.getByText('公告中').first().waitFor();
  await picture(old.page, 'topic-3-notice');
  await old.open('packages/ticket/pages/notices/index');
  await old.page.getByText('小区的快递柜放哪里', { exact: false }).first().waitFor();
});

it('keeps words that may hurt from everybody until a moderator has let them pass', async () => {
  const seat = await signIn(cast.seat);
  const held = (await seat.ask('moderation.queue', {})).items.find(
    ({ kind, stage, topicId }) => kind === 'COMMENT' && stage === 'HELD' && topicId,
  );
  const words = held?.words ?? '';
  const chen = await come(neighbour);
  const topic = `packages/forum/pages/topic/index?id=${held?.topicId}`;
  await chen.open(topic);
  await chen.page.getByText('我也说一句').first().waitFor();
  expect(await chen.page.getByText(words).count()).toBe(0);

  const he = await come(cast.seat);
  await he.open('packages/staff/pages/moderation/index');
  await he.page.getByText(words).waitFor();
  await picture(he.page, 'topic-7-queue');
  await he.page
    .locator('.card', { hasText: words })
    .last()
    .getByRole('button', { name: /^公开这条/ })
    .click();
  await he.page.getByText(words).waitFor({ state: 'detached' });

  await chen.open(topic);
  await chen.page.getByText(words).waitFor();
});

it('publishes what a meeting has decided once enough of those who came say that it was so', async () => {
  const id = await topicCalled('小区停车位按户分还是先到先停');
  const yang = await come(townClerk);
  await yang.open(`packages/forum/pages/meeting/index?id=${id}`);
  await yang.page.getByText('念给大家听').first().waitFor();
  await yang.page.getByRole('button', { name: '说一样' }).first().click();
  await button(yang, '确认这份结果').waitFor();
  await picture(yang.page, 'topic-4-read-back');
  await button(yang, '确认这份结果').click();
  if (await yang.page.getByRole('dialog').count()) await inSheet(yang, /确认|公布/);
  await yang.page.getByText(/公示/).first().waitFor();

  const chen = await come(neighbour);
  await chen.open(`packages/forum/pages/topic/index?id=${id}`);
  await chen.page.getByText('一户先保一个车位', { exact: false }).first().waitFor();
  await picture(chen.page, 'topic-5-published');
});

it('carries out two tasks of a decision: given by the village, done by the unit, checked, told on the topic', async () => {
  const id = await topicCalled('五组水沟清淤，各家出工还是出钱');
  const tasks = ['沟边装两个垃圾桶', '沟口的旧牌子换新'];
  const zhang = await come(cast.gridLead);
  for (const title of tasks) {
    await zhang.open(`packages/staff/pages/topic-task/index?id=${id}`);
    await zhang.page.getByRole('textbox', { name: '任务' }).fill(title);
    await zhang.page.getByRole('textbox', { name: '办到什么样' }).fill(`${title}，村里验收`);
    await zhang.page.getByRole('textbox', { name: '分类' }).fill('垃圾');
    await zhang.page.getByRole('radio', { name: /垃圾/ }).first().click();
    const unit = zhang.page.getByRole('textbox', { name: '牵头单位' });
    if (await unit.count()) await unit.fill('执法');
    await zhang.page.getByRole('radio', { name: /执法/ }).first().click();
    await picture(zhang.page, 'topic-8-task');
    const given = zhang.page.waitForResponse((response) => response.url().endsWith('/api/forum.addTask'));
    await button(zhang, '分下去').click();
    expect((await given).status()).toBe(200);
    await zhang.settled();
  }

  const zhou = await come('demo_zhou');
  for (const title of tasks) {
    await openCase(zhou, title);
    await act(zhou, '受理', '受理');
    await act(zhou, '联系居民', '记下来', async () => {
      await zhou.page.getByRole('textbox').last().fill('和村里约好了明天上午去');
    });
    await act(zhou, '处理完了', '报处理完了', async () => {
      await choosePhoto(zhou, 'first', 'garbage-before.jpg');
      await choosePhoto(zhou, 'last', 'garbage-after.jpg');
      await zhou.page.getByRole('textbox').last().fill(`${title}，办完了`);
    });
    await openCase(zhang, title);
    await act(zhang, '核查通过', '核查通过');
  }

  const chen = await come(neighbour);
  await chen.open(`packages/forum/pages/topic/index?id=${id}`);
  for (const title of tasks) await chen.page.locator('.task', { hasText: title }).getByText('办好了').first().waitFor();
  await picture(chen.page, 'topic-9-progress');
});

it('lets a supporter judge what was carried out', async () => {
  const id = await topicCalled('老年活动室几点关门');
  const chen = await come(neighbour);
  await chen.open(`packages/forum/pages/topic/index?id=${id}`);
  await chen.page.getByText('5 人评过').waitFor();
  await button(chen, '我来评').click();
  await inSheet(chen, '交上去', async () => {
    for (const answer of ['知道', '解决了', '满意'])
      await chen.page.getByRole('radio', { name: answer, exact: true }).click();
    await picture(chen.page, 'topic-6-judge');
  });
  await chen.page.getByText('6 人评过').waitFor();
});
