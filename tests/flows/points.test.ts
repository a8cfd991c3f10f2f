import { as } from '../support/api';
import { record, ring, village, vote } from '../support/claims';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { make } from '../support/make';
import { bookPoints } from '../support/points';
import { play } from './script';

beforeEach(() => freeze('2026-11-23T09:00:00+08:00'));

async function family() {
  const li = await make.member({ name: '李大爷' });
  const { items } = await make.ruleBook();
  const home = { lessId: items[1]!.id, reviewerId: (await make.person()).id };
  await bookPoints(home, li.householdId!, { points: 85, source: 'base', text: '2026 年的基础分' });
  await bookPoints(home, li.householdId!, { points: 5, source: 'cleanup', ruleItemId: items[0]!.id });
  await bookPoints(home, li.householdId!, {
    kind: 'DEDUCT',
    points: 2,
    source: 'litter',
    text: '乱扔垃圾，提醒后还扔',
  });
  return li;
}

const claims = () => desk().prisma.pointsClaim.findMany();

describe('申请加分', () => {
  it('goes from the deed over the rule and a photo to the card, and files it', async () => {
    const li = await family();
    await play(
      li,
      `说 昨天我扫了院坝，要加积分
       答 这是「参加院坝清扫」，加 5 分 [photo]
       拍 1
       答 交上去是这样 [confirm] {哪件事=参加院坝清扫 +5; 做了什么=昨天我扫了院坝; 哪一天=昨天; 照片=1 张}
       点 交上去
       答 交上去了 [choice]`,
    );
    expect(await claims()).toMatchObject([
      { state: 'PROPOSED', points: 5, householdId: li.householdId, happenedOn: new Date('2026-11-22') },
    ]);
  });

  it('asks what was done, offers what there is, and lets lines be changed', async () => {
    await play(
      await family(),
      `说 我要加积分
       答 做了什么好事
       说 上周六帮村里搬了桌椅
       答 您看是哪一件 [choice]
       点 参加院坝清扫 +5
       答 拍一张照片 [photo]
       说 我家现在积分多少
       答 现在 88 分 [points]
       拍 1
       答 交上去是这样 [confirm] {哪一天=前天}
       点 改哪一天
       答 是哪一天的事
       说 是大前天
       答 交上去是这样 [confirm] {哪一天=11月20日}
       点 不申请了
       答 不申请了`,
    );
    expect(await claims()).toEqual([]);
  });

  it.each(['我捡到钱包上交了要加分', '帮我申请加分，我捡到手机还给失主了'])(
    'says of 「%s」 what to do when no rule fits',
    async (words) => {
      await play(
        await family(),
        `说 ${words}
         答 您看是哪一件 [choice]
         点 都不是
         答 规则里现在没有这一件 [choice]`,
      );
    },
  );

  it('needs evidence, and a household', async () => {
    await play(
      await family(),
      `说 我扫了院坝想加分
       答 拍一张照片 [photo]
       点 没有照片
       答 请网格员来看一眼 [choice]`,
    );
    await play(
      await make.person(),
      `说 我扫了院坝要加分
       答 登记到哪一户 [choice]`,
    );
    expect(await claims()).toEqual([]);
  });

  it('says what stands in the way and keeps the card', async () => {
    await play(
      await family(),
      `说 9月1日我扫了院坝，要加积分
       答 加 5 分 [photo]
       拍 1
       答 交上去是这样 [confirm] {哪一天=9月1日}
       点 交上去
       答 要在最近 60 天里 [confirm]
       点 改哪一天
       答 是哪一天的事
       说 昨天
       答 交上去是这样 [confirm] {哪一天=昨天}
       说 就这样
       答 交上去了 [choice]`,
    );
    expect(await claims()).toHaveLength(1);
  });
});

describe('凭啥子扣分', () => {
  it('answers with the rule, the warning, the evidence, the bodies and the way to appeal', async () => {
    freeze('2026-11-09T10:00:00+08:00');
    const at = await village();
    await as(at.staff).ok('claims.warn', { householdId: at.householdId, ruleItemId: at.less, text: '垃圾请放进桶里' });
    const { body } = await record(at.staff, at.householdId, at.less, { happenedOn: '2026-11-09' });
    for (const who of at.panel) await vote(who, body.id);
    await bookPoints({ lessId: at.less, reviewerId: at.panel[0]!.id }, at.householdId, { source: 'base', points: 10 });
    freeze('2026-11-17T09:00:00+08:00');
    await ring();
    const told = await play(
      at.li,
      `说 凭啥子扣我两分
       答 「乱扔垃圾，提醒后还扔」，扣 2 分 [points]`,
    );
    const { text } = told.at(-1)!;
    for (const part of ['村民代表会议通过的规则', '先提醒过', '1 张照片', '评议小组', '12月2日 周三内可以申诉'])
      expect(text).toContain(part);
  });
});

describe('还没有定的', () => {
  it('is told with the balance and before anything is taken, with where it stands and where to object', async () => {
    freeze('2026-11-09T10:00:00+08:00');
    const at = await village();
    await as(at.staff).ok('claims.warn', { householdId: at.householdId, ruleItemId: at.less, text: '垃圾请放进桶里' });
    await record(at.staff, at.householdId, at.less, { happenedOn: '2026-11-09' });
    const told = await play(
      at.li,
      `说 凭啥子扣我两分
       答 还没有扣 [points]
       说 我家积分多少
       答 还没有定的：「乱扔垃圾，提醒后还扔」要扣 2 分 [points]`,
    );
    expect(told.at(-1)!.text).toContain('定下来以前不算');
  });
});

describe('查积分', () => {
  it.each(['我家积分多少', '积分咋过查', '查一下我们屋头的积分还有好多'])(
    'answers 「%s」 with what there is',
    async (words) => {
      await play(
        await family(),
        `说 ${words}
       答 现在 88 分，1星 [points]`,
      );
    },
  );

  it('says why, what for and how to get more, in dialect too', async () => {
    await play(
      await family(),
      `说 凭啥子扣我家积分两分
       答 乱扔垃圾 [points]
       说 积分咋个加分嘛
       答 评议小组通过 [points]
       说 积分规则是啥子
       答 村民代表会议 [points]`,
    );
  });

  it('leads to what points are good for, and to what waits to be picked up', async () => {
    const li = await family();
    const good = await make.good({ points: 20 });
    await play(
      li,
      `说 积分能换啥子
       答 您家现在 88 分，这些都能换。积分只能换东西，不能换钱 [points]
       说 积分能换现金吗
       答 不能换钱 [points]
       说 我兑换的东西在哪里领
       答 没有等着领的东西 [points]`,
    );
    await as(li).ok('shop.redeem', { goodId: good.id, count: 1 });
    await play(
      li,
      `说 我兑换的米在哪里领
       答 有 1 样东西等您去领 [points]`,
    );
  });

  it('is answered in the middle of a report, which then goes on', async () => {
    await play(
      await family(),
      `说 我家门口路灯坏了一个星期没人修
       答 [photo]
       说 先看下我家积分还有多少
       答 现在 88 分 [points]
       答 照片 [photo]`,
    );
  });

  it('tells somebody without a household how to get into one', async () => {
    await play(
      await make.person(),
      `说 我家积分多少
       答 登记到哪一户 [choice]`,
    );
  });
});
