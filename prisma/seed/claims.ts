import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { claimAlarm, claimDueAt } from '#shared/domain/claims/deadlines';
import type { ClaimState } from '#shared/domain/claims/lifecycle';
import { dayMs, dayOf, hourMs, later } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';
import type { Picture } from './pictures';
import type { Points } from './points';

type ClaimRow = Prisma.PointsClaimCreateManyInput;
type VoteRow = Prisma.PointsVoteCreateManyInput;

/** Deeds on their way to points, with what belongs to them. */
export interface Claims {
  readonly claims: ClaimRow[];
  readonly photos: Prisma.PointsClaimPhotoCreateManyInput[];
  readonly attachments: Prisma.AttachmentCreateManyInput[];
  readonly steps: Prisma.PointsClaimStepCreateManyInput[];
  readonly votes: VoteRow[];
  readonly kin: Prisma.PointsKinCreateManyInput[];
  readonly objections: Prisma.PointsObjectionCreateManyInput[];
  readonly warnings: Prisma.PointsWarningCreateManyInput[];
}

/** A deed as it is told: whose (place of the household in the story's village), by which rule, how many days ago it was filed and moved last. */
interface Telling {
  readonly home: number;
  readonly rule: string;
  readonly state: ClaimState;
  readonly text: string;
  readonly filed: number;
  readonly moved: number;
  readonly picture: string;
  readonly nameShown?: boolean;
  readonly votes?: readonly VoteRow['choice'][];
  readonly reason?: string;
  readonly objection?: string;
}

const tellings: readonly Telling[] = [
  {
    ...{
      home: 0,
      rule: '参加院坝清扫、人居环境整治',
      state: 'PROPOSED',
      filed: 0.3,
      moved: 0.3,
      picture: 'garbage-after',
    },
    text: '昨天和陈孃孃一起清了三组路边的垃圾，装了四袋子',
  },
  {
    ...{ home: 1, rule: '志愿服务两小时', state: 'REVIEW', filed: 2, moved: 1.5, picture: 'sewage-after' },
    ...{ text: '下雨天帮社区通了两个钟头的水沟', votes: ['AGREE'] },
  },
  {
    ...{ home: 3, rule: '为公益事捐工投劳', state: 'REVIEW', filed: 3, moved: 1.2, picture: 'road-after' },
    ...{ text: '村口的路坏了，出了一天工补好', votes: ['AGREE', 'RECUSE'] },
  },
  {
    ...{ home: 0, rule: '照顾邻里老人、困难户', state: 'NOTICE', filed: 6, moved: 2, picture: 'streetlight-after' },
    ...{ text: '给隔壁独居的王婆婆换了灯泡，天天去看一眼', votes: ['AGREE', 'AGREE', 'AGREE'] },
  },
  {
    ...{ home: 2, rule: '报告隐患、矛盾线索，经核实', state: 'NOTICE', filed: 7, moved: 3, picture: 'manhole-after' },
    ...{ text: '发现井盖松了，守着等人来修', votes: ['AGREE', 'AGREE', 'REFUSE'], nameShown: true },
    objection: '听说守在那里的是另外一家，请再问问',
  },
  {
    ...{ home: 0, rule: '为公益事捐工投劳', state: 'REJECTED', filed: 20, moved: 14, picture: 'road-before' },
    ...{ text: '铲了自家门口的土坎', votes: ['REFUSE', 'REFUSE', 'AGREE'] },
    reason: '评议没有通过：同意 1 票，不同意 2 票。修的是自家门口，不算公益事',
  },
];

const bodies = { file: '本户', accept: '网格', pass: '评议小组', refuse: '评议小组', book: '服务台' } as const;
const lines = {
  ...{ file: '申请加分', accept: '核对过了，交评议小组', pass: '评议通过，开始公示' },
  ...{ refuse: '评议没有通过', book: '公示期满，记上了' },
} as const;
type Line = keyof typeof lines;
const led: Readonly<Record<Line, ClaimState>> = {
  ...{ file: 'PROPOSED', accept: 'REVIEW', pass: 'NOTICE', refuse: 'REJECTED', book: 'BOOKED' },
};

/** The way to each state, from the first line to the last. */
const ways: Partial<Record<ClaimState, readonly Line[]>> = {
  PROPOSED: ['file'],
  REVIEW: ['file', 'accept'],
  NOTICE: ['file', 'accept', 'pass'],
  REJECTED: ['file', 'accept', 'refuse'],
  BOOKED: ['file', 'accept', 'pass', 'book'],
};

/** Claims in every state in the story's village, and behind every entry of its families the claim it comes from. */
export function inventClaims(
  { world, crowd, now }: Stage,
  { accounts, entries, items }: Points,
  pictures: ReadonlyMap<string, Picture>,
): Claims {
  const { districtId } = world;
  const made: Claims = {
    ...{ claims: [], photos: [], attachments: [], steps: [], votes: [], kin: [], objections: [], warnings: [] },
  };
  const homes = crowd.households.filter(({ villageCode }) => villageCode === story.village);
  const residents = crowd.residentsOf(story.village);
  /** The played reviewer comes last, so that there is something left to judge. */
  const played = crowd.cast.reviewer.id;
  const judges = crowd.posts
    .filter(({ kind, personId }) => kind === 'REVIEWER' && personId !== played)
    .map(({ personId }) => personId)
    .concat(played);
  const staff = crowd.cast.gridStaff.id;
  const ago = (days: number) => later(now, -days * dayMs);

  const tellWay = (claimId: string, state: ClaimState, byId: string, from: Date, to: Date, note?: string) => {
    const way = ways[state] ?? [];
    const stride = (to.getTime() - from.getTime()) / Math.max(1, way.length - 1);
    for (const [at, action] of way.entries())
      made.steps.push({
        ...{ districtId, id: uuid(), claimId, action, state: led[action], actorId: at === 0 ? byId : staff },
        ...{ body: bodies[action], text: lines[action], at: later(from, at * stride) },
        note: at === way.length - 1 ? (note ?? null) : null,
      });
  };
  const show = (claimId: string, ownerId: string, name: string, at: Date, isReleased: boolean) => {
    const picture = pictures.get(name);
    if (!picture) return;
    const id = uuid();
    made.attachments.push({ districtId, id, ownerId, role: 'OTHER', ...picture, createdAt: at });
    made.photos.push({ districtId, claimId, attachmentId: id, sha256: picture.sha256, isReleased });
  };

  for (const telling of tellings) {
    const { home, state, text, picture, reason, objection, votes = [], nameShown = false } = telling;
    const household = homes[home];
    const person = residents[home];
    const rule = items.find(({ title }) => title === telling.rule);
    if (!household || !person || !rule) continue;
    const id = uuid();
    const [filedAt, since] = [ago(telling.filed), ago(telling.moved)];
    const stageDueAt = claimDueAt(state, since, world.calendar);
    const panel = judges.filter((judge) => judge !== person.id).slice(0, votes.length);
    const checker = panel[votes.indexOf('AGREE')] ?? null;
    made.claims.push({
      ...{ districtId, id, state, villageCode: story.village, householdId: household.id, ruleItemId: rule.id },
      ...{
        ruleCode: rule.code,
        points: rule.points,
        happenedOn: new Date(dayOf(later(filedAt, -dayMs))),
        text,
        nameShown,
      },
      ...{ byId: person.id, isRecorded: false, acceptedById: state === 'PROPOSED' ? null : staff },
      ...{ reviewerId: state === 'NOTICE' ? checker : null, filedAt, stageSince: since, stageDueAt },
      ...{
        ...claimAlarm(state, since, stageDueAt),
        reason: reason ?? null,
        endedAt: state === 'REJECTED' ? since : null,
      },
    });
    tellWay(id, state, person.id, filedAt, since, reason);
    show(id, person.id, picture, filedAt, state === 'REJECTED');
    for (const [at, personId] of panel.entries()) {
      const choice = votes[at] ?? 'AGREE';
      const votedAt = later(since, -(panel.length - at) * hourMs);
      made.votes.push({ districtId, subjectId: id, round: 1, personId, choice, at: votedAt });
      if (choice === 'RECUSE')
        made.kin.push({
          ...{ districtId, personId, householdId: household.id, relation: '表兄弟', declaredById: personId },
          at: votedAt,
        });
    }
    const neighbour = residents[4];
    if (objection && neighbour)
      made.objections.push({
        districtId,
        id: uuid(),
        claimId: id,
        personId: neighbour.id,
        text: objection,
        at: ago(1),
      });
  }

  const ownerOf = new Map(accounts.map(({ id, householdId }) => [id, householdId]));
  for (const entry of entries) {
    const id = /^claim:(.+)$/.exec(entry.source)?.[1];
    const householdId = ownerOf.get(entry.accountId);
    const rule = items.find((item) => item.id === entry.ruleItemId);
    if (!id || !householdId || !rule || !entry.reviewerId) continue;
    const at = new Date(entry.at);
    const filedAt = later(at, -13 * dayMs);
    const warningId = rule.points < 0 ? uuid() : null;
    if (warningId)
      made.warnings.push({
        ...{ districtId, id: warningId, householdId, villageCode: story.village, ruleCode: rule.code },
        ...{
          title: rule.title,
          text: '当面说了，垃圾请放进桶里，早晚都有人收',
          byId: staff,
          at: later(filedAt, -6 * dayMs),
        },
      });
    made.claims.push({
      ...{ districtId, id, state: 'BOOKED', villageCode: story.village, householdId, ruleItemId: rule.id },
      ...{ ruleCode: rule.code, points: rule.points, happenedOn: new Date(dayOf(later(filedAt, -dayMs))) },
      ...{
        text: rule.points < 0 ? '提醒以后又把垃圾倒在路边，拍了照' : rule.title,
        byId: staff,
        isRecorded: true,
        nameShown: false,
      },
      ...{ acceptedById: entry.actorId, reviewerId: entry.reviewerId, warningId, filedAt, stageSince: at },
      ...{ entryId: entry.id, booked: entry.delta, endedAt: at },
    });
    tellWay(id, 'BOOKED', staff, filedAt, at);
    if (rule.points < 0 && householdId === homes[0]?.id) show(id, staff, 'garbage-before', filedAt, false);
    const checked = [entry.reviewerId, ...judges.filter((one) => one !== entry.reviewerId)];
    for (const personId of checked.slice(0, 3))
      made.votes.push({ districtId, subjectId: id, round: 1, personId, choice: 'AGREE', at: later(at, -8 * dayMs) });
  }
  return made;
}
