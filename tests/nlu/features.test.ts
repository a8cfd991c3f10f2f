import fc from 'fast-check';
import { prepared } from '../../server/nlu/classifier-text';
import { featureNames, featureReader } from '../../server/nlu/features';
import { normalize } from '../../server/nlu/normalize';

const texts = [
  '我家门口路灯坏了一个星期没人修',
  '积分咋过查，另外2026年3月的单子呢',
  'ABC公司 欠薪12000元！！',
  '',
  '垃圾垃圾垃圾，路灯',
];

describe('features', () => {
  it('are characters, their neighbours, key words, marks and pairs of marks', () => {
    const names = featureNames('路灯坏了，积分12分');
    expect([...names]).toEqual(
      expect.arrayContaining(['^路', '路灯', '了$', '$积', '分0', '#路灯', '@cat:streetlight']),
    );
    expect([...names]).toContain('@cat:streetlight+int:credit');
  });

  it.each(texts)('are read by number as they are named: 「%s」', (text) => {
    const names = [...featureNames(text)];
    const seen = featureReader(names)(text);
    expect([...seen.ids].sort((a, b) => a - b)).toEqual(names.map((_, at) => at));
    expect(seen.count).toBeGreaterThanOrEqual(names.length);
  });

  it('pass over what is not known and still count it', () => {
    const read = featureReader(['路灯']);
    expect([...read('井盖').ids]).toEqual([]);
    expect(read('井盖').count).toBeGreaterThan(0);
    expect([...read('路灯路灯').ids]).toEqual([0]);
  });
});

describe('plain messages', () => {
  const plain = fc.string({
    unit: fc.constantFrom(...'路灯坏了井盖ABab019，。！？、：；（）“”,.!?:;-()"', '什', '么', '打', '坏'),
    maxLength: 60,
  });

  it('come out the short way as they do the thorough way', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(normalize(text)).toBe(normalize(`${text}\u200b`));
      }),
    );
  });

  it('keep simplified words that look traditional elsewhere', () => {
    expect(normalize('路灯被打坏了')).toBe('路灯被打坏了');
    expect(prepared(normalize('路燈壞了'))).toBe('路灯坏了');
  });
});
