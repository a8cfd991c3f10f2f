import fc from 'fast-check';
import { amountIn } from '../../server/nlu/amounts';
import { marketDayIn } from '../../server/nlu/market-day';
import { normalize } from '../../server/nlu/normalize';
import { peopleIn } from '../../server/nlu/people';
import { personalIn, plateIn } from '../../server/nlu/personal';
import { understand } from '../../server/nlu/understand';

describe('several wishes in one message', () => {
  it.each([
    ['井盖破了，顺便查下我的积分', 'report', ['credit']],
    ['路坏了要修修完顺便告诉我网格员电话', 'report', ['contact']],
    ['先查下积分，再帮我报个路灯坏了', 'credit', ['report']],
    ['想约律师，另外身份证咋个办', 'book_advisor', ['service_info']],
  ] as const)('「%s」 is a %s and %j', (said, intent, also) => {
    expect(understand(said)).toMatchObject({ intent, also });
  });

  it.each(['路灯坏了还有垃圾没人收', '路灯坏了', '还有好久才办好', '转人工'])('「%s」 is one wish', (said) =>
    expect(understand(said).also).toBeUndefined(),
  );
});

describe('numbers of persons', () => {
  it.each([
    ['我身份证511502198001011234帮我查积分', [{ kind: 'id_card', start: 4, end: 22 }]],
    ['51150219800101123X', [{ kind: 'id_card', start: 0, end: 18 }]],
    ['卡号6222021234567890123', [{ kind: 'bank_card', start: 2, end: 21 }]],
    ['１３８００１３８０００', [{ kind: 'phone', start: 0, end: 11 }]],
    [
      '车牌川Q12345堵门，打13800138000',
      [
        { kind: 'plate', start: 2, end: 9 },
        { kind: 'phone', start: 13, end: 24 },
      ],
    ],
    ['单号CP20261123-0042', []],
    ['路灯坏了', []],
  ])('are found in 「%s」 where they stand', (said, spans) => expect(personalIn(said)).toEqual(spans));

  it('are given with the reading, and never the identity number itself', () => {
    const seen = understand('我身份证511502198001011234帮我查积分');
    expect(seen.personal).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('511502198001011234');
  });

  it('lie inside the text, in order and apart, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789川Q-A 路１'), maxLength: 80 }), (text) => {
        let end = 0;
        for (const span of personalIn(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('plates, sums, households, market days', () => {
  it.each([
    ['川Q12345堵门', '川Q12345'],
    ['川qd12345乱停', '川QD12345'],
    ['京A·12C4', undefined],
    ['京A 8B6C2', '京A8B6C2'],
  ])('「%s」 has plate %s', (said, plate) => expect(plateIn(normalize(said))).toBe(plate));

  it.each([
    ['欠我们一万二工资', 12_000],
    ['拖了四万多块', 40_000],
    ['押金三千五百元', 3_500],
    ['三千五块钱', 3_500],
    ['借了5.6万不还', 56_000],
    ['欠款两万八', 28_000],
    ['收了30块', 30],
    ['一块石板断了', undefined],
    ['这块地三亩', undefined],
    ['两万户停水', undefined],
  ])('「%s」 names %s yuan', (said, yuan) => expect(amountIn(normalize(said))).toBe(yuan));

  it.each([
    ['好多户都没水', 5],
    ['两三户停电', 2],
    ['七八十户业主', 70],
    ['几百户没气', 200],
    ['一百二十户', 120],
    ['好多人在吵', undefined],
  ])('「%s」 touches %s', (said, people) => expect(peopleIn(normalize(said))).toBe(people));

  it.each([
    ['赶场天来约律师', { text: '赶场天', ahead: 0, days: 0 }],
    ['下个赶场天', { text: '下个赶场天', ahead: 1, days: 0 }],
    ['逢场天前一天', { text: '逢场天前一天', ahead: 0, days: -1 }],
    ['赶场那天', { text: '赶场那天', ahead: 0, days: 0 }],
    ['赶场的人乱停车', undefined],
  ])('「%s」 names the market day %j', (said, day) => {
    expect(marketDayIn(said)).toEqual(day);
    expect(understand(said).details.marketDay).toEqual(day);
  });
});
