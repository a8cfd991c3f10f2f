import { followUpAlarm, mayBeDue, nextFollowUpAlarm } from '#shared/domain/bookings/follow-ups';

const at = (time: string) => new Date(`${time}+08:00`);

describe('a task after a talk', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-22', false],
    ['2027-11-23', true],
    ['2027-11-24', false],
  ])('may be due on %s: %s', (day, isAllowed) => {
    expect(mayBeDue(day, '2026-11-23')).toBe(isAllowed);
  });

  it('is reminded of at nine of its day, of one noted later that day at once, then every week', () => {
    const now = at('2026-11-23T10:00:00');
    expect(followUpAlarm('2026-11-25', now)).toEqual(at('2026-11-25T09:00:00'));
    expect(followUpAlarm('2026-11-23', now)).toEqual(now);
    expect(nextFollowUpAlarm(now)).toEqual(at('2026-11-30T10:00:00'));
  });
});
