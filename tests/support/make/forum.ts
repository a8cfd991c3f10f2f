import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { topicPhaseOf } from '#shared/domain/forum/lifecycle';
import { bigramsOf } from '#shared/domain/forum/search';
import { now } from '../clock';
import { desk } from '../desk';
import { person } from './people';
import { districtId, home, next, type Row } from './place';

/** A topic of the home village whose words have passed, with its first version, its author and no voice yet. */
export async function topic(given: Row<Prisma.TopicUncheckedCreateInput> = {}) {
  const { prisma } = desk();
  const authorId = given.authorId ?? (await person({ nickname: `提议人${next()}` })).id;
  const { title = `停车位怎么划${next()}`, body = '小区停车位不够，想请大家一起商量怎么划才公平。' } = given;
  const status = given.status ?? 'RAISED';
  const made = await prisma.topic.create({
    data: {
      ...{ districtId, id: uuid(), no: `YS${next()}`, level: 'VILLAGE', title, body, place: '' },
      ...{ townCode: home.town, villageCode: home.village, authorId, threshold: 10, ownerUnit: home.village },
      ...{ checkState: 'PASSED', raisedAt: now(), stageSince: now(), activeAt: now() },
      grams: bigramsOf(`${title} ${body}`),
      ...given,
      ...{ status, phase: topicPhaseOf(status) },
    },
  });
  await prisma.topicText.create({
    data: {
      ...{ districtId, id: uuid(), topicId: made.id, no: 1, title: made.title, body: made.body, authorId, at: now() },
      checkState: made.checkState ?? 'PASSED',
    },
  });
  await prisma.topicAuthor.create({ data: { districtId, topicId: made.id, personId: authorId, joinedAt: now() } });
  return made;
}
