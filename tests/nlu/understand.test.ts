import fc from 'fast-check';
import { normalize, readLength } from '../../server/nlu/normalize';
import { withoutSlips } from '../../server/nlu/slips';
import { understand } from '../../server/nlu/understand';
import { intents } from '../../server/nlu/understanding';
import { districtGazetteer } from './divisions';

const gazetteer = districtGazetteer();
const now = new Date('2026-11-23T08:00:00Z');

describe('what people say to the desk', () => {
  it.each([
    ['我家门口路灯坏了一个星期没人修', 'report', 'streetlight'],
    ['楼上天天半夜装修吵得睡不着', 'report', 'noise'],
    ['和邻居因为宅基地边界吵起来了', 'dispute', 'dispute_neighbor'],
    ['路灯莫得一个亮的', 'report', 'streetlight'],
    ['警盖遭车压烂了', 'report', 'manhole'],
    ['化粪池满了粪水到处流咋个办嘛', 'report', 'sewage'],
    ['村支书把低保给了自己亲戚', 'report', 'cadre_conduct'],
    ['老板拖欠我们工资半年了', 'report', 'wages'],
  ])('「%s」 is a %s about %s', (said, intent, category) => {
    const seen = understand(said, { now });
    expect(seen.intent).toBe(intent);
    expect(seen.category?.code).toBe(category);
    expect(seen.department?.name).toBeTruthy();
    expect(seen.because.length).toBeGreaterThan(0);
  });

  it.each([
    ['转人工', 'human'],
    ['你听不懂，喊个人来', 'human'],
    ['算了不报了', 'cancel'],
    ['我的事办到哪一步了', 'progress'],
    ['CP20261123-0042', 'progress'],
    ['网格员电话好多', 'contact'],
    ['想约村里的法律顾问明天下午', 'book_advisor'],
    ['法律故问', 'book_advisor'],
    ['我家积分多少', 'credit'],
    ['积分咋过查', 'credit'],
    ['鸡分怎么换东西', 'credit'],
    ['小区停车位想大家一起商量', 'consult'],
    ['老板不签合同能要双倍工资吗', 'legal_question'],
    ['最近有没有普法讲座', 'law_event'],
    ['身份证怎么办', 'service_info'],
    ['有小孩掉水里了', 'emergency'],
    ['不是路灯是井盖', 'correction'],
    ['你好', 'smalltalk'],
    ['要得', 'smalltalk'],
    ['股票涨了没有', 'unknown'],
    ['', 'unknown'],
    ['👍👍👍', 'unknown'],
    ['12345', 'unknown'],
  ])('「%s」 means %s', (said, intent) => expect(understand(said, { now }).intent).toBe(intent));

  it('keeps details and marks the vague place', () => {
    const seen = understand('我家门口路灯坏了一个星期没人修', { now, gazetteer });
    expect(seen.details).toMatchObject({ what: '路灯坏了', since: '一个星期', where: { landmark: '家门口' } });
    expect(seen.details.where?.villageCode).toBeUndefined();
  });

  it('reads traditional characters, full width, pictures and invisible characters', () => {
    expect(understand('我家門口路燈壞了', { now }).category?.code).toBe('streetlight');
    expect(understand('路\u200b灯\u200b坏了😡😡', { now }).category?.code).toBe('streetlight');
    expect(normalize('ＣＰ２０２６１１２３－００４２')).toBe('CP20261123-0042');
    expect(normalize('好吵啊啊啊啊啊')).toBe('好吵啊啊');
  });

  it('puts right homophones and one-character slips', () => {
    expect(withoutSlips('法律故问')).toBe('法律顾问');
    expect(withoutSlips('法律顾间')).toBe('法律顾问');
    expect(withoutSlips('路灯坏了')).toBe('路灯坏了');
    expect(withoutSlips('工资没发')).toBe('工资没发');
  });

  it('marks reports against cadres and violence at home as sensitive', () => {
    expect(understand('举报村主任贪污', { now }).sensitive).toBe(true);
    expect(understand('路灯坏了', { now }).sensitive).toBeUndefined();
  });
});

describe('what was asked decides how a reply is read', () => {
  it('goes on with the flow when the asked detail is there', () => {
    const seen = understand('高桥村三组村口那个', { now, gazetteer, expecting: 'where' });
    expect(seen.answersAsked).toBe(true);
    expect(seen.details.where?.villageName).toBe('高桥村');
  });
  it('sees a digression', () => {
    expect(understand('先帮我查一下我家积分多少', { now, gazetteer, expecting: 'where' })).toMatchObject({
      intent: 'credit',
      answersAsked: false,
    });
  });
  it('reads a bare number as a choice only when one was asked for', () => {
    expect(understand('2', { now, expecting: 'choice' })).toMatchObject({ ordinal: 2, answersAsked: true });
    expect(understand('2', { now }).ordinal).toBeUndefined();
  });
  it('takes 没有 for a pass when a photo is asked for and for no otherwise', () => {
    expect(understand('没有', { now, expecting: 'photo' }).answer).toBe('skip');
    expect(understand('没有', { now, expecting: 'confirm' }).answer).toBe('no');
  });
  it('lets danger and cancelling leave any question', () => {
    expect(understand('有人掉水里了', { now, expecting: 'where' })).toMatchObject({
      intent: 'emergency',
      answersAsked: false,
    });
    expect(understand('算了不报了', { now, expecting: 'where' })).toMatchObject({
      intent: 'cancel',
      answersAsked: false,
    });
  });
});

describe('promises', () => {
  it('never throws, keeps its shape and gives the same reading twice on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const seen = understand(text, { now, gazetteer });
        expect(intents).toContain(seen.intent);
        expect(seen.confidence).toBeGreaterThanOrEqual(0);
        expect(seen.confidence).toBeLessThanOrEqual(1);
        expect(understand(text, { now, gazetteer })).toEqual(seen);
      }),
      { numRuns: 200 },
    );
  });

  const pieces = [
    '路灯',
    '坏了',
    '三天',
    '高桥村',
    '三组',
    '明天',
    '下午',
    '不是',
    '是',
    '掉',
    '水里',
    '算了',
    '人工',
    '，',
    '13800138000',
    '月底',
    '打',
    '第二个',
    '没',
  ];
  it('never throws on any order of the words it knows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 30 }),
        fc.constantFrom('where', 'confirm', 'photo', undefined),
        (words, expecting) => {
          const seen = understand(words.join(''), { now, gazetteer, expecting });
          expect((seen.details.what ?? '').length).toBeLessThanOrEqual(20);
          expect(seen.candidates.length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads at most the first part of an endless text', () => {
    expect(normalize('啊路'.repeat(10_000)).length).toBeLessThanOrEqual(readLength);
  });
});
