import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { worldOf } from '#server/features/places/index';
import type { TicketStatus } from '#shared/domain/tickets/lifecycle';
import { deadlinesFor } from '#shared/domain/tickets/sla';
import { now } from '../clock';
import { desk } from '../desk';
import { person } from './people';
import { districtId, home, next, type Row } from './place';

/** The order of a ticket's life, for the moments that a status implies. */
const life: readonly TicketStatus[] = ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'HANDLED', 'RESOLVED', 'CLOSED'];

/**
 * A ticket with its first step: a broken street light in the home grid, received now, with real deadlines. What its status implies
 * (accepted, contacted, handled …) is filled in. Give `reporterId: null` for an anonymous one; left out, a reporter is made.
 */
export async function ticket(given: Row<Prisma.TicketUncheckedCreateInput> = {}) {
  const world = await worldOf(desk().prisma);
  const category = world.categories.get(given.categoryCode ?? 'streetlight');
  const receivedAt = new Date(given.receivedAt ?? now());
  const level = given.level ?? category?.level ?? 'P2';
  const due = deadlinesFor(level, receivedAt, world.calendar);
  if (!due.covered) throw new Error(`the calendar has no ${due.year}`);
  const status = given.status ?? 'SUBMITTED';
  const reached = (least: TicketStatus) =>
    life.indexOf(status === 'PAUSED' ? 'PROCESSING' : status) >= life.indexOf(least) ? receivedAt : null;
  const gridCode = given.gridCode === undefined ? (given.villageCode ? null : home.grid) : given.gridCode;
  const villageCode = given.villageCode === undefined ? (gridCode?.slice(0, 12) ?? null) : given.villageCode;
  const reporterId = given.reporterId === undefined ? (await person()).id : given.reporterId;
  const row = await desk().prisma.ticket.create({
    data: {
      districtId,
      id: uuid(),
      no: `T${next()}`,
      title: '路灯不亮',
      description: '门口路灯坏了一个星期没人修',
      categoryCode: 'streetlight',
      categoryVersion: world.categoryVersion,
      level,
      status,
      source: 'CHAT',
      reporterId,
      anonymous: reporterId === null,
      address: '高桥村三组村口',
      townCode: villageCode ? `${villageCode.slice(0, 9)}000` : null,
      handlingLevel: 'GRID',
      unitCode: gridCode ?? villageCode ?? home.centre,
      leadUnit: category?.leadUnit ?? home.centre,
      routing: [{ to: '网格员', because: '位置在这一格' }],
      acceptBy: due.acceptBy,
      contactBy: due.contactBy,
      handleBy: due.handleBy,
      clockProvisional: due.provisional,
      acceptedAt: reached('ACCEPTED'),
      contactedAt: reached('PROCESSING'),
      handledAt: reached('HANDLED'),
      resolvedAt: reached('RESOLVED'),
      closedAt: status === 'REJECTED' || status === 'WITHDRAWN' || status === 'MERGED' ? receivedAt : reached('CLOSED'),
      pausedAt: status === 'PAUSED' ? receivedAt : null,
      pauseReason: status === 'PAUSED' ? '等居民补充材料' : null,
      ...given,
      gridCode,
      villageCode,
      receivedAt,
    },
  });
  await step(row, { action: 'open', actorId: reporterId, at: receivedAt });
  return row;
}

export const step = (about: { id: string }, given: Row<Prisma.TicketStepUncheckedCreateInput> = {}) =>
  desk().prisma.ticketStep.create({
    data: {
      districtId,
      id: uuid(),
      ticketId: about.id,
      action: 'comment',
      actorName: '居民',
      actorRole: '居民',
      text: '提交了这件事',
      at: now(),
      ...given,
    },
  });

export const assist = (about: { id: string }, given: Row<Prisma.TicketAssistUncheckedCreateInput> = {}) =>
  desk().prisma.ticketAssist.create({
    data: {
      districtId,
      id: uuid(),
      ticketId: about.id,
      unitCode: 'zhifa',
      request: '请派电工到现场',
      dueAt: new Date(now().getTime() + 86_400_000),
      createdAt: now(),
      ...given,
    },
  });

export const follower = (about: { id: string }, who: { id: string }) =>
  desk().prisma.ticketFollower.create({ data: { districtId, ticketId: about.id, personId: who.id, joinedAt: now() } });

/** The row of an uploaded photo; its files are not there. */
export const photo = (given: Row<Prisma.AttachmentUncheckedCreateInput> & { ownerId: string }) => {
  const id = uuid();
  return desk().prisma.attachment.create({
    data: {
      districtId,
      id,
      key: `photos/${id}.jpg`,
      thumbKey: `photos/${id}-s.jpg`,
      width: 800,
      height: 600,
      bytes: 12_345,
      sha256: createHash('sha256').update(id).digest('hex'),
      createdAt: now(),
      ...given,
    },
  });
};
