import { isMarketDay, type MarketRhythm, rhythmText } from '#shared/domain/bookings/market-days';

const lunar = (digits: number[]): MarketRhythm => ({ kind: 'LUNAR', digits });

describe('isMarketDay', () => {
  it.each([
    [2, true],
    [5, true],
    [8, true],
    [12, true],
    [28, true],
    [1, false],
    [10, false],
    [30, false],
  ])('逢二五八 on the lunar %i: %s', (lunarDay, expected) => {
    expect(isMarketDay('2026-11-23', lunar([2, 5, 8]), () => lunarDay)).toBe(expected);
  });

  it.each([10, 20, 30])('takes 逢十 as the %i.', (lunarDay) => {
    expect(isMarketDay('2026-11-23', lunar([0]), () => lunarDay)).toBe(true);
  });

  it('guesses nothing where the lunar tables end', () => {
    expect(isMarketDay('2101-01-01', lunar([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), () => undefined)).toBe(false);
  });

  it('reads solar digits and weekdays off the day itself', () => {
    const unknown = () => undefined;
    expect(isMarketDay('2026-11-23', { kind: 'SOLAR', digits: [3, 6, 9] }, unknown)).toBe(true);
    expect(isMarketDay('2026-11-24', { kind: 'SOLAR', digits: [3, 6, 9] }, unknown)).toBe(false);
    expect(isMarketDay('2026-11-30', { kind: 'SOLAR', digits: [0] }, unknown)).toBe(true);
    expect(isMarketDay('2026-11-23', { kind: 'WEEKLY', weekdays: [1, 4] }, unknown)).toBe(true);
    expect(isMarketDay('2026-11-24', { kind: 'WEEKLY', weekdays: [1, 4] }, unknown)).toBe(false);
  });
});

describe('rhythmText', () => {
  it.each<[MarketRhythm, string]>([
    [lunar([2, 5, 8]), '农历逢二、五、八'],
    [{ kind: 'SOLAR', digits: [3, 6, 0] }, '公历逢三、六、十'],
    [{ kind: 'WEEKLY', weekdays: [1, 0] }, '每周一、日'],
  ])('%j is %s', (rhythm, text) => {
    expect(rhythmText(rhythm)).toBe(text);
  });
});
