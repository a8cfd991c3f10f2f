import { as } from '../support/api';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const figure = async (name: string): Promise<number> => {
  const text = await (await fetch(`${desk().url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

describe('the figures of the desk', () => {
  it('tell what waits, until it has gone on, and what could not be delivered', async () => {
    const resident = await make.person({ phone: '19999001234' });
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
    await as(grid).ok('tickets.reveal', { id, reason: '约时间' });
    expect(await figure('desk_outbox_waiting')).toBe(1);
    expect(await figure('desk_outbox_oldest_seconds')).toBeLessThan(60);
    await drain();
    expect(await figure('desk_outbox_waiting')).toBe(0);
    expect(await figure('desk_dead_deliveries')).toBe(0);
    expect(await figure('desk_dead_jobs')).toBe(0);
    expect(await figure('desk_clock_ahead_seconds')).toBe(0);
  });
});
