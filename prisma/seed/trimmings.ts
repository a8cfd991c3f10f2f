import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { isOpen } from '#shared/domain/tickets/lifecycle';
import { later, minuteMs } from '#shared/domain/time/clock';
import type { Told } from './filing';
import type { Stage } from './history';
import type { Picture } from './pictures';
import { pictured } from './scenes';
import { worked } from './script';

/** What hangs on tickets beside their own time line. */
export interface Trimmings {
  readonly followers: Prisma.TicketFollowerCreateManyInput[];
  readonly assists: Prisma.TicketAssistCreateManyInput[];
  readonly photos: Prisma.AttachmentCreateManyInput[];
}

/** Gives tickets followers, photos of before and after, and tasks for other units. Counts on the rows are set to match. */
export function trim(stage: Stage, tickets: readonly Told[], pictures: ReadonlyMap<string, Picture>): Trimmings {
  const trimmings: Trimmings = { followers: [], assists: [], photos: [] };
  for (const told of tickets) {
    trimmings.followers.push(...followersOf(stage, told));
    trimmings.photos.push(...photosOf(stage, told, pictures));
    trimmings.assists.push(...assistsOf(stage, told));
  }
  return trimmings;
}

/** Followers of merged cases follow what they were merged into. */
export function mergedFollowers(tickets: readonly Told[]): Trimmings['followers'] {
  return tickets.flatMap(({ row }) =>
    row.duplicateOfId && row.reporterId
      ? [
          {
            districtId: row.districtId,
            ticketId: row.duplicateOfId,
            personId: row.reporterId,
            joinedAt: row.closedAt ?? row.receivedAt,
          },
        ]
      : [],
  );
}

function followersOf({ random, crowd }: Stage, { row }: Told): Trimmings['followers'] {
  if (row.confidential || row.duplicateOfId || !random.chance(0.1)) return [];
  const others = crowd
    .residentsOf(row.villageCode ?? '')
    .filter(({ id, demoRole }) => id !== row.reporterId && !demoRole);
  return others.slice(0, random.int(1, 3)).map(({ id }) => ({
    districtId: row.districtId,
    ticketId: row.id,
    personId: id,
    joinedAt: later(row.receivedAt as Date, random.int(5, 90) * minuteMs),
    note: random.pick(['我家门口也是', '我也遇到了', null]),
  }));
}

function photosOf({ random }: Stage, { row }: Told, pictures: ReadonlyMap<string, Picture>): Trimmings['photos'] {
  const name = pictured[row.categoryCode];
  const owner = row.reporterId ?? row.assigneeId;
  if (!name || !owner) return [];
  const photo = (role: 'BEFORE' | 'AFTER', ownerId: string, createdAt: Date | string): Trimmings['photos'] => {
    const picture = pictures.get(`${name}-${role.toLowerCase()}`);
    return picture
      ? [{ districtId: row.districtId, id: uuid(), ownerId, ticketId: row.id, role, ...picture, createdAt }]
      : [];
  };
  const before = row.handledAt || random.chance(0.75) ? photo('BEFORE', owner, row.receivedAt) : [];
  return row.handledAt && row.handlerId ? [...before, ...photo('AFTER', row.handlerId, row.handledAt)] : before;
}

function assistsOf({ world, random, now }: Stage, { row, steps }: Told): Trimmings['assists'] {
  const { contactedAt } = row;
  if (
    !(contactedAt instanceof Date) ||
    row.handlingLevel === 'DEPARTMENT' ||
    row.confidential ||
    row.leadUnit === row.unitCode
  )
    return [];
  if (!random.chance(row.status === 'PROCESSING' ? 0.45 : 0.08)) return [];
  const createdAt = later(contactedAt, 20 * minuteMs);
  if (createdAt > now) return [];
  const unitName = world.unitName(row.leadUnit);
  const finishedAt = row.handledAt instanceof Date && row.handledAt > createdAt ? row.handledAt : null;
  if (!finishedAt && !isOpen(row.status)) return [];
  const by = steps.find(({ action }) => action === 'contact');
  const line = { districtId: row.districtId, ticketId: row.id, actorId: by?.actorId ?? null, internal: false };
  steps.push({
    ...line,
    id: uuid({ msecs: createdAt.getTime() }),
    action: 'requestAssist',
    actorName: by?.actorName ?? '',
    actorRole: by?.actorRole ?? '',
    text: `请${unitName}协办：请派专业人员到现场查看`,
    at: createdAt,
  });
  return [
    {
      districtId: row.districtId,
      id: uuid(),
      ticketId: row.id,
      unitCode: row.leadUnit,
      request: '请派专业人员到现场查看',
      dueAt: worked(world, createdAt, 1260),
      state: finishedAt ? 'DONE' : 'OPEN',
      result: finishedAt ? '已到现场查看并配合处理' : null,
      createdById: by?.actorId ?? null,
      createdAt,
      finishedAt,
    },
  ];
}
