import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import { type TopicStatus, topicPhaseOf } from '#shared/domain/forum/lifecycle';
import { bigramsOf } from '#shared/domain/forum/search';
import { defaultThresholds } from '#shared/domain/forum/voices';
import { addDays, dayMs, dayOf, hourMs, instantAt, later, minuteMs } from '#shared/domain/time/clock';
import { townsOf } from './deal-villages';
import type { Stage } from './history';
import { createNames } from './names';
import { story } from './people';
import { moreSays, type TopicStory, topicStories } from './topic-stories';

/** Rows of every table of the forum, and the neighbours who speak there. */
export interface Topics {
  readonly people: Prisma.PersonCreateManyInput[];
  readonly topics: Prisma.TopicCreateManyInput[];
  readonly texts: Prisma.TopicTextCreateManyInput[];
  readonly authors: Prisma.TopicAuthorCreateManyInput[];
  readonly steps: Prisma.TopicStepCreateManyInput[];
  readonly supports: Prisma.TopicSupportCreateManyInput[];
  readonly comments: Prisma.TopicCommentCreateManyInput[];
}

type Line = readonly [action: string, status: TopicStatus, text: string, days: number];

/** The way to each status: what was done, the words of it, and how many days came before. */
const way: readonly Line[] = [
  ['gather', 'REVIEW', '附议够了，转入审核', 8],
  ['accept', 'NOTICE', '审核通过，公告三天后开始商议', 2],
  ['open', 'DISCUSS', '公告期满，开始商议', 3.5],
  ['decide', 'DECIDE', '开过协商会，正在写结果', 7],
  ['publish', 'CARRY_OUT', '结果已公布，开始一件件办', 4],
  ['finish', 'JUDGE', '都办完了，请附议的人来评', 26],
  ['conclude', 'DONE', '办成了，也评过了', 9],
];

const aside: Partial<Record<TopicStatus, { after: TopicStatus; line: Line }>> = {
  SENT_BACK: { after: 'REVIEW', line: ['sendBack', 'SENT_BACK', '退回提议人修改', 2] },
  RULED_OUT: { after: 'RAISED', line: ['ruleOut', 'RULED_OUT', '不属于协商的事', 3] },
  UNAGREED: { after: 'DISCUSS', line: ['disagree', 'UNAGREED', '开过协商会，这次没有谈成', 9] },
};

/** How many neighbours besides its families a village has who speak in the forum; a town's topic is carried by several villages. */
const neighbours = 22;

/** Topics in every stage with their versions, lines, voices and comments; the counters on the rows are those of the rows. */
export function inventTopics(stage: Stage): Topics {
  const { world, crowd, now } = stage;
  const rows: Topics = { people: [], topics: [], texts: [], authors: [], steps: [], supports: [], comments: [] };
  const names = createNames(
    stage.random,
    crowd.people.map(({ name }) => name),
  );
  const known = new Map<string, Speaker[]>();
  const speakersOf = (villageCode: string) => {
    const families = crowd.residentsOf(villageCode);
    const speakers = known.get(villageCode) ?? [
      ...families.map(({ id, householdId }) => ({ id, householdId: householdId ?? null, villageCode })),
      ...Array.from({ length: neighbours }, (_, index) => {
        const id = uuid();
        const name = names.name();
        rows.people.push({
          ...{
            districtId: world.districtId,
            id,
            name,
            homeVillageCode: villageCode,
            createdAt: later(now, -200 * dayMs),
          },
          ...{
            phone: `1999900${8000 + rows.people.length}`,
            nickname: index % 3 === 0 ? nicknames[(index / 3) % 8] : null,
          },
        });
        return {
          id,
          householdId: index % 4 === 1 ? (families[index % families.length]?.householdId ?? null) : null,
          villageCode,
        };
      }),
    ];
    known.set(villageCode, speakers);
    return speakers;
  };
  for (const [index, one] of topicStories.entries()) tell(stage, rows, one, index, speakersOf);
  return rows;
}

const nicknames = ['河边老张', '三组的', '院坝头', '种柑子的', '爱唱歌', '老街坊', '赶场天见', '听水'] as const;

interface Speaker {
  readonly id: string;
  readonly householdId: string | null;
  readonly villageCode: string;
}

function tell(
  stage: Stage,
  rows: Topics,
  one: TopicStory,
  index: number,
  speakersOf: (villageCode: string) => Speaker[],
): void {
  const { world, now } = stage;
  const { districtId } = world;
  const { townCode, villageCode, villages } = placeOf(stage, one);
  const id = uuid();
  const speakers = villages.flatMap(speakersOf);
  const author = speakers[one.author ?? 3 + (index % 5)] ?? speakers[0];
  if (!author) return;
  const lines = linesTo(one);
  const spans = lines.map(([, , , days]) => days);
  // By day, whenever the demonstration is made: what follows keeps the hour.
  const days = one.since + spans.reduce((sum, each) => sum + each, 0);
  const raisedAt = instantAt(addDays(dayOf(now), -days), (10 + (index % 7)) * hourMs + (index % 4) * 14 * minuteMs);
  const voices = speakers
    .slice(0, 80)
    .filter((speaker) => speaker.id !== author.id)
    .slice(0, one.voices - 1);
  const supports = [author, ...voices];
  const lead = stage.crowd.holder(villageCode ? 'GRID_LEAD' : 'TOWN_CLERK', villageCode ?? townCode);
  let at = raisedAt;
  const step = (
    action: string,
    status: TopicStatus,
    text: string,
    note: string | null,
    by: 'author' | 'desk' | 'staff',
  ) => {
    const actor = { author: author.id, desk: null, staff: lead?.id ?? null }[by];
    rows.steps.push({
      ...{ districtId, id: uuid(), topicId: id, action, status, text, note, actorId: actor, internal: false, at },
      ...{
        actorName: { author: '提议人', desk: '服务台', staff: lead?.name ?? '村（社区）' }[by],
        actorRole: { author: '居民', desk: '自动', staff: villageCode ? '网格长' : world.placeName(townCode) }[by],
      },
      dueAt: stageDueAt(status, at, world.calendar),
    });
  };
  step('raise', 'RAISED', '提出了这个议题', null, 'author');
  lines.forEach(([action, status, text, days], place) => {
    at = later(at, days * dayMs);
    const isLast = place === lines.length - 1;
    const isDesk = action === 'gather' || action === 'open';
    step(action, status, text, isLast ? (one.note ?? null) : null, isDesk ? 'desk' : 'staff');
  });
  const dueAt = stageDueAt(one.status, at, world.calendar);
  const comments = one.waits ? 0 : saysOf(stage, rows, one, id, supports, raisedAt);
  const households = new Set(supports.map((speaker) => speaker.householdId ?? speaker.id)).size;
  const isEnded = topicPhaseOf(one.status) === 'ENDED';
  const textNo = one.before ? 2 : 1;
  const { title, body } = one;
  rows.topics.push({
    ...{
      districtId,
      id,
      no: `YS${String(index + 1).padStart(4, '0')}`,
      level: one.level,
      status: one.status,
      version: 1,
    },
    ...{ phase: topicPhaseOf(one.status), title, body, textNo, checkState: one.waits ? 'PENDING' : 'PASSED' },
    ...{ grams: bigramsOf(`${title} ${body}`), townCode, villageCode, place: one.place ?? '', authorId: author.id },
    ...{ threshold: defaultThresholds[one.level], ownerUnit: villageCode ?? townCode, raisedAt, stageSince: at },
    ...{ stageDueAt: dueAt, extendCount: 0, activeAt: at, endedAt: isEnded ? at : null, commentCount: comments },
    ...{ supportCount: supports.length, householdCount: households, ...alarmOf(stage, one, at, dueAt) },
  });
  rows.authors.push({ districtId, topicId: id, personId: author.id, joinedAt: raisedAt });
  const state = one.waits ? ('PENDING' as const) : ('PASSED' as const);
  const text = { districtId, topicId: id, title, authorId: author.id, checkState: state };
  if (one.before) rows.texts.push({ ...text, id: uuid(), no: 1, body: one.before.body, reason: null, at: raisedAt });
  rows.texts.push({
    ...{ ...text, id: uuid(), no: textNo, body, reason: one.before?.reason ?? null },
    at: one.before ? later(raisedAt, dayMs) : raisedAt,
  });
  supports.forEach((speaker, place) => {
    rows.supports.push({
      ...{ districtId, topicId: id, personId: speaker.id, householdId: speaker.householdId, via: 'APP' },
      villageCode:
        villages[Math.floor(speakers.indexOf(speaker) / Math.max(1, speakers.length / villages.length))] ??
        villages[0] ??
        '',
      at: later(raisedAt, place * 5 * hourMs),
    });
  });
}

/** What its clock says next; what is overdue has been said. Of a topic that ended it says nothing. */
function alarmOf({ now }: Stage, { status }: TopicStory, since: Date, dueAt: Date | null) {
  if (dueAt && dueAt <= now) return { alarmAt: null, alarmKind: 'OVERDUE' as const };
  const first = topicAlarm(status, since, dueAt);
  const isSaid = first.alarmKind === 'WARN' && first.alarmAt !== null && first.alarmAt <= now;
  return isSaid ? topicAlarm(status, since, dueAt, 'WARN') : first;
}

/** The lines that lead to where a topic stands. */
function linesTo({ status }: TopicStory): Line[] {
  const detour = aside[status];
  const goal = detour?.after ?? status;
  const until = way.findIndex(([, reached]) => reached === goal);
  const lines = goal === 'RAISED' ? [] : way.slice(0, until + 1);
  return detour ? [...lines, detour.line] : [...lines];
}

/** Its village, and whose voices count there: of a town topic those of five villages. */
function placeOf({ world }: Stage, { level, village }: TopicStory) {
  const own = world.villagesOf(story.town).map(({ code }) => code);
  own.sort((a, b) => Number(b === story.village) - Number(a === story.village));
  const others = townsOf(world, story)
    .slice(1)
    .flatMap(({ code }) =>
      world
        .villagesOf(code)
        .slice(0, 5)
        .map(({ code: one }) => one),
    );
  const villageCode = (village < 3 ? own[village] : others[(village - 3) * 5]) ?? story.village;
  const townCode = world.divisions.get(villageCode)?.parentCode ?? story.town;
  const inTown = world.villagesOf(townCode).map(({ code }) => code);
  return level === 'TOWN'
    ? {
        townCode,
        villageCode: null,
        villages: [villageCode, ...inTown.filter((code) => code !== villageCode)].slice(0, 4),
      }
    : { townCode, villageCode, villages: [villageCode] };
}

/** Comments of the story and a few more, all passed. Answers how many. */
function saysOf(
  { world, random, now }: Stage,
  rows: Topics,
  { says = [], voices }: TopicStory,
  topicId: string,
  speakers: readonly Speaker[],
  raisedAt: Date,
): number {
  const words = [...says, ...moreSays.slice(0, voices > 12 ? random.int(1, 4) : 0)];
  words.forEach((body, place) => {
    const author = speakers[(place * 2 + 1) % speakers.length];
    const at = later(raisedAt, ((place + 1) / (words.length + 1)) * (now.getTime() - raisedAt.getTime()));
    if (author)
      rows.comments.push({
        ...{ districtId: world.districtId, id: uuid(), topicId, authorId: author.id, body, checkState: 'PASSED', at },
        ...{ hideName: false, replyCount: 0 },
      });
  });
  return words.length;
}
