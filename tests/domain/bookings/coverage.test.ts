import { type Appointment, type CoverageQuery, coverageOn } from '#shared/domain/bookings/coverage';

const village = (code: string, townCode = 't1') => ({ code, name: `${code}村`, townCode });
const primary = (advisorId: string, villageCode: string, given: Partial<Appointment> = {}): Appointment => ({
  advisorId,
  firmId: 'f1',
  villageCode,
  post: 'PRIMARY',
  startsOn: '2026-01-01',
  ...given,
});
const team = { firmId: 'f1', townCode: 't1', startsOn: '2026-01-01' };
const gapsOf = (given: Partial<CoverageQuery>) =>
  coverageOn({ day: '2026-11-23', villages: [village('v1')], appointments: [], townTerms: [team], ...given });

describe('coverageOn', () => {
  it('finds no gap where each village has one advisor of the town’s team', () => {
    const villages = [village('v1'), village('v2')];
    const appointments = [primary('a', 'v1'), primary('a', 'v2'), primary('b', 'v2', { post: 'SUBSTITUTE' })];
    expect(gapsOf({ villages, appointments })).toEqual({ villages: 2, covered: 2, gaps: [] });
  });

  it.each<[string, Partial<CoverageQuery>, string]>([
    ['a village without anybody', {}, 'NO_PRIMARY v1 0 v1村还没有法律顾问'],
    [
      'a village with a substitute only',
      { appointments: [primary('a', 'v1', { post: 'SUBSTITUTE' })] },
      'NO_PRIMARY v1 0 v1村还没有法律顾问',
    ],
    [
      'a term that is over',
      { appointments: [primary('a', 'v1', { endsOn: '2026-11-22' })] },
      'NO_PRIMARY v1 0 v1村还没有法律顾问',
    ],
    [
      'a term still to come',
      { appointments: [primary('a', 'v1', { startsOn: '2026-11-24' })] },
      'NO_PRIMARY v1 0 v1村还没有法律顾问',
    ],
    [
      'two at once',
      { appointments: [primary('a', 'v1'), primary('b', 'v1')] },
      'SEVERAL_PRIMARIES v1 2 v1村同时有 2 名主责法律顾问',
    ],
    [
      'an advisor of a firm that does not serve the town',
      { appointments: [primary('a', 'v1', { firmId: 'f2' })] },
      'OUTSIDE_TEAM v1 1 v1村的法律顾问不在服务本镇街的律师团队里',
    ],
  ])('lists %s', (_title, given, expected) => {
    expect(gapsOf(given).gaps.map(({ kind, subject, count, text }) => `${kind} ${subject} ${count} ${text}`)).toEqual([
      expected,
    ]);
  });

  it('counts the last day of a term', () => {
    expect(gapsOf({ appointments: [primary('a', 'v1', { endsOn: '2026-11-23' })] }).gaps).toEqual([]);
  });

  it('lists a town without a team once, with its villages', () => {
    const villages = [village('v1', 't2'), village('v2', 't2')];
    const kinds = gapsOf({ villages, appointments: [primary('a', 'v1'), primary('a', 'v2')] }).gaps;
    expect(kinds.map(({ kind, subject, count }) => `${kind} ${subject} ${count}`)).toEqual([
      'OUTSIDE_TEAM v1 1',
      'OUTSIDE_TEAM v2 1',
      'TOWN_WITHOUT_TEAM t2 2',
    ]);
  });

  it.each([
    [5, undefined, []],
    [6, undefined, ['OVER_LOAD a 6 一人担任 6 个村（社区）的法律顾问，超过 5 个']],
    [6, 6, []],
  ])('one advisor with %i villages, limit %s: %j', (count, mostVillages, expected) => {
    const villages = Array.from({ length: count }, (_, index) => village(`v${index}`));
    const appointments = villages.map(({ code }) => primary('a', code));
    const { gaps } = gapsOf({ villages, appointments, mostVillages });
    expect(gaps.map(({ kind, subject, count: found, text }) => `${kind} ${subject} ${found} ${text}`)).toEqual(
      expected,
    );
  });

  it('leaves villages out of scope out of the load', () => {
    const appointments = ['v1', 'x1', 'x2', 'x3', 'x4', 'x5'].map((code) => primary('a', code));
    expect(gapsOf({ appointments }).gaps).toEqual([]);
  });
});
