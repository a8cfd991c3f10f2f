import { outcomeOf, verdictOf } from '#shared/domain/forum/judging';
import { answerBy, warnAnswerAt } from '#shared/domain/forum/questions';
import { allCarriedOut, progressPercent, taskPercent } from '#shared/domain/forum/tasks';
import { ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { at, calendar, wall } from '../support';

describe('tasks', () => {
  it('never fall back on the straight way from filed to closed', () => {
    const way = ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'HANDLED', 'RESOLVED', 'CLOSED'] as const;
    const percents = way.map(taskPercent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.at(-1)).toBe(100);
  });

  it.each([
    [[], 0, false],
    [['CLOSED'], 100, true],
    [['CLOSED', 'PROCESSING'], 70, false],
    [['CLOSED', 'RESOLVED'], 100, true],
    [['CLOSED', 'HANDLED'], 90, false],
    [['CLOSED', 'REJECTED'], 50, false],
    [['MERGED', 'CLOSED'], 100, true],
  ] as const)('%j together are at %i percent, all done: %s', (statuses, percent, done) => {
    expect(progressPercent(statuses)).toBe(percent);
    expect(allCarriedOut(statuses)).toBe(done);
  });

  it('know every status of a ticket', () => {
    for (const status of ticketStatuses) expect(taskPercent(status)).toBeGreaterThanOrEqual(0);
  });
});

describe('judging', () => {
  it.each([
    [{ count: 0, solved: 0 }, 'conclude'],
    [{ count: 2, solved: 0 }, 'conclude'],
    [{ count: 3, solved: 1 }, 'redo'],
    [{ count: 4, solved: 2 }, 'conclude'],
    [{ count: 100, solved: 49 }, 'redo'],
  ] as const)('%j leads to %s', (counts, outcome) => {
    expect(outcomeOf(counts)).toBe(outcome);
  });

  it('says in percent what people said', () => {
    expect(verdictOf({ count: 0, informed: 0, solved: 0, satisfied: 0 })).toEqual({
      count: 0,
      informed: 0,
      solved: 0,
      satisfied: 0,
    });
    expect(verdictOf({ count: 3, informed: 3, solved: 2, satisfied: 1 })).toEqual({
      count: 3,
      informed: 100,
      solved: 67,
      satisfied: 33,
    });
  });
});

describe('questions to a department', () => {
  it.each([
    ['2026-11-26 10:00', '2026-12-03 23:59:59'],
    ['2026-11-27 18:00', '2026-12-07 23:59:59'],
    ['2026-09-29 10:00', '2026-10-12 23:59:59'],
  ])('asked %s is to be answered by %s', (asked, due) => {
    expect(wall(answerBy(at(asked), calendar))).toBe(due);
  });

  it('counts days in a year without calendar, and warns before the end', () => {
    const asked = at('2040-01-02 10:00');
    const due = answerBy(asked, calendar);
    expect(wall(due)).toBe('2040-01-09 10:00:00');
    expect(wall(warnAnswerAt(asked, due))).toBe('2040-01-08 00:24:00');
  });
});
