import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { freshState } from '#shared/domain/chat/state';
import { later, minuteMs } from '#shared/domain/time/clock';
import type { Told } from './filing';
import type { Stage } from './history';
import { story } from './people';

interface Waiting {
  readonly villageCode: string;
  readonly queueCode: string;
  readonly minutes: number;
  readonly said: readonly string[];
}

const waiting: readonly Waiting[] = [
  { villageCode: story.village, queueCode: story.village, minutes: 4, said: ['我妈的养老认证弄不来', '转人工'] },
  { villageCode: story.village, queueCode: story.village, minutes: 11, said: ['上回说的事你没听懂，喊个人来'] },
  { villageCode: '511502101209', queueCode: 'zhongxin', minutes: 7, said: ['我想问下拆迁补助的事', '转人工'] },
  { villageCode: '511502006205', queueCode: 'zhongxin', minutes: 16, said: ['物业费涨了没人解释', '找个人给我说下'] },
];

/** Talks that wait for a person, with what was said. */
export function inventTalks({ crowd, now, world }: Stage): {
  conversations: Prisma.ConversationCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
} {
  const conversations: Prisma.ConversationCreateManyInput[] = [];
  const messages: Prisma.MessageCreateManyInput[] = [];
  waiting.forEach(({ villageCode, queueCode, minutes, said }, index) => {
    const residents = crowd.residentsOf(villageCode).filter(({ demoRole }) => !demoRole);
    const person = residents[index % Math.max(1, residents.length)];
    if (!person) return;
    const queuedAt = later(now, -minutes * minuteMs);
    const lines = [
      ...said.map((text) => ({ speaker: 'RESIDENT' as const, text })),
      { speaker: 'BOT' as const, text: '好，我请工作人员来和您说。您可以先把情况写在这里，接手的人都看得到。' },
    ];
    const id = uuid();
    conversations.push({
      districtId: world.districtId,
      id,
      personId: person.id,
      state: { ...freshState } as unknown as Prisma.InputJsonObject,
      seq: lines.length,
      mode: 'QUEUED',
      queueCode,
      queuedAt,
      lastAt: queuedAt,
      createdAt: queuedAt,
    });
    lines.forEach((line, position) => {
      const createdAt = later(queuedAt, (position - lines.length + 1) * 20_000);
      messages.push({
        districtId: world.districtId,
        id: uuid(),
        conversationId: id,
        seq: position + 1,
        ...line,
        createdAt,
      });
    });
  });
  return { conversations, messages };
}

/** Notices in the app for the people a visitor may be: what the newest cases around them have come to. */
export function inventNotices(
  { crowd, world }: Stage,
  showcase: readonly Told[],
  disputed: readonly Told[],
): Prisma.NotificationCreateManyInput[] {
  const notices: Prisma.NotificationCreateManyInput[] = [];
  const tell = (personId: string, { row }: Told, title: string, at: unknown, read = false) => {
    if (!(at instanceof Date)) return;
    notices.push({
      districtId: world.districtId,
      id: uuid({ msecs: at.getTime() }),
      personId,
      kind: 'progress',
      title,
      body: `${row.title} · ${row.address}`,
      page: `/packages/ticket/pages/detail/index?id=${row.id}`,
      ticketId: row.id,
      dedupeKey: `demo:${row.id}:${personId}:${title}`,
      createdAt: at,
      readAt: read ? at : null,
    });
  };
  const { resident, gridStaff, gridLead, seat } = crowd.cast;
  for (const told of showcase) {
    const { row } = told;
    if (row.reporterId === resident.id) {
      tell(resident.id, told, '王敏已受理', row.acceptedAt, true);
      tell(resident.id, told, '已经联系您，正在处理', row.contactedAt, row.status === 'CLOSED');
      tell(resident.id, told, '已办好，请您确认', row.resolvedAt, row.status === 'CLOSED');
    }
    tell(gridStaff.id, told, '有一件新的事交给您', row.receivedAt, row.status !== 'SUBMITTED');
    if (row.status === 'HANDLED') tell(gridLead.id, told, '有一件事等您核查', row.handledAt);
  }
  for (const told of disputed) tell(seat.id, told, '有一件事等中心裁决', told.steps.at(-1)?.at);
  return notices;
}
