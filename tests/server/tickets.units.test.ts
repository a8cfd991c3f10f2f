import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const clerk = (departmentCode: string, name = '经办') =>
  make.staff('DEPARTMENT_CLERK', home.district, { departmentCode, name });
const reason = '不是这边的设施';

describe('who has a ticket, and until when', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('goes to the suggested unit on the first return and to the centre on the second, whose word is final', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const housing = await clerk('zhujian');
    const law = await clerk('zhifa');
    const centre = await make.staff('CENTRE_SEAT', home.district);
    const { id } = await make.ticket({ assigneeId: grid.id });

    const first = await as(grid).ok('tickets.return', { id, version: 1, reason, suggestedUnitCode: 'zhujian' });
    expect(first).toMatchObject({ status: 'SUBMITTED', headline: '已交给区住房城乡建设局，等待受理' });
    expect(first.routing.at(-1)).toEqual({
      to: '区住房城乡建设局',
      because: '退回：不是这边的设施，建议由区住房城乡建设局办理',
    });

    const second = await as(housing).ok('tickets.return', { id, version: 2, reason, suggestedUnitCode: 'zhifa' });
    expect(second).toMatchObject({ status: 'ARBITRATION', headline: '区中心正在确定由谁来办' });
    expect((await as(housing).call('tickets.get', { id })).status).toBe(404);

    const decided = await as(centre).ok('tickets.decide', { id, version: 3, unitCode: 'zhujian', reason: '设施归口' });
    expect(decided).toMatchObject({ status: 'SUBMITTED', headline: '已交给区住房城乡建设局，等待受理' });

    const again = { id, version: 4, reason, suggestedUnitCode: 'zhifa' };
    expect((await as(housing).call('tickets.return', again)).body.error?.code).toBe('ticket_return_limit');
    const accepted = await as(housing).ok('tickets.accept', { id, version: 4 });
    expect(accepted.leadUnitName).toBe('区住房城乡建设局');
    expect((await as(law).call('tickets.get', { id })).status).toBe(404);
  });

  it('refuses units and people that do not exist or do not fit', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const stranger = await make.staff('GRID_STAFF', home.otherVillage.concat('001'));
    const { id } = await make.ticket({ assigneeId: grid.id });
    const transfer = (unitCode: string) => as(grid).call('tickets.transfer', { id, version: 1, unitCode, reason });
    expect((await transfer('nosuch')).body.error?.code).toBe('unit_unknown');
    expect((await transfer(home.grid)).body.error?.code).toBe('unit_unknown');
    const assign = (personId: string) => as(grid).call('tickets.assign', { id, version: 1, personId });
    expect((await assign(stranger.id)).body.error?.code).toBe('person_not_eligible');
    expect((await assign((await make.person()).id)).body.error?.code).toBe('person_not_eligible');
    const lead = await make.staff('GRID_LEAD', home.village, { name: '张书记' });
    expect((await assign(lead.id)).body.headline).toBe('已交给张书记，等待受理');
  });

  it('starts the accepting limit anew for the next unit and leaves the handling limit alone', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id, handleBy } = await make.ticket({ assigneeId: grid.id });
    pass({ days: 1 });
    const moved = await as(grid).ok('tickets.transfer', { id, version: 1, unitCode: 'zhifa', reason });
    expect(moved.deadlines.acceptBy).toBe('2026-11-24T08:00:00.000Z');
    expect(moved.deadlines.handleBy).toBe(handleBy.toISOString());
    const row = await desk().prisma.ticket.findFirstOrThrow({ where: { id } });
    expect(row).toMatchObject({ assigneeId: null, handlingLevel: 'DEPARTMENT', alarmKind: 'warn', escalation: 0 });
  });

  it('grants one extension of five working days, and none for a P0', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket({ status: 'PROCESSING', assigneeId: grid.id });
    const longer = await as(grid).ok('tickets.extend', { id, version: 1, reason: '等配件' });
    expect(longer.deadlines.handleBy).toBe('2026-12-07T15:59:59.000Z');
    const twice = await as(grid).call('tickets.extend', { id, version: 2, reason: '还在等' });
    expect(twice.body.error?.code).toBe('ticket_extend_limit');
    const urgent = await make.ticket({ status: 'PROCESSING', level: 'P0', assigneeId: grid.id });
    const refused = await as(grid).call('tickets.extend', { id: urgent.id, version: 1, reason: '来不及' });
    expect(refused.body.error?.code).toBe('ticket_extend_limit');
  });

  it('stops the clock while it is paused and moves the limits by the working time of the pause', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket({ status: 'PROCESSING', assigneeId: grid.id });
    const paused = await as(grid).ok('tickets.pause', { id, version: 1, reason: '等居民补材料' });
    expect(paused).toMatchObject({ clock: { state: 'paused', text: '挂起中，时限暂停' }, pauseReason: '等居民补材料' });
    expect((await desk().prisma.ticket.findFirstOrThrow({ where: { id } })).alarmAt).toBeNull();
    pass({ days: 2 });
    const resumed = await as(grid).ok('tickets.resume', { id, version: 2 });
    expect(resumed).toMatchObject({ status: 'PROCESSING', pauseReason: null });
    expect(resumed.deadlines.handleBy).toBe('2026-12-02T15:59:59.000Z');
  });

  it('is handled only when every assisting unit is done', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const law = await clerk('zhifa');
    const housing = await clerk('zhujian');
    const { id } = await make.ticket({ status: 'PROCESSING', assigneeId: grid.id, categoryCode: 'dispute_neighbor' });
    const request = { id, version: 1, unitCode: 'zhifa', request: '请派人到现场' };
    const asked = await as(grid).ok('tickets.requestAssist', request);
    const [task] = asked.assists;
    expect(task).toMatchObject({ unitName: '区综合行政执法局', state: 'OPEN', mayFinish: false });
    expect((await as(grid).call('tickets.requestAssist', { ...request, version: 2 })).body.error?.code).toBe(
      'unit_unknown',
    );

    await drain();
    expect((await as(law).ok('notifications.list', {})).items).toMatchObject([{ title: '请您这边协办' }]);

    const early = await as(grid).call('tickets.handle', { id, version: 2, result: '说好了' });
    expect(early.body.error?.code).toBe('ticket_assist_unfinished');

    const assistId = task?.id ?? '';
    const done = { id, version: 2, assistId, result: '到场查看过' };
    expect((await as(housing).call('tickets.finishAssist', done)).status).toBe(404);
    const finished = await as(law).ok('tickets.finishAssist', done);
    expect(finished.assists).toMatchObject([{ state: 'DONE', result: '到场查看过', mayFinish: false }]);
    expect((await as(grid).ok('tickets.handle', { id, version: 3, result: '说好了' })).status).toBe('HANDLED');
  });

  it('keeps followers and the earlier clock when two are merged', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const resident = await make.person();
    const follower = await make.person();
    const early = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
    await make.follower(early, follower);
    pass({ days: 2 });
    const later = await make.ticket({ assigneeId: grid.id });

    const merged = await as(grid).ok('tickets.merge', {
      id: early.id,
      version: 1,
      intoId: later.id,
      reason: '同一盏灯',
    });

    expect(merged).toMatchObject({ status: 'MERGED', duplicateOfNo: later.no });
    const kept = await as(grid).ok('tickets.get', { id: later.id });
    expect(kept).toMatchObject({ followerCount: 2, receivedAt: early.receivedAt.toISOString(), version: 2 });
    expect(kept.deadlines.handleBy).toBe(early.handleBy.toISOString());
    expect((await as(resident).ok('tickets.get', { id: later.id })).mine).toBe('follower');
    const itself = await as(grid).call('tickets.merge', { id: later.id, version: 2, intoId: later.id, reason: '误点' });
    expect(itself.body.error?.code).toBe('merge_target_invalid');
    const ended = await as(grid).call('tickets.merge', { id: later.id, version: 2, intoId: early.id, reason: '误点' });
    expect(ended.body.error?.code).toBe('merge_target_invalid');
  });
});
