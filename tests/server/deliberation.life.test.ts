import { closeJudging } from '#server/features/deliberation/index';
import { as } from '../support/api';
import { freeze, now } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { carryOut, type Gathering, gathering, published } from '../support/meeting';

const task = (topicId: string, title: string) => ({
  ...{ topicId, title, description: '按协商结果把车位线划好', categoryCode: 'road_damage', leadUnit: 'zhifa' },
  dueOn: '2026-12-20',
});

const board = (given: Gathering) => as(given.lead).ok('forum.deliberation', { topicId: given.topic.id });
const topicOf = (given: Gathering) => as(given.lead).ok('forum.get', { id: given.topic.id });

/** As if the fifteen days of judging had gone. */
const timeIsOver = (given: Gathering) =>
  desk().prisma.topic.updateMany({
    where: { id: given.topic.id },
    data: { stageDueAt: new Date(now().getTime() - 1000) },
  });

/** The two tasks of a published decision, by the clerk who leads them. */
async function twoTasks(given: Gathering) {
  await published(given);
  const clerk = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
  const topicId = given.topic.id;
  await as(given.lead).ok('forum.addTask', { ...task(topicId, '划四十个车位'), assists: [] });
  await as(given.lead).ok('forum.addTask', task(topicId, '装两盏路灯'));
  const rows = await desk().prisma.topicTask.findMany({ where: { topicId }, orderBy: { position: 'asc' } });
  return { clerk, tickets: rows.map(({ ticketId }) => ticketId) };
}

describe('from the meeting to the end', () => {
  it('goes 议 → 定 → 办 → 评 and tells the author and every supporter at each stage exactly once', async () => {
    const given = await gathering();
    const { clerk, tickets } = await twoTasks(given);
    expect(await topicOf(given)).toMatchObject({ status: 'CARRY_OUT', stage: '办' });
    expect((await board(given)).progress).toMatchObject({
      percent: 0,
      tasks: [{ title: '划四十个车位', leadUnitName: expect.any(String) }, {}],
    });

    await carryOut(tickets[0]!, clerk, given.lead);
    await drain();
    expect((await board(given)).progress.percent).toBe(50);
    expect((await board(given)).progress.tasks[0]).toMatchObject({
      statusText: '办好了',
      photos: [{ role: 'BEFORE' }, { role: 'AFTER' }],
    });
    expect((await topicOf(given)).status).toBe('CARRY_OUT');

    await carryOut(tickets[1]!, clerk, given.lead);
    await drain();
    expect(await topicOf(given)).toMatchObject({ status: 'JUDGE', stage: '评' });

    await as(given.author).ok('forum.judge', {
      topicId: given.topic.id,
      informed: true,
      solved: true,
      satisfied: true,
    });
    for (const supporter of given.supporters)
      await as(supporter).ok('forum.judge', {
        topicId: given.topic.id,
        informed: true,
        solved: true,
        satisfied: false,
      });
    expect(await topicOf(given)).toMatchObject({ status: 'DONE' });
    expect((await board(given)).judging).toMatchObject({ open: false, count: 4, solved: 100, satisfied: 25 });
    await drain();
    await drain();

    const stages = [
      '要开协商会了',
      '商议过了，正在定结果',
      '结果公布了，开始办',
      '办好了一项',
      '办好了一项',
      '都办完了，请您来评',
      '办成了',
    ];
    for (const [who, whose] of [
      [given.author, '您提的议题'],
      ...given.supporters.map((one) => [one, '您附议的议题'] as const),
    ] as const) {
      const notices = await desk().prisma.notification.findMany({
        where: { personId: who.id, kind: 'topic.moved' },
        orderBy: { createdAt: 'asc' },
        select: { title: true, body: true },
      });
      // Whoever gives the last judgement ends it, and is not told of what he or she has done.
      const told = who === given.supporters.at(-1) ? stages.slice(0, -1) : stages;
      expect(notices.map(({ title }) => title)).toEqual(told.map((stage) => `${whose}${stage}`));
      for (const { body } of notices) expect(body.length).toBeGreaterThan(10);
    }
  });

  it('moves on once when the last two tasks end at the same time', async () => {
    const given = await gathering();
    const { clerk, tickets } = await twoTasks(given);
    for (const ticketId of tickets) await carryOut(ticketId, clerk, given.lead);
    await drain();
    const finished = await desk().prisma.topicStep.count({ where: { topicId: given.topic.id, action: 'finish' } });
    expect(finished).toBe(1);
  });

  it('ends the judging when its time is over, and carries it out again when most say it is not solved', async () => {
    const given = await gathering();
    const { clerk, tickets } = await twoTasks(given);
    for (const ticketId of tickets) await carryOut(ticketId, clerk, given.lead);
    await drain();
    const judge = (who: { id: string }, solved: boolean) =>
      as(who).ok('forum.judge', { topicId: given.topic.id, informed: true, solved, satisfied: solved });
    await judge(given.author, false);
    await judge(given.supporters[0]!, false);
    await judge(given.supporters[1]!, true);
    expect(await asSystem(closeJudging)).toBe(0);
    await timeIsOver(given);
    expect(await asSystem(closeJudging)).toBe(1);
    expect(await asSystem(closeJudging)).toBe(0);
    expect(await topicOf(given)).toMatchObject({ status: 'CARRY_OUT' });
    await drain();
    expect(await topicOf(given)).toMatchObject({ status: 'CARRY_OUT' });

    const again = await as(given.lead).ok('forum.addTask', {
      ...task(given.topic.id, '再划十个车位'),
      dueOn: '2027-01-20',
    });
    const third = again.progress.tasks.at(-1)!;
    const row = await desk().prisma.topicTask.findFirstOrThrow({ where: { id: third.id } });
    await carryOut(row.ticketId, clerk, given.lead);
    await drain();
    expect(await topicOf(given)).toMatchObject({ status: 'JUDGE' });
    expect((await board(given)).judging).toMatchObject({ count: 0, mine: null });
    await timeIsOver(given);
    await asSystem(closeJudging);
    expect(await topicOf(given)).toMatchObject({ status: 'DONE' });
  });

  it('answers for a task that its unit does not take on', async () => {
    const given = await gathering();
    const { clerk, tickets } = await twoTasks(given);
    await carryOut(tickets[0]!, clerk, given.lead);
    const { id, version } = await desk().prisma.ticket.findFirstOrThrow({ where: { id: tickets[1]! } });
    await as(clerk).ok('tickets.reject', { id, version, reason: '不归我们管', whereTo: '请找供电公司' });
    await drain();
    const { progress } = await board(given);
    expect(progress.tasks[1]).toMatchObject({ mayDrop: true });
    expect((await topicOf(given)).steps.map(({ action }) => action)).toContain('taskRefused');
    expect(
      await desk().prisma.notification.count({ where: { personId: given.lead.id, title: '有一项任务没有被受理' } }),
    ).toBe(1);
    const version_ = (await board(given)).version;
    const finish = { topicId: given.topic.id, version: version_, note: '都办完了' };
    expect((await as(given.lead).call('forum.finish', finish)).body.error?.code).toBe('tasks_unfinished');
    const dropping = { id: progress.tasks[1]!.id, reason: '换成请供电公司来装' };
    expect((await as(given.author).call('forum.dropTask', dropping)).body.error?.code).toBe('forbidden');
    await as(given.lead).ok('forum.dropTask', dropping);
    expect((await as(given.lead).call('forum.dropTask', dropping)).body.error?.code).toBe('task_still_running');
    expect(await topicOf(given)).toMatchObject({ status: 'JUDGE' });
  });

  it('refuses what is not the actor’s to do, or not now', async () => {
    const given = await gathering();
    const topicId = given.topic.id;
    const code = async (
      who: { id: string },
      name: 'forum.addTask' | 'forum.judge' | 'forum.finish' | 'forum.disagree' | 'forum.reopen',
      input: never,
    ) => (await as(who).call(name, input)).body.error?.code;
    expect(await code(given.lead, 'forum.addTask', task(topicId, '划四十个车位') as never)).toBe(
      'topic_action_not_allowed',
    );
    const judgement = { topicId, informed: true, solved: true, satisfied: true };
    expect(await code(given.author, 'forum.judge', judgement as never)).toBe('topic_action_not_allowed');

    const { clerk, tickets } = await twoTasks(given);
    const { version } = await board(given);
    expect(await code(clerk, 'forum.addTask', task(topicId, '再来一项任务') as never)).toBe('forbidden');
    expect(await code(given.author, 'forum.addTask', task(topicId, '再来一项任务') as never)).toBe('forbidden');
    expect(
      await code(given.lead, 'forum.addTask', { ...task(topicId, '再来一项任务'), leadUnit: 'nosuch' } as never),
    ).toBe('unit_unknown');
    expect(
      await code(given.lead, 'forum.addTask', {
        ...task(topicId, '再来一项任务'),
        categoryCode: 'cadre_conduct',
      } as never),
    ).toBe('category_unknown');
    expect(
      await code(given.lead, 'forum.addTask', { ...task(topicId, '再来一项任务'), categoryCode: 'nothing' } as never),
    ).toBe('category_unknown');
    expect(
      await code(given.lead, 'forum.addTask', { ...task(topicId, '再来一项任务'), dueOn: '2026-11-29' } as never),
    ).toBe('invalid_input');
    expect(
      await code(given.lead, 'forum.addTask', {
        ...task(topicId, '再来一项任务'),
        assists: [{ unitCode: 'nosuch', request: '请派人配合' }],
      } as never),
    ).toBe('unit_unknown');
    expect(await desk().prisma.topicTask.count()).toBe(2);
    expect(await code(given.lead, 'forum.finish', { topicId, version, note: '都办完了' } as never)).toBe(
      'tasks_unfinished',
    );
    expect(await code(given.lead, 'forum.finish', { topicId, version: 1, note: '都办完了' } as never)).toBe(
      'stale_version',
    );
    expect(await code(given.lead, 'forum.reopen', { topicId, version, reason: '还要再议一议' } as never)).toBe(
      'topic_action_not_allowed',
    );
    const running = (await board(given)).progress.tasks[0]!;
    expect((await as(given.lead).call('forum.dropTask', { id: running.id, reason: '不想办了' })).body.error?.code).toBe(
      'task_still_running',
    );

    await as(given.team).ok('forum.helpTask', { id: running.id });
    await as(given.team).ok('forum.helpTask', { id: running.id });
    expect((await board(given)).progress.tasks[0]).toMatchObject({ helperCount: 1 });
    expect((await as(given.author).call('forum.helpTask', { id: running.id })).body.error?.code).toBe('forbidden');

    for (const ticketId of tickets) await carryOut(ticketId, clerk, given.lead);
    await drain();
    expect(await code(await make.person(), 'forum.judge', judgement as never)).toBe('judge_not_yours');
    const taps = await Promise.all(Array.from({ length: 20 }, () => as(given.author).call('forum.judge', judgement)));
    expect(taps.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(taps.map(({ body }) => body.error?.code))).toEqual(new Set([undefined, 'topic_already_judged']));
  });

  it('shows progress to everybody and the ticket only to those who may see it', async () => {
    const given = await gathering();
    const { clerk } = await twoTasks(given);
    const seenBy = async (who: { id: string }) =>
      (await as(who).ok('forum.deliberation', { topicId: given.topic.id })).progress.tasks[0]!;
    expect((await seenBy(await make.person())).ticketId).toBeNull();
    expect((await seenBy(clerk)).ticketId).not.toBeNull();
  });
});

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));
