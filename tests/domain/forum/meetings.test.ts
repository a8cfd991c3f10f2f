import {
  assemblyKinds,
  assemblyLabel,
  assemblyMatterLabel,
  assemblyMatters,
  paperStatuses,
  paperStatusLabel,
} from '#shared/domain/forum/decisions';
import {
  canOpen,
  type MinuteKind,
  meetingActions,
  meetingStatusAfter,
  meetingStatuses,
  meetingStatusLabel,
  minuteKindLabel,
  minuteKinds,
  type SeatRole,
  seatRoleLabel,
  seatRoles,
  whyNotHeld,
  whyNotTime,
} from '#shared/domain/forum/meetings';
import { at } from '../support';

describe('meetings', () => {
  it('lets each action lead where it may', () => {
    const table = Object.fromEntries(
      meetingStatuses.map((status) => [
        status,
        meetingActions.flatMap((action) => {
          const next = meetingStatusAfter(status, action);
          return next ? [`${action} ${next}`] : [];
        }),
      ]),
    );
    expect(table).toEqual({
      CALLED: ['answer CALLED', 'change CALLED', 'open OPEN', 'cancel CANCELLED'],
      OPEN: ['cancel CANCELLED', 'sign OPEN', 'say OPEN', 'note OPEN', 'close HELD'],
      HELD: ['photograph HELD'],
      CANCELLED: [],
    });
  });

  it.each([
    ['2026-11-26 10:00', '2026-11-29 10:00', '2026-11-29 11:30', undefined],
    ['2026-11-26 10:00', '2026-11-29 09:59', '2026-11-29 11:00', 'short_notice'],
    ['2026-11-26 23:00', '2026-11-29 10:00', '2026-11-29 11:00', 'short_notice'],
    ['2026-11-26 10:00', '2026-11-28 18:00', '2026-11-28 19:00', 'short_notice'],
    ['2026-11-26 10:00', '2027-01-25 10:00', '2027-01-25 11:00', undefined],
    ['2026-11-26 10:00', '2027-01-26 10:00', '2027-01-26 11:00', 'too_far'],
    ['2026-11-26 10:00', '2026-12-01 10:00', '2026-12-01 10:00', 'wrong_span'],
    ['2026-11-26 10:00', '2026-12-01 10:00', '2026-12-01 18:01', 'wrong_span'],
  ])('called %s for %s to %s: %s', (now, from, to, answer) => {
    expect(whyNotTime(at(now), at(from), at(to))).toBe(answer);
  });

  it.each([
    ['2026-12-01 08:59', false],
    ['2026-12-01 09:00', true],
    ['2026-12-01 23:59', true],
    ['2026-12-02 00:00', false],
  ])('one for 10:00 on 1 December may be opened at %s: %s', (now, may) => {
    expect(canOpen(at(now), at('2026-12-01 10:00'))).toBe(may);
  });

  const sat = (...roles: SeatRole[]) => roles.map((role) => ({ role, signed: true }));
  const away = (...roles: SeatRole[]) => roles.map((role) => ({ role, signed: false }));
  it.each([
    [sat('CHAIR', 'RECORDER', 'AUTHOR', 'RESIDENT', 'RESIDENT'), ['PROPOSAL'], undefined],
    [sat('CHAIR', 'RECORDER', 'AUTHOR', 'RESIDENT'), ['PROPOSAL'], 'meeting_no_quorum'],
    [[...sat('CHAIR', 'RECORDER', 'AUTHOR', 'RESIDENT'), ...away('RESIDENT')], ['PROPOSAL'], 'meeting_no_quorum'],
    [
      [...sat('RECORDER', 'AUTHOR', 'RESIDENT', 'RESIDENT', 'COUNCIL'), ...away('CHAIR')],
      ['PROPOSAL'],
      'meeting_no_chair',
    ],
    [sat('CHAIR', 'AUTHOR', 'RESIDENT', 'RESIDENT', 'COUNCIL'), ['PROPOSAL'], 'meeting_no_chair'],
    [sat('CHAIR', 'RECORDER', 'AUTHOR', 'RESIDENT', 'RESIDENT'), ['DISSENT', 'ONLINE'], 'meeting_no_minutes'],
    [sat('CHAIR', 'RECORDER', 'AUTHOR', 'RESIDENT', 'RESIDENT'), ['AGREEMENT', 'DISSENT'], undefined],
  ] as [{ role: SeatRole; signed: boolean }[], MinuteKind[], string | undefined][])(
    'with %j and %j it is held unless %s',
    (seats, lines, answer) => {
      expect(whyNotHeld(seats, lines)).toBe(answer);
    },
  );
});

describe('the words of the forum', () => {
  it('name every status, capacity, line, paper, assembly and matter', () => {
    const words = [
      ...meetingStatuses.map(meetingStatusLabel),
      ...seatRoles.map(seatRoleLabel),
      ...minuteKinds.map(minuteKindLabel),
      ...paperStatuses.map(paperStatusLabel),
      ...assemblyKinds.map(assemblyLabel),
      ...assemblyMatters.map(assemblyMatterLabel),
    ];
    for (const word of words) expect(word).toMatch(/^\p{Script=Han}/u);
    expect(new Set(words).size).toBe(words.length);
  });
});
