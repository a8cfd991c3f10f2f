import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { addDays, dayMs, dayOf, endOfDay, hourMs, later } from '#shared/domain/time/clock';
import type { DeliberationStory } from './deliberation-stories';
import { file, type Told as ToldTicket, tell } from './filing';
import type { Stage } from './history';
import { story as place } from './people';
import type { Picture } from './pictures';
import { pictured } from './scenes';
import type { Moment } from './script';

/** Tasks of the decisions and the tickets they are. */
export interface Tasks {
  readonly tasks: Prisma.TopicTaskCreateManyInput[];
  readonly helpers: Prisma.TaskHelperCreateManyInput[];
  readonly tickets: ToldTicket[];
  readonly photos: {
    readonly ticketId: string;
    readonly ownerId: string;
    readonly category: string;
    readonly at: Date;
  }[];
}

interface Published {
  readonly topic: Prisma.TopicCreateManyInput;
  readonly one: DeliberationStory;
  readonly leadId: string;
  at(action: string): Date | undefined;
}

/** What was agreed as tickets of the units that lead: those with a result are carried out and checked, the others are being worked on. */
export function inventTasks(stage: Stage, rows: Tasks, told: Published): void {
  const { world, crowd } = stage;
  const publishedAt = told.at('publish');
  if (!publishedAt) return;
  const { topic } = told;
  (told.one.tasks ?? []).forEach(({ title, category, lead, result }, index) => {
    const receivedAt = later(publishedAt, (index + 1) * hourMs);
    const dueAt = endOfDay(addDays(dayOf(publishedAt), 25));
    const ticket = ticketOf(stage, told, { title, category, lead, result, receivedAt, dueAt });
    if (!ticket) return;
    rows.tickets.push(ticket);
    const id = uuid();
    rows.tasks.push({
      ...{
        districtId: world.districtId,
        id,
        topicId: topic.id ?? '',
        position: index + 1,
        title,
        leadUnit: lead,
        dueAt,
      },
      ...{ ticketId: ticket.row.id, droppedAt: null, dropReason: null, at: receivedAt },
    });
    const ownerId = crowd.holder('DEPARTMENT_CLERK', lead)?.id;
    if (result && ownerId && ticket.row.handledAt)
      rows.photos.push({ ticketId: ticket.row.id, ownerId, category, at: ticket.row.handledAt as Date });
    if (topic.villageCode === place.village && crowd.cast.serviceTeam.id)
      rows.helpers.push({
        ...{ districtId: world.districtId, taskId: id, personId: crowd.cast.serviceTeam.id },
        at: later(receivedAt, dayMs),
      });
  });
}

interface Work {
  readonly title: string;
  readonly category: string;
  readonly lead: string;
  readonly result: string | undefined;
  readonly receivedAt: Date;
  readonly dueAt: Date;
}

function ticketOf(
  { world, crowd, now, nextNo }: Stage,
  { topic, leadId }: Published,
  work: Work,
): ToldTicket | undefined {
  const category = world.categories.get(work.category);
  const villageCode = topic.villageCode ?? place.village;
  const grid = world.gridsOf(villageCode)[0];
  const clerk = crowd.holder('DEPARTMENT_CLERK', work.lead);
  if (!category || !grid || !clerk) return undefined;
  const because = `协商会定下来的事（议题${topic.no}）`;
  const { row, route } = file(world, crowd, {
    ...{
      category,
      spot: '',
      gridCode: grid.code,
      position: null,
      reporterId: null,
      receivedAt: work.receivedAt,
      no: nextNo(),
    },
    scene: { title: work.title, said: work.title, result: work.result ?? '' },
  });
  const unitName = world.unitName(work.lead);
  const by = { id: clerk.id ?? null, name: clerk.name, role: unitName };
  const checker = { id: leadId, name: '', role: '网格长' };
  const at = (hours: number) => later(work.receivedAt, hours * hourMs);
  const ended = later(work.receivedAt, 5 * dayMs);
  const moments: Moment[] = [
    {
      at: at(6),
      action: 'accept',
      by,
      text: '已受理',
      set: { status: 'ACCEPTED', acceptedAt: at(6), assigneeId: clerk.id },
    },
    {
      at: at(26),
      action: 'contact',
      by,
      text: '已到现场，和村里说好了怎么办',
      set: { status: 'PROCESSING', contactedAt: at(26) },
    },
    ...(work.result
      ? [
          {
            ...{ at: ended, action: 'handle', by, text: `已处理：${work.result}` },
            set: { status: 'HANDLED' as const, handledAt: ended, handlerId: clerk.id },
          },
          {
            ...{ at: later(ended, dayMs), action: 'passCheck', by: checker, text: '核查通过' },
            set: { status: 'RESOLVED' as const, resolvedAt: later(ended, dayMs) },
          },
        ]
      : []),
  ];
  const owned = {
    ...row,
    ...{ source: 'forum', anonymous: false, level: 'P3' as const, handlingLevel: 'DEPARTMENT' as const },
    ...{ unitCode: work.lead, leadUnit: work.lead, assigneeId: null, handleBy: work.dueAt, understanding: undefined },
    routing: [{ to: unitName, because }],
  };
  const told = tell(world, owned, route, moments, now);
  const named = told.steps.map((step) => ({
    ...step,
    ...(step.action === 'open' && {
      actorName: '村（社区）',
      actorRole: '网格长',
      text: `${because}，交给${unitName}`,
    }),
    ...(step.action === 'passCheck' && { actorName: crowd.people.find(({ id }) => id === leadId)?.name ?? '网格长' }),
  }));
  return { row: told.row, steps: named };
}

/** The pictures of before and after that go with carried out tasks, where there is a drawn one of the kind. */
export function taskPhotos(
  { world }: Pick<Stage, 'world'>,
  { photos }: Pick<Tasks, 'photos'>,
  pictures: ReadonlyMap<string, Picture>,
): Prisma.AttachmentCreateManyInput[] {
  return photos.flatMap(({ ticketId, ownerId, category, at }) =>
    (['BEFORE', 'AFTER'] as const).flatMap((role) => {
      const picture = pictures.get(`${pictured[category]}-${role.toLowerCase()}`);
      return picture
        ? [{ districtId: world.districtId, id: uuid(), ownerId, ticketId, role, ...picture, createdAt: at }]
        : [];
    }),
  );
}
