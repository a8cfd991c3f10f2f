import fc from 'fast-check';
import { assess, type Work } from '#shared/domain/bookings/assessment';
import {
  areWeights,
  assessmentRulesOn,
  bandOf,
  defaultRules,
  nextStandardDay,
  scorePartLabel,
  scoreParts,
} from '#shared/domain/bookings/assessment-rules';
import { groupTotal, ranking } from '#shared/domain/bookings/ranking';
import { later, minuteMs } from '#shared/domain/time/clock';
import { at } from '../support';

const quarter = ['2026-10', '2026-11', '2026-12'];
const held = (day: string, villageCode = 'v1') => ({ villageCode, at: at(`${day} 10:00`) });
const wholeDay = (day: string, villageCode = 'v1') => ({
  villageCode,
  signedInAt: at(`${day} 09:00`),
  signedOutAt: at(`${day} 17:00`),
});
const full: Work = {
  terms: [{ villageCode: 'v1', startsOn: '2026-01-01' }],
  visits: [wholeDay('2026-10-12'), wholeDay('2026-11-12'), wholeDay('2026-12-12')],
  consultations: quarter.flatMap((month) => [held(`${month}-05`), held(`${month}-12`)]),
  absences: 0,
  lectures: [held('2026-11-20')],
  records: { expected: 9, complete: 9 },
  ratings: { answered: 6, satisfied: 6 },
};
const scored = (given: Partial<Work>, months = quarter) => {
  const { parts, points, possible, total, band } = assess(months, { ...full, ...given }, defaultRules);
  return { parts: parts.map((part) => part.points), of: `${points}/${possible}`, total, band };
};

describe('assess', () => {
  it('gives everything for everything', () => {
    expect(scored({})).toEqual({ parts: [30, 25, 15, 15, 15], of: '100/100', total: 100, band: '优秀' });
  });

  it.each<[string, Partial<Work>, (number | undefined)[], number, string]>([
    ['a month without a visit', { visits: full.visits.slice(1) }, [20, 25, 15, 15, 15], 90, '优秀'],
    [
      'half days',
      { visits: full.visits.map((visit) => ({ ...visit, signedOutAt: later(visit.signedInAt, 240 * minuteMs) })) },
      [15, 25, 15, 15, 15],
      85,
      '称职',
    ],
    [
      'two days in one month do not make up for another',
      { visits: [wholeDay('2026-10-12'), wholeDay('2026-10-13'), wholeDay('2026-11-12')] },
      [20, 25, 15, 15, 15],
      90,
      '优秀',
    ],
    ['half of the consultations', { consultations: full.consultations.slice(3) }, [30, 12.5, 15, 15, 15], 87.5, '称职'],
    ['no consultation', { consultations: [] }, [30, 0, 15, 15, 15], 75, '基本称职'],
    ['two bookings missed by the advisor', { absences: 2 }, [30, 18.8, 15, 15, 15], 93.8, '优秀'],
    ['no lecture', { lectures: [held('2026-09-30')] }, [30, 25, 0, 15, 15], 85, '称职'],
    ['a third of the records incomplete', { records: { expected: 9, complete: 6 } }, [30, 25, 15, 10, 15], 95, '优秀'],
    ['half of the people satisfied', { ratings: { answered: 6, satisfied: 3 } }, [30, 25, 15, 15, 7.5], 92.5, '优秀'],
    ['too few ratings to count', { ratings: { answered: 4, satisfied: 0 } }, [30, 25, 15, 15, undefined], 100, '优秀'],
    [
      'no record due',
      { records: { expected: 0, complete: 0 }, visits: [] },
      [0, 25, 15, undefined, 15],
      64.7,
      '基本称职',
    ],
    [
      'nothing done',
      {
        visits: [],
        consultations: [],
        lectures: [],
        records: { expected: 3, complete: 0 },
        ratings: { answered: 5, satisfied: 0 },
      },
      [0, 0, 0, 0, 0],
      0,
      '不称职',
    ],
  ])('%s', (_title, given, parts, total, band) => {
    expect(scored(given)).toMatchObject({ parts, total, band });
  });

  it('weighs every village the same', () => {
    const terms = [...full.terms, { villageCode: 'v2', startsOn: '2026-01-01' }];
    expect(scored({ terms })).toMatchObject({ parts: [15, 12.5, 7.5, 15, 15], total: 65, band: '基本称职' });
  });

  it('asks for a lecture with the last month of the quarter only', () => {
    const none = { lectures: [] };
    expect(scored(none, ['2026-10'])).toMatchObject({ parts: [30, 25, undefined, 15, 15], total: 100 });
    expect(scored(none, ['2026-12'])).toMatchObject({ parts: [30, 25, 0, 15, 15], total: 85 });
    expect(scored({}, ['2026-12'])).toMatchObject({ total: 100 });
  });

  it('asks no lecture of who served the village for one month of the quarter', () => {
    const late = { terms: [{ villageCode: 'v1', startsOn: '2026-12-01' }], lectures: [] };
    expect(scored(late)).toMatchObject({ parts: [30, 25, undefined, 15, 15], total: 100 });
  });

  it('has no total for somebody without a village and without anything else', () => {
    const nothing = { terms: [], records: { expected: 0, complete: 0 }, ratings: { answered: 0, satisfied: 0 } };
    expect(scored(nothing)).toMatchObject({ of: '0/0', total: undefined, band: undefined });
  });

  it('stays within 0 and 100, and more work never lowers it', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-1${date % 3}-${String(date).padStart(2, '0')}`);
    const village = fc.constantFrom('v1', 'v2');
    const event = fc.tuple(day, village).map(([on, code]) => held(on, code));
    const work = fc.record({
      terms: fc.constant([...full.terms, { villageCode: 'v2', startsOn: '2026-10-20' }]),
      visits: fc.array(
        fc.tuple(day, village).map(([on, code]) => wholeDay(on, code)),
        { maxLength: 6 },
      ),
      consultations: fc.array(event, { maxLength: 12 }),
      absences: fc.nat(3),
      lectures: fc.array(event, { maxLength: 3 }),
      records: fc
        .nat(10)
        .chain((expected) => fc.record({ expected: fc.constant(expected), complete: fc.nat(expected) })),
      ratings: fc
        .nat(10)
        .chain((answered) => fc.record({ answered: fc.constant(answered), satisfied: fc.nat(answered) })),
    });
    const total = (done: Work) => assess(quarter, done, defaultRules).total ?? -1;
    fc.assert(
      fc.property(work, event, (done, more) => {
        const before = total(done);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        const visit = {
          villageCode: more.villageCode,
          signedInAt: more.at,
          signedOutAt: later(more.at, 120 * minuteMs),
        };
        expect(total({ ...done, visits: [...done.visits, visit] })).toBeGreaterThanOrEqual(before);
        expect(total({ ...done, consultations: [...done.consultations, more] })).toBeGreaterThanOrEqual(before);
        expect(total({ ...done, lectures: [...done.lectures, more] })).toBeGreaterThanOrEqual(before);
        expect(total({ ...done, absences: done.absences + 1 })).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('the rules of assessment', () => {
  it('weigh 100 together, in the order 到岗 咨询调解 讲座 台账 满意', () => {
    expect(scoreParts.map((part) => `${scorePartLabel(part)}${defaultRules.weights[part]}`)).toEqual([
      '到岗30',
      '咨询调解25',
      '讲座15',
      '台账15',
      '满意15',
    ]);
  });

  it.each([
    [100, '优秀'],
    [90, '优秀'],
    [89.9, '称职'],
    [80, '称职'],
    [79.9, '基本称职'],
    [60, '基本称职'],
    [59.9, '不称职'],
    [0, '不称职'],
  ])('%s is %s', (total, band) => {
    expect(bandOf(total, defaultRules)).toBe(band);
  });

  it('are those of the day', () => {
    const newer = { ...defaultRules, startsOn: '2027-01-01' };
    const all = [newer, { ...defaultRules, startsOn: '2026-01-01' }];
    expect(assessmentRulesOn(all, '2025-12-31')).toBeUndefined();
    expect(assessmentRulesOn(all, '2026-12-31')?.startsOn).toBe('2026-01-01');
    expect(assessmentRulesOn(all, '2027-01-01')).toBe(newer);
  });
});

describe('ranking', () => {
  it('shares places and puts those without a total last', () => {
    const scores = [
      { id: 'd', total: undefined },
      { id: 'c', total: 80 },
      { id: 'b', total: 90 },
      { id: 'a', total: 80 },
      { id: 'e', total: 0 },
    ];
    expect(ranking(scores).map(({ id, place }) => `${id}${place ?? ''}`)).toEqual(['b1', 'a2', 'c2', 'e4', 'd']);
    expect(ranking(scores.toReversed())).toEqual(ranking(scores));
  });

  it.each([
    [[], undefined],
    [[undefined], undefined],
    [[80, undefined, 91], 85.5],
    [[80, 80, 81], 80.3],
  ])('the total of %j is %s', (totals, expected) => {
    expect(groupTotal(totals)).toBe(expected);
  });
});

describe('a changed standard', () => {
  it.each([
    [{ attendance: 30, consultation: 25, lecture: 15, record: 15, satisfaction: 15 }, true],
    [{ attendance: 30, consultation: 25, lecture: 15, record: 15, satisfaction: 16 }, false],
    [{ attendance: 110, consultation: -10, lecture: 0, record: 0, satisfaction: 0 }, false],
    [{ attendance: 99.5, consultation: 0.5, lecture: 0, record: 0, satisfaction: 0 }, false],
  ])('has weights that make 100: %j → %s', (weights, isUsable) => {
    expect(areWeights(weights)).toBe(isUsable);
  });

  it.each([
    ['2026-11-27', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2026-01-31', '2026-02-01'],
  ])('set on %s holds from %s', (today, day) => {
    expect(nextStandardDay(today)).toBe(day);
  });
});
