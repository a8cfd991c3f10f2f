import fc from 'fast-check';
import { exclusionGrounds, type Rating, ratesOf, rateText } from '#shared/domain/tickets/rating';

const times = (count: number, rating: Rating) => Array.from({ length: count }, () => rating);

describe('ratesOf', () => {
  it('keeps the three questions apart', () => {
    const rates = ratesOf([
      ...times(6, { contacted: true, solved: true, satisfied: true }),
      ...times(2, { contacted: true, solved: false, satisfied: false }),
      ...times(2, { contacted: false, solved: true }),
    ]);
    expect(rates.contact).toEqual({ answers: 10, share: 0.8, suppressed: false });
    expect(rates.solve).toEqual({ answers: 10, share: 0.8, suppressed: false });
    expect(rates.satisfaction).toEqual({ answers: 8, share: 0.75, suppressed: false });
  });

  it.each([0, 1, 4])('shows nothing for %i answers', (count) => {
    const { contact } = ratesOf(times(count, { contacted: true }));
    expect(contact).toEqual({ answers: undefined, share: undefined, suppressed: true });
    expect(rateText(contact)).toBe('人数太少，不显示');
  });

  it('shows the rate from five answers on', () => {
    expect(rateText(ratesOf(times(5, { solved: true })).solve)).toBe('100.0%');
  });

  it('leaves out only on a ground, and counts the grounds', () => {
    const rates = ratesOf([
      ...times(5, { satisfied: true }),
      ...times(3, { satisfied: false, exclusion: 'NOT_REAL' }),
      { satisfied: false, exclusion: 'NO_DUTY' },
    ]);
    expect(rates.satisfaction.share).toBe(1);
    expect(rates.excluded).toEqual({ NOT_REAL: 3, NO_DUTY: 1 });
  });

  it('never leaves the range, whatever was answered', () => {
    const answer = fc.option(fc.boolean(), { nil: null });
    const rating = fc.record({
      contacted: answer,
      solved: answer,
      satisfied: answer,
      exclusion: fc.option(fc.constantFrom(...(Object.keys(exclusionGrounds) as (keyof typeof exclusionGrounds)[])), {
        nil: null,
      }),
    });
    fc.assert(
      fc.property(fc.array(rating), (ratings) => {
        const rates = ratesOf(ratings);
        for (const { share, answers, suppressed } of [rates.contact, rates.solve, rates.satisfaction]) {
          expect(suppressed).toBe(share === undefined);
          if (share !== undefined) expect(share >= 0 && share <= 1 && (answers ?? 0) >= 5).toBe(true);
        }
      }),
    );
  });
});
