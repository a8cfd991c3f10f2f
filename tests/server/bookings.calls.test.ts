import { soundBookingAlarms } from '#server/features/bookings/index';
import { as } from '../support/api';
import { agreedOn, titlesOf } from '../support/booking';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const [tuesday, wednesday] = ['2026-11-24', '2026-11-25'];

/** A booking of Wednesday nine o'clock whose reminder of the day before did not arrive: somebody has to ring. */
async function missedReminder() {
  freeze('2026-11-23T10:00:00+08:00');
  const advisor = await make.advisor({ name: '陈明' });
  const staff = (grid: string) => make.staff('GRID_STAFF', grid, { name: '王敏' });
  const [grid, colleague, elsewhere] = [await staff(home.grid), await staff(home.grid), await staff(home.otherGrid)];
  const resident = await make.person({ name: '李桂芳', homeGridCode: home.grid, phone: '13800000001' });
  const agreed = await agreedOn(resident, advisor, wednesday);
  freeze(`${tuesday}T09:00:00+08:00`);
  await asSystem(soundBookingAlarms);
  await drain();
  pass({ minutes: 10 });
  await asSystem(soundBookingAlarms);
  await drain();
  return { advisor, grid, colleague, elsewhere, resident, agreed };
}

const callsOf = async (who: { id: string }) => (await as(who).ok('calls.list', {})).items;

describe('a call where a reminder did not arrive', () => {
  it('is given to the staff of the home grid, with what to say', async () => {
    const { grid, colleague, elsewhere, resident } = await missedReminder();
    expect(await callsOf(grid)).toMatchObject([
      {
        ...{ personName: '李桂芳', aboutText: '明天 09:00–09:30 · 到村 · 李庄镇高桥村', doneText: null },
        reasonText: '微信提醒没有送到',
        wordsText:
          '您约了法律顾问，明天 09:00–09:30，陈明律师在李庄镇高桥村接待您。请记得时间。不方便就说一声，我们帮您改。',
      },
    ]);
    expect(await callsOf(colleague)).toHaveLength(1);
    expect(await callsOf(elsewhere)).toEqual([]);
    expect((await as(resident).call('calls.list', {})).body.error?.code).toBe('forbidden');
  });

  it('shows the number to them alone, while it waits, and keeps who looked', async () => {
    const { grid, elsewhere } = await missedReminder();
    const [call] = await callsOf(grid);
    const id = call!.id;
    expect((await as(elsewhere).call('calls.show', { id })).body.error?.code).toBe('not_found');
    expect((await as(elsewhere).call('calls.finish', { id, outcome: 'TOLD' })).body.error?.code).toBe('not_found');
    const key = 'show-the-number-once';
    for (let time = 0; time < 2; time += 1)
      expect((await as(grid).call('calls.show', { id }, { key })).body).toEqual({
        name: '李桂芳',
        phone: '13800000001',
      });
    expect(JSON.stringify(await desk().prisma.idempotencyKey.findMany())).not.toContain('13800000001');
    const kept = await desk().prisma.auditEntry.findMany({ where: { name: 'privacy.phoneShown' } });
    expect(kept).toMatchObject([{ actorId: grid.id }, { actorId: grid.id }]);
    await as(grid).ok('calls.finish', { id, outcome: 'TOLD' });
    expect((await as(grid).call('calls.show', { id })).body.error?.code).toBe('call_done');
  });

  it('is made once, whoever comes first; the advisor hears when nobody was reached', async () => {
    const { advisor, grid, colleague } = await missedReminder();
    const [call] = await callsOf(grid);
    const ends = await Promise.all(
      [grid, colleague].map((who) => as(who).call('calls.finish', { id: call!.id, outcome: 'UNREACHED' })),
    );
    expect(ends.map(({ body }) => body.error?.code ?? 'done').sort()).toEqual(['call_done', 'done']);
    expect((await callsOf(colleague))[0]?.doneText).toBe('王敏 今天 09:10：没有联系上');
    await drain();
    expect((await titlesOf(advisor.person))[0]).toBe('没有联系上约您的居民，可能不来');
  });

  it('falls away when the booking is given up', async () => {
    const { grid, resident, agreed } = await missedReminder();
    const { id, version } = await as(resident).ok('bookings.get', { id: agreed.id });
    await as(resident).ok('bookings.cancel', { id, version, reason: '家里有事' });
    expect(await callsOf(grid)).toEqual([]);
  });
});
