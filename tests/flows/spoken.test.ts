import { freeze } from '../support/clock';
import { home, make } from '../support/make';
import { play } from './script';

beforeEach(async () => {
  freeze('2026-11-23T10:00:00+08:00');
  await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
  await make.staff('GRID_LEAD', home.village, { name: '张国平' });
});

const stranger = () => make.person({ homeVillageCode: null });
const neighbour = () => make.person({ homeVillageCode: home.village, homeGridCode: home.grid });

describe('one sentence holds nearly all', () => {
  it.each([
    ['高桥村井盖遭偷了，娃儿差点掉进去', '井盖'],
    ['高桥村三组水管爆了淌得到处都是', '水管'],
    ['喂你好麻烦问一下哈高桥村停水两天了', '停水'],
    ['高桥村堆起好多渣渣莫得人来拉', '渣渣'],
    ['高桥村公路烂得凶车子都过不到', '公路'],
    ['高桥村有人烧秸秆烟子大得很', '秸秆'],
    ['高桥村污水流到路上臭得很', '污水'],
    ['高桥村广场舞吵得娃娃做不成作业', '广场舞'],
    ['高桥村停电了从昨天晚上到现在', '停电'],
    ['高桥村野狗到处拉屎', '狗'],
    ['高桥村有人乱搭棚子占了路', '棚'],
    ['高桥村健身器材坏了', '健身器材'],
    ['高桥村公厕脏得很没人扫', '公厕'],
    ['高桥村的树枝长到路上来了', '树枝'],
    ['高桥村口子上乱停车出不去', '停车'],
    ['高桥村鱼塘的水遭污染了鱼都死了', '鱼'],
    ['高橋村路燈壞了', '路灯'],
    ['高桥村路灯坏了💡💡😡', '路灯'],
    ['高桥村路灯坏了坏了坏了！！！！！', '路灯'],
    ['高桥村路登不亮了', '不亮'],
  ])('「%s」 needs a photo and a yes', async (words, matter) => {
    await play(
      await stranger(),
      `说 ${words}
       答 [photo]
       说 莫得
       答 [confirm] {事情=${matter}; 地点=高桥村}
       说 要得
       答 报上去了 [ticket]`,
    );
  });
});

describe('the place comes late, in many words', () => {
  it.each([
    ['高桥村', '李庄镇高桥村'],
    ['就是高桥村嘛', '李庄镇高桥村'],
    ['李庄的高桥村', '李庄镇高桥村'],
    ['高乔村', '李庄镇高桥村'],
    ['在高桥村桥头那点', '桥头'],
    ['高桥村学校门口', '学校门口'],
    ['我住高桥村村委会旁边', '村委会'],
  ])('「%s」', async (words, place) => {
    await play(
      await stranger(),
      `说 路灯不亮
       答 哪个位置 [place]
       说 ${words}
       答 [photo]
       点 没有照片
       答 [confirm] {地点=${place}}`,
    );
  });
});

describe('yes is said in many ways', () => {
  it.each(['可以', '好嘛', '要得', '对头', '是的', '行', '没问题', '嗯', '报嘛', '确认'])('「%s」', async (yes) => {
    await play(
      await neighbour(),
      `说 家门口路灯坏了
       答 [photo]
       说 没有
       答 [confirm]
       说 ${yes}
       答 报上去了 [ticket]`,
    );
  });
});

describe('no photo is said in many ways', () => {
  it.each(['没有', '莫得', '拍不到', '不会拍', '跳过', '没得照片', '晚点再拍'])('「%s」', async (none) => {
    await play(
      await neighbour(),
      `说 家门口路灯坏了
       答 [photo]
       说 ${none}
       答 [confirm] {照片=没有}`,
    );
  });
});

describe('breaking off is said in many ways', () => {
  it.each(['算了', '不报了', '算了嘛不弄了', '取消', '不想报了'])('「%s」', async (words) => {
    await play(
      await neighbour(),
      `说 家门口路灯坏了
       答 [photo]
       说 ${words}
       答 不报了`,
    );
  });
});

describe('a digression is answered, and the report goes on', () => {
  it.each([
    ['网格员电话好多', '找这几位 [contact]'],
    ['我报的事办得咋样了', '没有正在办的事'],
    ['谢谢哈', '不客气'],
    ['离婚冷静期多少天', '仅供参考 [law]'],
  ])('「%s」', async (aside, answer) => {
    await play(
      await neighbour(),
      `说 家门口路灯坏了
       答 [photo]
       说 ${aside}
       答 ${answer}
       答 照片 [photo]
       说 没有
       答 [confirm] {事情=路灯}`,
    );
  });
});

describe('danger comes before everything', () => {
  it.each([
    ['高桥村房子烧起来了', '119'],
    ['麻烦问一下哈，高桥村有人要跳桥', '110'],
    ['高桥村有个老人昏倒了', '120'],
    ['高桥村有人拿刀砍人', '110'],
    ['高桥村房子垮了埋到人了', '119'],
    ['不好意思打扰了，高桥村有个娃儿触电了', '120'],
  ])('「%s」', async (words, number) => {
    await play(
      await stranger(),
      `说 ${words}
       答 ${number} [emergency]
       答 打完电话
       答 [confirm] {地点=高桥村}`,
    );
  });

  it.each(['高桥村火锅店油烟大得很', '高桥村消防通道遭车子堵了'])('「%s」 is none', async (words) => {
    await play(
      await stranger(),
      `说 ${words}
       答 [photo]`,
    );
  });
});

describe('days pass', () => {
  it.each([
    ['1 天', '接着报', '[photo]'],
    ['3 天', '接着报', '[photo]'],
    ['6 天', '不报了', '不报了'],
  ])('after %s', async (days, choice, answer) => {
    await play(
      await neighbour(),
      `说 家门口路灯坏了
       答 [photo]
       过 ${days}
       说 你好
       答 还要继续报吗 [choice]
       点 ${choice}
       答 ${answer}`,
    );
  });
});
