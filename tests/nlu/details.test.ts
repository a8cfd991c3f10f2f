import { sinceIn } from '../../server/nlu/duration';
import { chineseOf, numberOf } from '../../server/nlu/numbers';
import { isUrgent, peopleIn, phoneIn, ticketNumberIn } from '../../server/nlu/people';
import { understand } from '../../server/nlu/understand';

describe('how long it has lasted', () => {
  it.each([
    ['路灯坏了一个星期没人修', '一个星期'],
    ['停水三天了', '三天'],
    ['堵了半个月', '半个月'],
    ['垃圾堆了大概两个月没人拉', '大概两个月'],
    ['这个坑都有一年多了', '一年多'],
    ['三天了', '三天'],
    ['昨天晚上开始停电', '昨天晚上'],
    ['从上周就没水了', '上周'],
    ['楼上天天半夜吵', '天天'],
    ['好久了没人管', '好久了'],
    ['拖了好几个月不给工资', '好几个月'],
    ['坏了两三天了', '两三天'],
  ])('「%s」 → %s', (said, since) => expect(sinceIn(said)).toBe(since));

  it.each(['三天后来修', '两天内回复', '路灯坏了', '我要约律师', '三组的路灯', '今天天气咋样', '明天天不亮就来'])(
    '「%s」 says no duration',
    (said) => expect(sinceIn(said)).toBeUndefined(),
  );
});

describe('telephones, ticket numbers, people, haste', () => {
  it.each([
    ['我电话13800138000', '13800138000'],
    ['138 0013 8000 打这个', '13800138000'],
    ['座机0831-8201234', '0831-8201234'],
    ['单号CP20261123-0042', undefined],
    ['123456', undefined],
  ])('「%s」 has telephone %s', (said, phone) => expect(phoneIn(said)).toBe(phone));

  it.each([
    ['CP20261123-0042办得怎样', 'CP20261123-0042'],
    ['查一下cp202611230042', 'CP20261123-0042'],
    ['13800138000', undefined],
  ])('「%s」 has ticket number %s', (said, number) => expect(ticketNumberIn(said)).toBe(number));

  it.each([
    ['我们二十多户都没水', 20],
    ['有5个人被欠薪', 5],
    ['几十户人家', 20],
    ['十几个农民工', undefined],
    ['十几户停电', 10],
    ['路灯坏了', undefined],
  ])('「%s」 touches %s', (said, people) => expect(peopleIn(said)).toBe(people));

  it('knows who presses', () => {
    expect(isUrgent('很急，赶紧来')).toBe(true);
    expect(isUrgent('急诊室的灯坏了')).toBe(false);
  });

  it.each([
    ['二十五', 25],
    ['一百零三', 103],
    ['十二', 12],
    ['两', 2],
    ['15', 15],
    ['几', undefined],
  ])('%s is the number %s', (said, value) => expect(numberOf(said)).toBe(value));

  it.each([
    [3, '三'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
  ])('%d is written %s', (value, said) => expect(chineseOf(value)).toBe(said));
});

describe('the subject for the title', () => {
  it.each([
    ['我家门口路灯坏了一个星期没人修', '路灯坏了'],
    ['你好，我想反映一下，村口的垃圾堆了三天没人拉，麻烦尽快处理谢谢', /垃圾/],
    ['师傅麻烦来看一下，我们楼下下水道堵了', /下水道堵了/],
    ['路烂得很，车都开不进来', /路烂/],
  ])('「%s」 → %s', (said, subject) => {
    const what = understand(said).details.what ?? '';
    expect(what).toMatch(subject);
    expect(what.length).toBeLessThanOrEqual(20);
  });

  it('is found in a long letter', () => {
    const letter = `尊敬的领导你好，${'我是本地的居民，在这里住了很多年，'.repeat(12)}我们小区的化粪池满了，粪水流到路上，${'大家都很有意见，希望得到重视，'.repeat(8)}`;
    expect(understand(letter).details.what).toMatch(/化粪池/);
  });
});
