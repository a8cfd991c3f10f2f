import { drawMap, soundQuestionAlarms } from '#server/features/deliberation/index';
import type { Name } from '#shared/contract';
import type { OpinionMap } from '#shared/domain/forum/opinion-map';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { settle } from '../support/meeting';

const refusal = async (who: { id: string }, name: Name, input: unknown) =>
  (await as(who).call(name, input as never)).body.error?.code;
const sayings = ['车位先到先停', '车位按户分', '外来车辆要收费', '夜里不鸣笛', '先修路再划线'];

/** A topic in discussion with five statements that have passed. */
async function talked() {
  const topic = await make.topic({ status: 'DISCUSS' });
  const author = await make.person();
  for (const body of sayings) await as(author).ok('forum.addStatement', { topicId: topic.id, body });
  await settle();
  const statements = await desk().prisma.opinionStatement.findMany({
    where: { topicId: topic.id },
    orderBy: { no: 'asc' },
  });
  return { topic, author, statements };
}

describe('statements', () => {
  it('are answered by others once they have passed, one at a time, and what others said is told after one’s own answer', async () => {
    const topic = await make.topic({ status: 'DISCUSS' });
    const [author, neighbour] = [await make.person(), await make.person()];
    const own = await as(author).ok('forum.addStatement', { topicId: topic.id, body: sayings[0]! });
    expect(own).toMatchObject({ total: 0, own: [{ checkState: 'PENDING' }] });
    expect(await as(neighbour).ok('forum.opinions', { topicId: topic.id })).toMatchObject({
      total: 0,
      own: [],
      next: null,
    });
    const { id } = (await desk().prisma.opinionStatement.findFirst())!;
    expect(await refusal(neighbour, 'forum.answerStatement', { id, choice: 'AGREE' })).toBe('not_found');
    await settle();
    const asked = await as(neighbour).ok('forum.opinions', { topicId: topic.id });
    expect(asked).toMatchObject({ next: { id, body: sayings[0] }, statements: [], mayAnswer: true });
    const said = await as(neighbour).ok('forum.answerStatement', { id, choice: 'AGREE' });
    expect(said).toMatchObject({
      next: null,
      answered: 1,
      statements: [{ shares: { seen: 1, agree: 100 }, choice: 'AGREE' }],
    });
  });

  it('count one voice a person under 50 parallel taps, and the last answer', async () => {
    const { topic, statements } = await talked();
    const neighbour = await make.person();
    const { id } = statements[0]!;
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        as(neighbour).ok('forum.answerStatement', { id, choice: index % 2 ? 'AGREE' : 'DISAGREE' }),
      ),
    );
    const row = await desk().prisma.opinionStatement.findFirstOrThrow({ where: { id } });
    expect(row.agree + row.disagree + row.pass).toBe(1);
    await as(neighbour).ok('forum.answerStatement', { id, choice: 'PASS' });
    expect(await desk().prisma.opinionStatement.findFirstOrThrow({ where: { id } })).toMatchObject({
      agree: 0,
      disagree: 0,
      pass: 1,
    });
    expect(await desk().prisma.opinionBallot.findMany({ where: { topicId: topic.id } })).toMatchObject([
      { choices: 'p' },
    ]);
  });

  it('keep counters that equal a recount after many people answered at once', async () => {
    const { topic, statements } = await talked();
    const people = await Promise.all(Array.from({ length: 12 }, () => make.person()));
    const choices = ['AGREE', 'DISAGREE', 'PASS'] as const;
    await Promise.all(
      people.flatMap((person, who) =>
        statements.flatMap(({ id }, what) => [
          as(person).ok('forum.answerStatement', { id, choice: choices[(who + what) % 3]! }),
          as(person).ok('forum.answerStatement', { id, choice: choices[(who * what) % 3]! }),
        ]),
      ),
    );
    const ballots = await desk().prisma.opinionBallot.findMany({ where: { topicId: topic.id } });
    for (const { no, agree, disagree, pass: passed } of await desk().prisma.opinionStatement.findMany({
      where: { topicId: topic.id },
    })) {
      const counted = (letter: string) => ballots.filter(({ choices: all }) => all[no - 1] === letter).length;
      expect([agree, disagree, passed]).toEqual([counted('a'), counted('d'), counted('p')]);
    }
  });

  it('are for those who live there, while it is announced and discussed', async () => {
    const { topic, statements } = await talked();
    const stranger = await make.person({ homeVillageCode: home.otherVillage });
    const { id } = statements[0]!;
    expect(await refusal(stranger, 'forum.answerStatement', { id, choice: 'AGREE' })).toBe('opinion_counts_elsewhere');
    expect(await refusal(stranger, 'forum.addStatement', { topicId: topic.id, body: '我也来说一句' })).toBe(
      'opinion_counts_elsewhere',
    );
    const seen = await as(stranger).ok('forum.opinions', { topicId: topic.id });
    expect(seen).toMatchObject({ mayAnswer: false, mayAdd: false, total: 5 });
    expect(seen.statements).toHaveLength(5);
    const raised = await make.topic();
    expect(await refusal(await make.person(), 'forum.addStatement', { topicId: raised.id, body: '我也来说一句' })).toBe(
      'opinions_closed',
    );
    expect(await refusal(stranger, 'forum.opinions', { topicId: stranger.id })).toBe('not_found');
  });

  it('are at most five of one person, never the same twice', async () => {
    const { topic, author } = await talked();
    expect(await refusal(author, 'forum.addStatement', { topicId: topic.id, body: '第六句话' })).toBe(
      'opinion_statement_limit',
    );
    const neighbour = await make.person();
    expect(await refusal(neighbour, 'forum.addStatement', { topicId: topic.id, body: '车位，先到先停。' })).toBe(
      'opinion_statement_known',
    );
    expect(await refusal(neighbour, 'forum.addStatement', { topicId: topic.id, body: '短' })).toBe('invalid_input');
    const hidden = await make.topic({ status: 'DISCUSS', checkState: 'HELD' });
    expect(await refusal(neighbour, 'forum.addStatement', { topicId: hidden.id, body: '看不见的议题' })).toBe(
      'not_found',
    );
  });

  it('are drawn as a map by the worker, once for each wish, with one voice a household beside', async () => {
    const { topic, statements } = await talked();
    const home_ = await make.household();
    const camps = [...Array(8).fill('AGREE'), ...Array(8).fill('DISAGREE')] as ('AGREE' | 'DISAGREE')[];
    for (const [index, choice] of camps.entries()) {
      const person = await make.person({ householdId: index < 4 ? home_.id : null });
      for (const { id, no } of statements)
        await as(person).ok('forum.answerStatement', { id, choice: no === 4 ? 'AGREE' : choice });
    }
    const reader = await make.person({ homeVillageCode: home.otherVillage });
    expect((await as(reader).ok('forum.opinions', { topicId: topic.id })).map).toBeNull();
    expect(await drawMap(desk().ground)).toBe('more');
    expect(await drawMap(desk().ground)).toBeUndefined();
    const { map, people } = await as(reader).ok('forum.opinions', { topicId: topic.id });
    expect(people).toBe(16);
    expect(map).toMatchObject({
      placed: 16,
      households: 13,
      groups: [
        { name: '甲组', size: 8 },
        { name: '乙组', size: 8 },
      ],
    });
    expect(map?.common).toEqual([{ body: '夜里不鸣笛', choice: 'AGREE' }]);
    expect(map?.divided.length).toBe(3);
    const kept = (await desk().prisma.opinionMap.findFirstOrThrow()).result as unknown as OpinionMap;
    expect(kept.statements[0]?.households).toEqual({ agree: 5, disagree: 8, pass: 0 });

    await as(await make.person()).ok('forum.answerStatement', { id: statements[0]!.id, choice: 'PASS' });
    expect(await drawMap(desk().ground)).toBeUndefined();
    pass({ minutes: 1 });
    expect(await drawMap(desk().ground)).toBe('more');
    // Somebody who took the map and died: taken again when the lease is over.
    await desk().prisma.opinionMap.updateMany({
      data: { wanted: false, claimedAt: new Date('2026-11-25T10:01:00+08:00') },
    });
    expect(await drawMap(desk().ground)).toBeUndefined();
    pass({ minutes: 5 });
    expect(await drawMap(desk().ground)).toBe('more');
  });
});

describe('questions to a department', () => {
  const ask = (topicId: string) => ({ topicId, departmentCode: 'zhifa', body: '占道停车谁来管？' });

  it('reach the department once they have passed, with a clock, and are answered once in words', async () => {
    const topic = await make.topic({ status: 'DISCUSS' });
    const [asker, reader] = [await make.person(), await make.person()];
    const clerk = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
    const other = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhujian' });
    const { id } = await as(asker).ok('forum.askQuestion', ask(topic.id));
    const answer = { id, answer: '由综合执法局管，已经安排巡查。' };
    expect((await as(reader).ok('forum.questions', { topicId: topic.id })).items).toEqual([]);
    expect(await refusal(clerk, 'forum.answerQuestion', answer)).toBe('not_found');
    await settle();
    await drain();
    expect(
      await desk().prisma.notification.count({ where: { personId: clerk.id, title: '居民向本部门提了一个问题' } }),
    ).toBe(1);
    expect((await as(clerk).ok('forum.questionsToAnswer', {})).items).toMatchObject([
      { id, mayAnswer: true, clock: { state: 'onTime' } },
    ]);
    expect((await as(other).ok('forum.questionsToAnswer', {})).items).toEqual([]);
    expect(await refusal(other, 'forum.answerQuestion', answer)).toBe('not_found');
    expect(await refusal(reader, 'forum.answerQuestion', answer)).toBe('forbidden');

    await as(clerk).ok('forum.answerQuestion', answer);
    expect(await refusal(clerk, 'forum.answerQuestion', answer)).toBe('question_answered');
    const seen = async () => (await as(reader).ok('forum.questions', { topicId: topic.id })).items[0]!;
    expect((await seen()).answer).toBeNull();
    await settle();
    expect(await seen()).toMatchObject({ answer: answer.answer, clock: null });
    await drain();
    expect(await desk().prisma.notification.count({ where: { personId: asker.id, title: '您的问题有答复了' } })).toBe(
      1,
    );
    expect((await as(clerk).ok('forum.questionsToAnswer', { state: 'answered' })).items).toHaveLength(1);
  });

  it('wait again when the answer broke a rule', async () => {
    const topic = await make.topic({ status: 'DISCUSS' });
    const clerk = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
    const { id } = await as(make.person()).ok('forum.askQuestion', ask(topic.id));
    await settle();
    await as(clerk).ok('forum.answerQuestion', { id, answer: '不该这样答的话' });
    await settle('REFUSED');
    await desk().prisma.topicQuestion.updateMany({ data: { checkState: 'PASSED' } });
    expect((await as(clerk).ok('forum.questionsToAnswer', {})).items).toMatchObject([{ id, mayAnswer: true }]);
    await as(clerk).ok('forum.answerQuestion', { id, answer: '由综合执法局管。' });
  });

  it('are warned of and raised to the centre, each once', async () => {
    const topic = await make.topic({ status: 'DISCUSS' });
    const asker = await make.person();
    const clerk = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
    const seat = await make.staff('CENTRE_SEAT', home.district, { departmentCode: 'zhongxin' });
    await as(asker).ok('forum.askQuestion', ask(topic.id));
    await settle();
    expect(await asSystem(soundQuestionAlarms)).toBe(0);
    freeze('2026-12-01T20:00:00+08:00');
    expect(await asSystem(soundQuestionAlarms)).toBe(1);
    freeze('2026-12-03T08:00:00+08:00');
    expect(await asSystem(soundQuestionAlarms)).toBe(1);
    expect(await asSystem(soundQuestionAlarms)).toBe(0);
    await drain();
    const told = (personId: string) =>
      desk().prisma.notification.findMany({
        where: { personId },
        orderBy: { createdAt: 'asc' },
        select: { title: true },
      });
    expect((await told(clerk.id)).map(({ title }) => title)).toEqual([
      '居民向本部门提了一个问题',
      '有一个问题快到答复时限',
      '有一个问题超过答复时限',
    ]);
    expect((await told(seat.id)).map(({ title }) => title)).toEqual(['部门没有按时答复议题里的问题']);
    expect((await told(asker.id)).map(({ title }) => title)).toEqual(['您的问题还没有答复，已上报区中心']);
  });

  it('are three at a time, to departments that there are, about topics that live', async () => {
    const topic = await make.topic({ status: 'DISCUSS' });
    const asker = await make.person();
    expect(await refusal(asker, 'forum.askQuestion', { ...ask(topic.id), departmentCode: 'nosuch' })).toBe(
      'unit_unknown',
    );
    expect(await refusal(asker, 'forum.askQuestion', { ...ask(topic.id), departmentCode: 'zhongxin' })).toBe(
      'unit_unknown',
    );
    expect(await refusal(asker, 'forum.askQuestion', ask(asker.id))).toBe('not_found');
    const raised = await make.topic();
    expect(await refusal(asker, 'forum.askQuestion', ask(raised.id))).toBe('topic_action_not_allowed');
    for (let count = 0; count < 3; count += 1) await as(asker).ok('forum.askQuestion', ask(topic.id));
    expect(await refusal(asker, 'forum.askQuestion', ask(topic.id))).toBe('question_limit');
  });
});

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));
