import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { now } from '../clock';
import { desk } from '../desk';
import { person } from './people';
import { districtId, type Row } from './place';

/** An empty conversation of a person (made when not given). */
export const conversation = async (given: Row<Prisma.ConversationUncheckedCreateInput> = {}) =>
  desk().prisma.conversation.create({
    data: {
      districtId,
      id: uuid(),
      state: {},
      lastAt: now(),
      createdAt: now(),
      ...given,
      personId: given.personId ?? (await person()).id,
    },
  });

/** The next message of a conversation, in the order of calls. */
export async function message(talk: { id: string }, given: Row<Prisma.MessageUncheckedCreateInput> = {}) {
  const { seq } = await desk().prisma.conversation.update({
    where: { districtId_id: { districtId, id: talk.id } },
    data: { seq: { increment: 1 }, lastAt: now() },
  });
  return desk().prisma.message.create({
    data: {
      districtId,
      id: uuid(),
      conversationId: talk.id,
      seq,
      speaker: 'RESIDENT',
      text: '您好',
      createdAt: now(),
      ...given,
    },
  });
}

export const notification = (who: { id: string }, given: Row<Prisma.NotificationUncheckedCreateInput> = {}) =>
  desk().prisma.notification.create({
    data: {
      districtId,
      id: uuid(),
      personId: who.id,
      kind: 'ticket.moved',
      title: '您报的事有进展',
      body: '网格员已经受理',
      page: 'pages/home/index',
      dedupeKey: uuid(),
      createdAt: now(),
      ...given,
    },
  });
