import { dangerIn } from '../../server/nlu/danger';
import { normalize } from '../../server/nlu/normalize';
import { understand } from '../../server/nlu/understand';

const dangers: [string, string][] = [
  ['有小孩掉水里了', 'drowning'],
  ['娃儿梭到堰塘里头去了', 'drowning'],
  ['我弟弟掉进水库了', 'drowning'],
  ['江边有人落水', 'drowning'],
  ['塘里头有个娃儿在扑腾', 'drowning'],
  ['两个学生遭水冲走了', 'drowning'],
  ['有老人掉井里了快来', 'drowning'],
  ['江里头有人在喊救命', 'drowning'],
  ['我不想活了', 'suicide'],
  ['楼顶有个人要跳楼', 'suicide'],
  ['有人在楼顶要往下跳', 'suicide'],
  ['有个人坐在楼顶边上说要跳', 'suicide'],
  ['我妹妹吞了一瓶安眠药', 'suicide'],
  ['我妈喝农药了', 'suicide'],
  ['活着没意思，死了算了', 'suicide'],
  ['我撑不下去了想死', 'suicide'],
  ['我家着火了', 'fire'],
  ['你好麻烦问一下隔壁房子燃起来了咋个办', 'fire'],
  ['对面楼冒好大的黑烟', 'fire'],
  ['山上起火了往村里烧', 'fire'],
  ['厨房燃起来了火扑不灭', 'fire'],
  ['电瓶车充电爆炸了', 'fire'],
  ['屋里一股煤气味儿脑壳晕', 'gas'],
  ['屋子里全是煤气味不敢开灯', 'gas'],
  ['天然气管子在漏气', 'gas'],
  ['闻到好大的天然气味道', 'gas'],
  ['煤气罐在嗤嗤响', 'gas'],
  ['房子垮了压到人了', 'collapse'],
  ['工地墙垮了埋了人', 'collapse'],
  ['山垮下来把房子埋了半边', 'collapse'],
  ['脚手架倒了有人压在下面', 'collapse'],
  ['泥石流来了', 'collapse'],
  ['有人拿刀砍人', 'violence'],
  ['两个人拿刀互砍', 'violence'],
  ['隔壁男的拿把菜刀在追人', 'violence'],
  ['他一直打我我躲在厕所里', 'violence'],
  ['楼下打起来了', 'violence'],
  ['救命有人在撬我家门', 'violence'],
  ['老公打我，我好怕', 'violence'],
  ['有人打架', 'violence'],
  ['他们打架打得好凶', 'violence'],
  ['老人晕倒了喊不醒', 'medical'],
  ['有个老太婆倒在路上喊不答应', 'medical'],
  ['老汉儿突然说不出话半边身子动不了', 'medical'],
  ['老爷爷倒在地上没有呼吸了', 'medical'],
  ['娃儿喝了洗洁精口吐白沫', 'medical'],
  ['大客车翻到沟里头去了好多人受伤', 'medical'],
  ['大巴车撞到山上了好多血', 'medical'],
  ['孩子被开水烫了一身', 'medical'],
  ['有人被车撞了', 'medical'],
  ['孕妇要生了', 'medical'],
  ['被毒蛇咬了', 'medical'],
  ['有人触电了', 'electric'],
  ['修电的师傅被电打倒了', 'electric'],
  ['有人被高压电打倒了', 'electric'],
  ['高压线掉下来了在冒火花', 'electric'],
  ['娃儿摸到电线遭电了', 'electric'],
];

const harmless: string[] = [
  '消防通道被堵了',
  '火锅店油烟大得很',
  '灭火器过期了没人换',
  '着火点在哪里不知道，建议普及消防知识',
  '煤气费太贵了',
  '打不着火，天然气没气了',
  '燃气公司什么时候来装表',
  '小区楼道堆杂物，存在火灾隐患',
  '飞线充电怕引起火灾',
  '商场跳楼价甩卖吵得很',
  '热死了，空调带不动',
  '吵死人了，半夜还在装修',
  '手机掉水里了能不能修',
  '垃圾掉进河里没人捞',
  '火车站怎么走',
  '外墙瓷砖往下掉，险些砸到人',
  '电话打不通',
  '被电瓶车挡路了',
  '路面塌陷了一个坑',
  '井盖坏了怕人掉下去',
  '河堤裂了，怕涨水的时候垮',
  '去年有人在这里溺水，建议立个牌子',
  '被狗咬了主人不认账',
  '打电话没人接',
  '我儿子在外面打工',
  '打扫卫生的没来',
  '骑电瓶车逆行撞了人要负全责吗',
  '打架轻伤会判几年',
  '老板不签合同能要双倍工资吗',
  '有没有反家暴讲座',
  '租的房子着火了谁来赔',
  '怕两家人又要打架',
  '防溺水宣传牌倒了',
  '吊车挡在路上',
  '楼上吊灯太亮晃眼睛',
  '砍树没人管',
  '房价跌了',
  '工资没发，日子难过',
  '水管爆了',
  '太阳能灯坏了',
  '路灯不亮，老人摔跤',
];

describe('danger is seen before anything else', () => {
  it.each(dangers)('「%s」 is %s', (said, kind) => {
    const danger = dangerIn(normalize(said));
    expect(danger?.kind).toBe(kind);
    expect(danger?.words.length).toBeGreaterThan(0);
    expect(danger?.numbers.length).toBeGreaterThan(0);
    expect(understand(said).intent).toBe('emergency');
  });

  it.each(harmless)('「%s」 raises no alarm', (said) => {
    expect(dangerIn(normalize(said))).toBeUndefined();
  });

  it('keeps the numbers in view for violence that has gone on for long, without taking over the conversation', () => {
    const seen = understand('我姐姐经常被姐夫打，求你们帮帮她');
    expect(seen.danger?.kind).toBe('violence');
    expect(seen.intent).not.toBe('emergency');
    expect(seen.category?.code).toBe('domestic_violence');
    expect(seen.sensitive).toBe(true);
  });

  it('takes a brawl in the street for no violence at home', () => {
    const seen = understand('有人打架');
    expect(seen.sensitive).toBeUndefined();
    expect(seen.category?.code).not.toBe('domestic_violence');
    expect(understand('我老公打我').category?.code).toBe('domestic_violence');
  });

  it.each(['着火了', '有人落水', '老人晕倒了'])(
    'gives 「%s」 no category, for no unit of the desk puts it out',
    (said) => {
      expect(understand(said).category).toBeUndefined();
    },
  );

  it.each(['租的房子着火了谁来赔', '车子自燃了找哪个赔', '被车撞了能不能要误工费'])(
    'hears a question of law in 「%s」',
    (said) => {
      expect(understand(said).intent).toBe('legal_question');
      expect(understand(said).danger).toBeUndefined();
    },
  );
});
