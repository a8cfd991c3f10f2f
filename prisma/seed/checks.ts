import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { appealDueAt, holdDueAt, remindAt } from '#shared/domain/moderation/deadlines';
import type { ModerationRule } from '#shared/domain/moderation/rules';
import { dayMs, hourMs, later, minuteMs } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';
import type { Topics } from './topics';

/** What moderation has seen of the forum, and comments that are not public: rows of every table. */
export interface Checks {
  readonly comments: Prisma.TopicCommentCreateManyInput[];
  readonly checks: Prisma.ContentCheckCreateManyInput[];
  readonly reports: Prisma.ContentReportCreateManyInput[];
}

interface Told {
  readonly body: string;
  /** How long ago, in hours. */
  readonly ago: number;
  readonly stage: 'HELD' | 'REFUSED' | 'PASSED';
  readonly because?: string;
  readonly rule?: ModerationRule;
  readonly note?: string;
  readonly appeal?: { state: 'OPEN' | 'GRANTED' | 'UPHELD'; text: string };
  readonly flags?: string[];
  readonly reports?: readonly (readonly [ModerationRule, string | null])[];
  /** A clerk has decided; otherwise the machine, or nobody yet. */
  readonly byClerk?: boolean;
  readonly mine?: boolean;
}

const tellings: readonly Told[] = [
  {
    body: '这个方案我看就是偏心，有的人天天占两个位子，说了也不听。',
    ago: 1,
    stage: 'HELD',
    because: 'REVIEW',
    rule: 'ABUSE',
  },
  { body: '我们这栋愿意轮流停，晚上八点以后让给上夜班的。', ago: 2, stage: 'HELD', because: 'UNREACHABLE', mine: true },
  {
    body: '听说隔壁有人在院坝里开赌场，天天吵到半夜，大家一起反映。',
    ago: 3,
    stage: 'HELD',
    because: 'WORDS',
    rule: 'CRIME',
  },
  {
    ...{ body: '乱停的就是那几个人，脸皮比城墙还厚。', ago: 5, stage: 'HELD', because: 'REPORTS', rule: 'ABUSE' },
    reports: [
      ['ABUSE', '在骂人'],
      ['ABUSE', null],
      ['OTHER', '不是在说事情'],
    ],
  },
  {
    ...{
      body: '老李家的娃儿就是翠屏小学的，天天在那里骑车。',
      ago: 20,
      stage: 'REFUSED',
      rule: 'MINOR',
      byClerk: true,
    },
    ...{ note: '说停车的事就好，不要提到孩子', mine: true },
  },
  {
    ...{ body: '物业就是一帮骗子！收了钱不办事。', ago: 30, stage: 'REFUSED', rule: 'ABUSE', byClerk: true },
    appeal: { state: 'OPEN', text: '我说的是收了停车费没有划线，有收据，没有骂哪个人。' },
  },
  {
    ...{ body: '按户数分最公平，一户一个位，多的再抽签。', ago: 50, stage: 'PASSED', byClerk: true },
    appeal: { state: 'GRANTED', text: '这是提建议，没有违反哪一条。' },
  },
  { body: '专业划线，价格便宜，加微信详谈。', ago: 70, stage: 'REFUSED', rule: 'ADS' },
  { body: '同意划线，大家都来投同意，这个方案最好。', ago: 4, stage: 'PASSED', flags: ['COPIED'] },
];

/** Every comment and topic of the demonstration has its check; a few in the showcase town wait, were refused, were appealed or are flagged. */
export function inventChecks(stage: Stage, forum: Topics): Checks {
  const { now, world, crowd } = stage;
  const { districtId } = world;
  const rows: Checks = { comments: [], checks: [], reports: [] };
  const placeOf = new Map(
    forum.topics.map(({ id, townCode, villageCode }) => [id, { townCode, villageCode: villageCode ?? null }]),
  );
  const add = (subject: { id: string; topicId: string; authorId: string; at: Date }, kind: string, more: object) =>
    rows.checks.push({
      ...{ districtId, id: uuid(), kind, subjectId: subject.id, groupId: subject.topicId, authorId: subject.authorId },
      ...{
        ...placeOf.get(subject.topicId),
        stage: 'PASSED',
        tries: 1,
        flags: [],
        reportCount: 0,
        version: 1,
        createdAt: subject.at,
        decidedAt: later(subject.at, 2000),
      },
      ...more,
    });
  for (const one of forum.comments)
    if (one.id && one.checkState === 'PASSED') add({ ...one, id: one.id, at: new Date(one.at) }, 'COMMENT', {});
  for (const one of forum.texts)
    if (one.id && one.checkState === 'PASSED') add({ ...one, id: one.id, at: new Date(one.at) }, 'TOPIC', {});

  const home =
    forum.topics.find(({ villageCode, status }) => villageCode === story.village && status === 'RAISED') ??
    forum.topics.find(({ townCode }) => townCode === story.town);
  const neighbours = forum.people.filter(({ homeVillageCode }) => homeVillageCode === home?.villageCode);
  const clerk = crowd.holder('TOWN_CLERK', story.town);
  const resident = crowd.people.find(({ openid }) => openid === 'demo_li');
  if (!home?.id || neighbours.length < 8 || !resident?.id) return rows;
  const topicId = home.id;
  const author = resident.id;
  for (const [index, told] of tellings.entries()) tell(told, neighbours[index % neighbours.length]?.id ?? author);
  return rows;

  function tell(told: Told, neighbour: string): void {
    const { body, ago, stage: at, because = null, rule = null, note = null, appeal, flags = [], reports = [] } = told;
    const authorId = told.mine ? author : neighbour;
    const createdAt = later(now, -ago * hourMs);
    const id = uuid();
    const checkId = uuid();
    rows.comments.push({
      ...{
        districtId,
        id,
        topicId,
        authorId,
        villageCode: home?.villageCode ?? null,
        body,
        at: createdAt,
        checkState: at,
        hideName: false,
        replyCount: 0,
      },
    });
    const waitsSince = appeal?.state === 'OPEN' ? later(now, -3 * hourMs) : later(now, -Math.min(ago, 1) * hourMs);
    const waits = at === 'HELD' || appeal?.state === 'OPEN';
    const { calendar } = world;
    const dueAt = waits ? (at === 'HELD' ? holdDueAt(waitsSince, calendar) : appealDueAt(waitsSince, calendar)) : null;
    add({ id, topicId, authorId, at: createdAt }, 'COMMENT', {
      ...{ id: checkId, stage: at, because, rule, note, flags, reportCount: at === 'HELD' ? reports.length : 0 },
      ...{ heldAt: at === 'HELD' || told.byClerk ? createdAt : null, dueAt },
      ...(dueAt && { alarmAt: remindAt(waitsSince, dueAt), alarmKind: 'WARN' }),
      decidedAt: at === 'HELD' ? null : later(createdAt, told.byClerk ? 45 * minuteMs : 2000),
      ...(told.byClerk && { deciderId: clerk?.id ?? null }),
      ...(appeal && { appeal: appeal.state, appealText: appeal.text, appealedAt: later(createdAt, dayMs / 4) }),
    });
    reports.forEach(([reason, words], place) => {
      const personId = neighbours[neighbours.length - 1 - place]?.id;
      if (personId)
        rows.reports.push({
          ...{ districtId, checkId, personId, reason, note: words, at: later(createdAt, (20 + 15 * place) * minuteMs) },
        });
    });
  }
}
