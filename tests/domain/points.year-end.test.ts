import fc from 'fast-check';
import { closingAt, endOfYear, expiringPoints, noticeFrom } from '#shared/domain/points/year-end';

const at = (text: string) => new Date(`${text}+08:00`);

describe('the end of a year', () => {
  it('comes at midnight of 1 January in Shanghai, thirty days after the first notice', () => {
    expect(endOfYear(2026)).toEqual(at('2027-01-01T00:00:00'));
    expect(noticeFrom(2026)).toEqual(at('2026-12-02T00:00:00'));
  });

  it.each([
    ['nobody was told, nothing expires', null, '2027-01-01T00:00:00'],
    ['told in time', '2026-12-02T00:00:00', '2027-01-01T00:00:00'],
    ['told late', '2026-12-20T09:00:00', '2027-01-19T00:00:00'],
    ['told after the year', '2027-02-01T09:00:00', '2027-03-03T00:00:00'],
  ])('closes a year when %s', (_, told, closes) => expect(closingAt(2026, told ? at(told) : null)).toEqual(at(closes)));

  it('takes what is old and left, never what came since, never more than there is', () => {
    const amount = fc.nat({ max: 500 });
    fc.assert(
      fc.property(amount, amount, amount, (atYearEnd, cameSince, wanted) => {
        const takenSince = Math.min(wanted, atYearEnd + cameSince);
        const balance = atYearEnd + cameSince - takenSince;
        const expired = expiringPoints({ atYearEnd, takenSince, balance });
        expect(expired).toBeGreaterThanOrEqual(0);
        expect(expired).toBeLessThanOrEqual(Math.min(balance, atYearEnd));
        expect(balance - expired).toBe(cameSince - Math.max(0, takenSince - atYearEnd));
      }),
    );
  });
});
