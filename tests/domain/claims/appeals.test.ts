import {
  appealActions,
  appealDueAt,
  appealStateAfter,
  appealStates,
  whyNotAppeal,
  whyNotRaise,
} from '#shared/domain/claims/appeals';
import type { WorkCalendar } from '#shared/domain/time/workdays';

const calendar: WorkCalendar = { years: { '2026': { status: 'official', holidays: {}, workdays: {} } } };
const at = (day: string) => new Date(`${day}T10:00:00+08:00`);

describe('an appeal', () => {
  it.each([
    ['OPEN', 'judge grant dismiss raise withdraw'],
    ['DISMISSED', 'raise'],
    ['TOWN', 'grant refuse withdraw'],
    ['GRANTED', ''],
    ['REFUSED', ''],
    ['WITHDRAWN', ''],
  ] as const)('in %s can be %s', (state, actions) => {
    expect(appealActions.filter((action) => appealStateAfter(state, action)).join(' ')).toBe(
      appealActions.filter((action) => actions.split(' ').includes(action)).join(' '),
    );
  });

  it('is answered in five working days, then in ten', () => {
    const due = appealStates.map((state) => appealDueAt(state, at('2026-11-17'), calendar)?.toISOString().slice(0, 10));
    expect(due).toEqual(['2026-11-24', undefined, '2026-12-01', undefined, undefined, undefined]);
  });

  it.each([
    ['BOOKED', -2, -2, '2026-11-17', undefined],
    ['BOOKED', 5, 5, '2026-11-17', 'points_appeal_nothing'],
    ['BOOKED', -2, 0, '2026-11-17', 'points_appeal_nothing'],
    ['REJECTED', 5, null, '2026-11-17', undefined],
    ['REJECTED', -2, null, '2026-11-17', 'points_appeal_nothing'],
    ['REVIEW', -2, null, '2026-11-17', 'points_appeal_nothing'],
    ['BOOKED', -2, -2, '2026-10-31', 'points_appeal_late'],
  ] as const)('against %s of %i with %p booked on %s: %p', (state, points, booked, day, reason) => {
    const claim = { state, points, booked, endedAt: at(day) };
    expect(whyNotAppeal(claim, at('2026-11-20'), calendar)).toBe(reason);
  });

  it('goes on to the town when the village has answered or missed its time', () => {
    const given = (state: 'OPEN' | 'DISMISSED' | 'TOWN', since: string) => ({
      ...{ state, stageSince: at(since), stageDueAt: appealDueAt(state, at(since), calendar) },
    });
    expect(whyNotRaise(given('OPEN', '2026-11-17'), at('2026-11-24'), calendar)).toBe('points_claim_not_allowed');
    expect(whyNotRaise(given('OPEN', '2026-11-17'), at('2026-11-25'), calendar)).toBeUndefined();
    expect(whyNotRaise(given('DISMISSED', '2026-11-17'), at('2026-11-25'), calendar)).toBeUndefined();
    expect(whyNotRaise(given('DISMISSED', '2026-11-17'), at('2026-12-03'), calendar)).toBe('points_appeal_late');
    expect(whyNotRaise(given('TOWN', '2026-11-17'), at('2026-12-25'), calendar)).toBe('points_claim_not_allowed');
  });
});
