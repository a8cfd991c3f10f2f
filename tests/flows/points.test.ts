import { as } from '../support/api';
import { freeze } from '../support/clock';
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
