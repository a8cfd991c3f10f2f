import fc from 'fast-check';
import { articleLabel, articleNumber, numberIn, numberText } from '#shared/domain/law/article-number';

describe('article numbers', () => {
  it.each([
    ['第一条', 1, 0],
    ['第十条', 10, 0],
    ['第二十一条', 21, 0],
    ['第一百零三条', 103, 0],
    ['第一百一十条', 110, 0],
    ['第一千零六十九条', 1069, 0],
    ['第一千二百五十四条', 1254, 0],
    ['第１２条', undefined, 0],
    ['第12条', 12, 0],
    ['第十二条之一', 12, 1],
    ['第十二条之一规定的', 12, 1],
    ['十二条', undefined, 0],
    ['第条', undefined, 0],
    ['第零条', undefined, 0],
  ])('%s is article %s, %s', (label, no, sub) => {
    expect(articleNumber(label)).toEqual(no === undefined ? undefined : { no, sub });
  });

  it('reads what it writes, for every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 30 }), (no, sub) => {
        expect(numberIn(numberText(no))).toBe(no);
        expect(articleNumber(articleLabel({ no, sub }))).toEqual({ no, sub });
      }),
    );
  });

  it('never throws on what people type', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void articleNumber(text)));
  });
});
