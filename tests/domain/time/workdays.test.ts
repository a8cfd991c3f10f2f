import fc from 'fast-check';
import { addDays, dayOf, daysBetween, endOfDay, instantAt, timeOfDay, weekdayOf } from '#shared/domain/time/clock';
import {
  addWorkdays,
  defaultHours,
  intervalsOf,
  isWorkday,
  receiptDay,
  workdayDeadline,
  workdaysBetween,
} from '#shared/domain/time/workdays';
import { addWorkingMinutes, workingMinutesBetween } from '#shared/domain/time/working-time';
import { answerOf, at, calendar, wall } from '../support';

const covered = fc
  .date({ min: at('2024-01-02 00:00'), max: at('2027-06-30 00:00'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const count = fc.integer({ min: 0, max: 40 });
const minutes = fc.integer({ min: 0, max: 6000 });

function isWorkingMoment(instant: Date): boolean {
  const day = dayOf(instant);
  return (
    answerOf(isWorkday(day, calendar)) &&
    intervalsOf(day, defaultHours).some(({ from, to }) => from <= instant && instant <= to)
  );
}

describe('the Shanghai clock', () => {
  it.each([
    ['2026-01-01T15:59:59.999Z', '2026-01-01'],
    ['2026-01-01T16:00:00.000Z', '2026-01-02'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('puts %s on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it('takes an instant apart and puts it together again', () => {
    fc.assert(
      fc.property(covered, (instant) => {
        expect(instantAt(dayOf(instant), timeOfDay(instant))).toEqual(instant);
      }),
    );
  });

  it('counts days across leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
    expect(weekdayOf('2026-11-23')).toBe(1);
  });
});

describe('isWorkday', () => {
  it.each([
    ['2026-01-04', true, 'Sunday worked for New Year'],
    ['2026-02-14', true, 'Saturday worked for Spring Festival'],
    ['2026-02-28', true, 'Saturday worked for Spring Festival'],
    ['2026-05-09', true, 'Saturday worked for Labour Day'],
    ['2026-09-20', true, 'Sunday worked for National Day'],
    ['2026-10-10', true, 'Saturday worked for National Day'],
    ['2026-01-02', false, 'Friday off for New Year'],
    ['2026-02-23', false, 'last day of Spring Festival'],
    ['2026-10-07', false, 'last day of National Day'],
    ['2026-10-08', true, 'Thursday after National Day'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-23', true, 'an ordinary Monday'],
  ])('says of %s: %s (%s)', (day, expected) => {
    expect(isWorkday(day, calendar)).toEqual({ covered: true, value: expected, provisional: false });
  });

  it('flags a year whose notice is not out', () => {
    expect(isWorkday('2027-10-01', calendar)).toEqual({ covered: true, value: false, provisional: true });
  });

  it.each(['2023-12-31', '2029-01-01'])('does not guess about %s', (day) => {
    expect(isWorkday(day, calendar)).toEqual({ covered: false, year: day.slice(0, 4) });
  });
});

describe('addWorkdays', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08', false],
    ['2026-10-09', 1, '2026-10-10', false],
    ['2026-02-13', 1, '2026-02-14', false],
    ['2026-02-14', 1, '2026-02-24', false],
    ['2026-12-31', 1, '2027-01-04', true],
    ['2026-12-31', 0, '2026-12-31', false],
    ['2026-11-21', 0, '2026-11-23', false],
    ['2026-11-23', 5, '2026-11-30', false],
  ])('%s plus %i is %s', (day, n, expected, provisional) => {
    expect(addWorkdays(day, n, calendar)).toEqual({ covered: true, value: expected, provisional });
  });

  it('names the year it knows nothing about', () => {
    expect(addWorkdays('2028-12-29', 5, calendar)).toEqual({ covered: false, year: '2029' });
  });

  it('never goes back when more is added', () => {
    fc.assert(
      fc.property(covered, count, count, (instant, a, b) => {
        const day = dayOf(instant);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(answerOf(addWorkdays(day, less, calendar)) <= answerOf(addWorkdays(day, more, calendar))).toBe(true);
      }),
    );
  });

  it('agrees with counting and always ends on a working day', () => {
    fc.assert(
      fc.property(covered, count, (instant, n) => {
        const day = dayOf(instant);
        const end = answerOf(addWorkdays(day, n, calendar));
        expect(answerOf(isWorkday(end, calendar))).toBe(true);
        if (n > 0) expect(answerOf(workdaysBetween(day, end, calendar))).toBe(n);
      }),
    );
  });
});

describe('receipt and deadline', () => {
  it.each([
    ['2026-11-23 09:00', '2026-11-23', 'in the morning'],
    ['2026-11-23 03:00', '2026-11-23', 'before opening'],
    ['2026-11-23 17:30', '2026-11-23', 'at closing time'],
    ['2026-11-23 17:31', '2026-11-24', 'a minute after closing'],
    ['2026-11-20 17:31', '2026-11-23', 'late on a Friday'],
    ['2026-11-21 10:00', '2026-11-23', 'on a Saturday'],
    ['2026-10-10 10:00', '2026-10-10', 'on a worked Saturday'],
    ['2026-10-10 18:00', '2026-10-12', 'late on a worked Saturday'],
    ['2026-10-03 10:00', '2026-10-08', 'in the holiday'],
    ['2026-12-31 17:31', '2027-01-04', 'late on the last day of the year'],
  ])('counts a receipt of %s as %s (%s)', (received, day) => {
    expect(answerOf(receiptDay(at(received), calendar, defaultHours))).toBe(day);
  });

  it.each([
    ['2026-11-23 09:00', 5, '2026-11-30 23:59:59', false],
    ['2026-11-23 17:31', 5, '2026-12-01 23:59:59', false],
    ['2026-09-18 10:00', 1, '2026-09-20 23:59:59', false],
    ['2026-09-24 10:00', 5, '2026-10-09 23:59:59', false],
    ['2026-12-30 10:00', 5, '2027-01-07 23:59:59', true],
    ['2026-12-31 17:31', 1, '2027-01-05 23:59:59', true],
  ])('%s with %i working days is due %s', (received, n, due, provisional) => {
    const answer = workdayDeadline(at(received), n, calendar, defaultHours);
    expect(answer).toMatchObject({ covered: true, provisional });
    expect(wall(answerOf(answer))).toBe(due);
  });

  it('is always the last second of a working day', () => {
    fc.assert(
      fc.property(covered, count, (received, n) => {
        const due = answerOf(workdayDeadline(received, n, calendar, defaultHours));
        expect(due).toEqual(endOfDay(dayOf(due)));
        expect(answerOf(isWorkday(dayOf(due), calendar))).toBe(true);
      }),
    );
  });
});

describe('working minutes', () => {
  it.each([
    ['2026-11-23 08:30', 240, '2026-11-23 14:30:00', 'over lunch'],
    ['2026-11-23 11:00', 60, '2026-11-23 12:00:00', 'to the end of the morning'],
    ['2026-11-23 12:30', 0, '2026-11-23 14:00:00', 'nothing, asked at lunch'],
    ['2026-11-23 16:30', 240, '2026-11-24 11:30:00', 'over night'],
    ['2026-11-20 17:31', 240, '2026-11-23 14:30:00', 'over the weekend'],
    ['2026-10-09 17:00', 60, '2026-10-10 09:00:00', 'into a worked Saturday'],
    ['2026-09-30 17:00', 60, '2026-10-08 09:00:00', 'over National Day'],
    ['2026-12-31 17:00', 60, '2027-01-04 09:00:00', 'over the year end'],
  ])('%s plus %i minutes is %s (%s)', (from, n, expected) => {
    expect(wall(answerOf(addWorkingMinutes(at(from), n, calendar, defaultHours)))).toBe(expected);
  });

  it.each([
    ['2026-11-23 00:00', '2026-11-24 00:00', 420],
    ['2026-11-23 11:30', '2026-11-23 14:30', 60],
    ['2026-11-21 00:00', '2026-11-23 00:00', 0],
    ['2026-11-23 14:30', '2026-11-23 11:30', 0],
    ['2026-09-30 17:00', '2026-10-08 09:00', 60],
  ])('between %s and %s lie %i', (from, to, expected) => {
    expect(answerOf(workingMinutesBetween(at(from), at(to), calendar, defaultHours))).toBe(expected);
  });

  it('says so when the way leads into an uncovered year', () => {
    expect(addWorkingMinutes(at('2028-12-29 17:00'), 600, calendar, defaultHours)).toEqual({
      covered: false,
      year: '2029',
    });
    expect(workingMinutesBetween(at('2023-12-29 17:00'), at('2024-01-03 09:00'), calendar, defaultHours)).toEqual({
      covered: false,
      year: '2023',
    });
  });

  it('agrees with itself: what is added is what is counted, and it ends at a working moment', () => {
    fc.assert(
      fc.property(covered, minutes, (from, n) => {
        const end = answerOf(addWorkingMinutes(from, n, calendar, defaultHours));
        expect(isWorkingMoment(end)).toBe(true);
        expect(answerOf(workingMinutesBetween(from, end, calendar, defaultHours))).toBeCloseTo(n, 6);
      }),
    );
  });

  it('adds in parts as in one piece', () => {
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (from, a, b) => {
        const once = answerOf(addWorkingMinutes(from, a + b, calendar, defaultHours));
        const first = answerOf(addWorkingMinutes(from, a, calendar, defaultHours));
        expect(answerOf(addWorkingMinutes(first, b, calendar, defaultHours))).toEqual(once);
      }),
    );
  });

  it('does not run for ever when there are no office hours', () => {
    expect(answerOf(addWorkingMinutes(at('2026-11-23 09:00'), 10, calendar, []))).toEqual(at('2026-11-23 09:00'));
  });
});
