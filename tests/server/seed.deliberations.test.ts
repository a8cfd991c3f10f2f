import { closeJudging, drawMap, soundQuestionAlarms } from '#server/features/deliberation/index';
import type { OpinionMap } from '#shared/domain/forum/opinion-map';
import { seedDemo } from '../../prisma/seed/seed';
import { as } from '../support/api';
import { now } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home } from '../support/make';

it('the demonstration has meetings, decisions, tasks and judgements that read as true, and no clock that strikes at once', async () => {
  const { prisma, store, ground } = desk();
  await seedDemo(prisma, store, home.districtId, now());
  expect(await asSystem(soundQuestionAlarms)).toBe(0);
  expect(await asSystem(closeJudging)).toBe(0);
  expect(await drawMap(ground)).toBeUndefined();
  const person = (openid: string) => prisma.person.findFirstOrThrow({ where: { openid } });
  const topics = new Map((await prisma.topic.findMany()).map(({ title, id }) => [title, id]));
  const look = async (openid: string, title: string) =>
    as(await person(openid)).ok('forum.deliberation', { topicId: topics.get(title)! });

  const wedding = '红白喜事办多少桌，写进村规民约';
  const open = (await look('demo_li', wedding)).meetings[0]!;
  expect(open).toMatchObject({ status: 'OPEN', signCode: null });
  expect(open.abilities).toContain('sign');
  const code = (await look('demo_wangmin', wedding)).meetings[0]!.signCode!.code;
  await as(await person('demo_li')).ok('forum.signIn', { code });
  const board = await as(await person('demo_li')).ok('forum.opinions', { topicId: topics.get(wedding)! });
  expect(board).toMatchObject({ mayAnswer: true, answered: 0, total: 8 });
  expect(board.map?.groups.length).toBeGreaterThan(1);

  const ditch = await look('demo_li', '五组水沟清淤，各家出工还是出钱');
  expect(ditch.paper).toMatchObject({ status: 'PUBLISHED', voteText: expect.stringContaining('通过') });
  expect(ditch.progress.tasks.map(({ percent }) => percent)).toEqual([100, 40]);
  expect(ditch.progress.tasks[0]!.photos).toHaveLength(2);
  const room = await look('demo_li', '老年活动室几点关门');
  expect(room.judging).toMatchObject({ open: true, count: 5 });
  expect(room.abilities).toEqual(['judge']);
  expect((await look('demo_li', '公厕谁来打扫，怎么出钱')).judging).toMatchObject({ open: false, solved: 100 });
  expect((await as(await person('demo_zhou')).ok('forum.questionsToAnswer', {})).items).toHaveLength(1);

  for (const statement of await prisma.opinionStatement.findMany()) {
    const ballots = await prisma.opinionBallot.findMany({ where: { topicId: statement.topicId } });
    const counted = (letter: string) => ballots.filter(({ choices }) => choices[statement.no - 1] === letter).length;
    expect([statement.agree, statement.disagree, statement.pass]).toEqual([counted('a'), counted('d'), counted('p')]);
    const map = (await prisma.opinionMap.findFirstOrThrow({ where: { topicId: statement.topicId } }))
      .result as unknown as OpinionMap;
    expect(map.people).toBe(ballots.length);
  }
}, 60_000);
