import { isStaffed, staffedFrom } from '#shared/domain/staffing/duty';
import { holderOn, type PostTerm, vacantPlaces } from '#shared/domain/staffing/posts';
import { answerOf, at, calendar, wall } from '../support';

const term = (id: string, startsOn: string, endsOn?: string): PostTerm => ({
  id,
  personId: `person-${id}`,
  kind: 'GRID_STAFF',
  placeCode: 'grid-1',
  startsOn,
  endsOn,
});

describe('holderOn', () => {
  const terms = [term('old', '2025-01-01', '2026-11-20'), term('new', '2026-11-23'), term('later', '2027-01-01')];

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', 'old'],
    ['2026-11-20', 'old'],
    ['2026-11-21', undefined],
    ['2026-11-23', 'new'],
    ['2027-01-01', 'later'],
  ])('on %s it is %s', (day, id) => {
    expect(holderOn(terms, 'GRID_STAFF', 'grid-1', day)?.id).toBe(id);
  });

  it('keeps posts and places apart', () => {
    expect(holderOn(terms, 'GRID_LEAD', 'grid-1', '2026-11-23')).toBeUndefined();
    expect(holderOn(terms, 'GRID_STAFF', 'grid-2', '2026-11-23')).toBeUndefined();
  });

  it('settles two of the same day by id, in whatever order they come', () => {
    const two = [term('b', '2026-01-01'), term('a', '2026-01-01')];
    expect(holderOn(two, 'GRID_STAFF', 'grid-1', '2026-11-23')?.id).toBe('a');
    expect(holderOn(two.toReversed(), 'GRID_STAFF', 'grid-1', '2026-11-23')?.id).toBe('a');
  });

  it('lists the places without anybody', () => {
    expect(vacantPlaces(['grid-1', 'grid-2'], terms, 'GRID_STAFF', '2026-11-23')).toEqual(['grid-2']);
    expect(vacantPlaces(['grid-1', 'grid-2'], terms, 'GRID_STAFF', '2026-11-21')).toEqual(['grid-1', 'grid-2']);
  });
});

describe('duty', () => {
  it.each([
    ['2026-11-23 08:29', false, '2026-11-23 08:30:00'],
    ['2026-11-23 08:30', true, '2026-11-23 08:30:00'],
    ['2026-11-23 12:00', false, '2026-11-23 14:00:00'],
    ['2026-11-23 17:29', true, '2026-11-23 17:29:00'],
    ['2026-11-23 17:30', false, '2026-11-24 08:30:00'],
    ['2026-11-21 10:00', false, '2026-11-23 08:30:00'],
    ['2026-10-10 10:00', true, '2026-10-10 10:00:00'],
    ['2026-12-31 18:00', false, '2027-01-04 08:30:00'],
  ])('at %s: staffed %s, from %s', (now, staffed, from) => {
    expect(answerOf(isStaffed(at(now), calendar))).toBe(staffed);
    expect(wall(answerOf(staffedFrom(at(now), calendar)))).toBe(from);
  });

  it('does not guess about a year without a calendar', () => {
    expect(isStaffed(at('2031-05-05 10:00'), calendar)).toEqual({ covered: false, year: '2031' });
    expect(staffedFrom(at('2031-05-05 10:00'), calendar)).toEqual({ covered: false, year: '2031' });
  });
});
