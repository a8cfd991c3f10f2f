import fc from 'fast-check';
import {
  type AlarmFacts,
  escalationLevels,
  escalationText,
  levelAbove,
  nextAlarm,
} from '#shared/domain/tickets/escalation';
import { ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { answerOf, at, calendar, wall } from '../support';

const facts = (given: Partial<AlarmFacts>): AlarmFacts => ({
  status: 'PROCESSING',
  holder: 'GRID_STAFF',
  escalation: 0,
  warned: false,
  warnAt: at('2026-11-26 17:30'),
  dueAt: at('2026-11-27 23:59:59'),
  clock: 'working',
  ...given,
});

/** Every alarm of a ticket nobody touches, in order. */
function story(start: Partial<AlarmFacts>): string[] {
  const told: string[] = [];
  let current = facts(start);
  for (;;) {
    const next = nextAlarm(current, calendar);
    if (!next) return told;
    const alarm = answerOf(next);
    told.push(`${wall(alarm.at)} ${alarm.kind} ${alarm.level}`);
    if (told.length > 9) throw new Error(`an alarm repeats: ${told.join(', ')}`);
    current = { ...current, warned: true, escalation: current.escalation + (alarm.kind === 'overdue' ? 1 : 0) };
  }
}

describe('nextAlarm', () => {
  it('warns the holder, then climbs one level at a time up to the centre', () => {
    expect(story({})).toEqual([
      '2026-11-26 17:30:00 warn GRID_STAFF',
      '2026-11-27 23:59:59 overdue GRID_LEAD',
      '2026-11-30 23:59:59 overdue TOWN',
      '2026-12-01 23:59:59 overdue CENTRE',
    ]);
  });

  it('climbs by hours on the natural clock', () => {
    const due = at('2026-11-22 10:00');
    expect(story({ clock: 'natural', warnAt: at('2026-11-22 05:12'), dueAt: due })).toEqual([
      '2026-11-22 05:12:00 warn GRID_STAFF',
      '2026-11-22 10:00:00 overdue GRID_LEAD',
      '2026-11-22 12:00:00 overdue TOWN',
      '2026-11-22 14:00:00 overdue CENTRE',
    ]);
  });

  it('starts from whoever holds it, and tells the centre itself once', () => {
    expect(story({ holder: 'TOWN', warned: true })).toEqual(['2026-11-27 23:59:59 overdue CENTRE']);
    expect(story({ holder: 'CENTRE', warned: true })).toEqual(['2026-11-27 23:59:59 overdue CENTRE']);
  });

  it('skips a warning that would come no earlier than red', () => {
    expect(story({ warnAt: at('2026-11-27 23:59:59') })[0]).toBe('2026-11-27 23:59:59 overdue GRID_LEAD');
  });

  it('is silent while nobody is asked to hurry', () => {
    const silent = ticketStatuses.filter((status) => !nextAlarm(facts({ status }), calendar));
    expect(silent).toEqual(['PAUSED', 'HANDLED', 'RESOLVED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED']);
  });

  it('tells each level once, in rising order and time, whatever the start', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...escalationLevels),
        fc.constantFrom('natural' as const, 'working' as const),
        (holder, clock) => {
          const lines = story({ holder, clock });
          expect(new Set(lines).size).toBe(lines.length);
          expect([...lines].sort()).toEqual(lines);
        },
      ),
    );
  });

  it('says that the calendar ends instead of guessing a hop', () => {
    const dueAt = at('2028-12-29 23:59:59');
    expect(nextAlarm(facts({ warned: true, escalation: 1, dueAt }), calendar)).toEqual({
      covered: false,
      year: '2029',
    });
  });

  it('speaks plainly', () => {
    expect(escalationText({ kind: 'overdue', at: at('2026-11-27 10:00'), level: 'TOWN' })).toBe(
      '超过办理时限，已上报给镇街',
    );
    expect(escalationText({ kind: 'warn', at: at('2026-11-27 10:00'), level: 'GRID_STAFF' })).toContain('网格员');
    expect(levelAbove('CENTRE')).toBeUndefined();
  });
});
