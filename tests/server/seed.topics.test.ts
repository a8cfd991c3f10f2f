import { soundTopicAlarms } from '#server/features/forum/index';
import { verifyCounters } from '#server/features/forum/verify';
import { isTopicLiving, topicStatuses } from '#shared/domain/forum/lifecycle';
import { seedDemo } from '../../prisma/seed/seed';
import { as } from '../support/api';
import { now } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home } from '../support/make';

it('the demonstration has topics in every living stage, counted right, with no clock that strikes at once', async () => {
  const { prisma, store } = desk();
  await seedDemo(prisma, store, home.districtId, now());
  const found = new Set((await prisma.topic.findMany()).map(({ status }) => status));
  expect(topicStatuses.filter((status) => isTopicLiving(status) && !found.has(status))).toEqual([]);
  expect(await verifyCounters(prisma, home.districtId)).toEqual([]);
  expect(await asSystem(soundTopicAlarms)).toBe(0);

  const li = await prisma.person.findFirstOrThrow({ where: { openid: 'demo_li' } });
  const { items } = await as(li).ok('forum.list', {});
  expect(items[0]).toMatchObject({ near: 'village' });
  expect((await as(li).ok('forum.mine', {})).items.length).toBeGreaterThan(2);
  const zhang = await prisma.person.findFirstOrThrow({ where: { openid: 'demo_zhang' } });
  expect((await as(zhang).ok('forum.queue', {})).items).toMatchObject([{ status: 'REVIEW' }]);
}, 60_000);
