import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { opinionMap } from '#shared/domain/forum/opinion-map';
import { choiceAt } from '#shared/domain/forum/opinions';
import { answerBy, warnAnswerAt } from '#shared/domain/forum/questions';
import { signCode } from '#shared/domain/forum/sign-code';
import { addDays, dayMs, dayOf, hourMs, instantAt, later, minuteMs } from '#shared/domain/time/clock';
import { type DeliberationStory, deliberationStories } from './deliberation-stories';
import type { Stage } from './history';
import { story as place } from './people';
import { inventTasks, type Tasks } from './topic-tasks';
import type { Topics } from './topics';

/** Rows of everything from the meeting to the judging. */
export interface Deliberations extends Tasks {
  readonly statements: Prisma.OpinionStatementCreateManyInput[];
  readonly ballots: Prisma.OpinionBallotCreateManyInput[];
  readonly maps: Prisma.OpinionMapCreateManyInput[];
  readonly questions: Prisma.TopicQuestionCreateManyInput[];
  readonly meetings: Prisma.TopicMeetingCreateManyInput[];
  readonly seats: Prisma.MeetingSeatCreateManyInput[];
  readonly lines: Prisma.MeetingLineCreateManyInput[];
  readonly papers: Prisma.DecisionPaperCreateManyInput[];
  readonly answers: Prisma.PaperAnswerCreateManyInput[];
  readonly judgements: Prisma.TopicJudgementCreateManyInput[];
}

/** A topic of the demonstration with its people: supporters in the order they came, and who runs its meeting. */
interface Told {
  readonly topic: Topics['topics'][number];
  readonly one: DeliberationStory;
  /** Supporters whom no visitor plays: those may speak for themselves. */
  readonly others: readonly { readonly personId: string; readonly householdId: string | null }[];
  readonly chairId: string;
  readonly recorderId: string;
  readonly leadId: string;
  /** When a line of its story was written; undefined before it came so far. */
  at(action: string): Date | undefined;
}

/** Opinions, meetings, decisions, tasks and judgements of the topics that were told. */
export function inventDeliberations(stage: Stage, forum: Topics): Deliberations {
  const rows: Deliberations = {
    ...{ statements: [], ballots: [], maps: [], questions: [], meetings: [], seats: [], lines: [], papers: [] },
    ...{ answers: [], judgements: [], tasks: [], helpers: [], tickets: [], photos: [] },
  };
  for (const one of deliberationStories) {
    const told = toldOf(stage, forum, one);
    if (!told) continue;
    speak(stage, rows, told);
    ask(stage, rows, told);
    const meetingId = meet(stage, rows, told);
    if (meetingId) decide(stage, rows, told, meetingId);
    inventTasks(stage, rows, told);
    judge(stage, rows, told);
  }
  return rows;
}

function toldOf({ crowd }: Stage, forum: Topics, one: DeliberationStory): Told | undefined {
  const topic = forum.topics.find(({ title }) => title === one.title);
  if (!topic?.id) return undefined;
  const steps = forum.steps.filter(({ topicId }) => topicId === topic.id);
  const played = new Set(Object.values(crowd.cast).map(({ id }) => id));
  const isHome = topic.villageCode === place.village;
  const lead = crowd.holder('GRID_LEAD', topic.villageCode ?? place.village) ?? crowd.cast.gridLead;
  const clerk = crowd.holder('TOWN_CLERK', topic.townCode) ?? crowd.cast.townClerk;
  const council = topic.villageCode === null || isHome ? crowd.cast.council : clerk;
  return {
    ...{ topic, one, leadId: lead.id ?? '', chairId: council.id ?? '' },
    recorderId: (isHome ? crowd.cast.gridStaff.id : topic.villageCode === null ? clerk.id : lead.id) ?? '',
    others: forum.supports
      .filter(({ topicId, personId }) => topicId === topic.id && !played.has(personId))
      .map(({ personId, householdId }) => ({ personId, householdId: householdId ?? null })),
    at: (action) => steps.find((step) => step.action === action)?.at as Date | undefined,
  };
}

/** Two camps answer, most as their camp does; some have not come to the end. */
function speak({ world, random, now }: Stage, rows: Deliberations, { topic, one, others }: Told): void {
  const sentences = one.statements ?? [];
  if (sentences.length === 0) return;
  const { districtId } = world;
  const topicId = topic.id ?? '';
  const ballots = others.map(({ personId, householdId }, index) => {
    const camp = index % 5 < 3 ? 0 : 1;
    const said = sentences.map(([, camps]) => {
      if (random.chance(0.06)) return '-';
      return random.chance(0.86) ? camps.charAt(camp) : random.pick(['a', 'd', 'p']);
    });
    return { districtId, topicId, personId, householdId, choices: said.join(''), at: later(now, -index * 3 * hourMs) };
  });
  rows.ballots.push(...ballots);
  sentences.forEach(([body], index) => {
    const count = (choice: 'AGREE' | 'DISAGREE' | 'PASS') =>
      ballots.filter(({ choices }) => choiceAt(choices, index + 1) === choice).length;
    rows.statements.push({
      ...{ districtId, id: uuid(), topicId, no: index + 1, body, checkState: 'PASSED' },
      authorId: others[index % Math.max(1, others.length)]?.personId ?? topic.authorId,
      ...{ agree: count('AGREE'), disagree: count('DISAGREE'), pass: count('PASS') },
      at: later(now, -(4 * dayMs - index * hourMs)),
    });
  });
  const numbers = sentences.map((_, index) => index + 1);
  const result = opinionMap(ballots, numbers) as unknown as Prisma.InputJsonObject;
  rows.maps.push({
    districtId,
    topicId,
    wanted: false,
    claimedAt: null,
    computedAt: later(now, -20 * minuteMs),
    result,
  });
}

function ask({ world, crowd, now }: Stage, rows: Deliberations, { topic, one, others }: Told): void {
  (one.questions ?? []).forEach(({ department, body, answer }, index) => {
    const askedAt = later(now, -(answer ? 6 : 1) * dayMs - index * hourMs);
    const dueAt = answerBy(askedAt, world.calendar);
    rows.questions.push({
      ...{
        districtId: world.districtId,
        id: uuid(),
        topicId: topic.id ?? '',
        departmentCode: department,
        body,
        askedAt,
      },
      ...{ askerId: others[index]?.personId ?? topic.authorId, checkState: 'PASSED', dueAt, answer: answer ?? null },
      alarmAt: answer ? null : warnAnswerAt(askedAt, dueAt),
      alarmKind: answer ? null : 'WARN',
      answerState: answer ? 'PASSED' : null,
      answeredById: answer ? (crowd.holder('DEPARTMENT_CLERK', department)?.id ?? null) : null,
      answeredAt: answer ? later(askedAt, 2 * dayMs) : null,
    });
  });
}

/** One meeting: called for the day after tomorrow, open now, or held when its topic was decided. Answers its id when it was held. */
function meet({ world, crowd, now }: Stage, rows: Deliberations, told: Told): string | undefined {
  const { topic, one, others, chairId, recorderId, leadId } = told;
  const { meeting } = one;
  if (!meeting) return undefined;
  const { districtId } = world;
  const id = uuid();
  const topicId = topic.id ?? '';
  const decidedAt = told.at('decide') ?? told.at('disagree');
  const isHeld = meeting.stands === 'held' && decidedAt !== undefined;
  const startsAt = {
    called: instantAt(addDays(dayOf(now), 2), 9.5 * hourMs),
    open: later(now, -30 * minuteMs),
    held: instantAt(addDays(dayOf(decidedAt ?? now), -1), 15 * hourMs),
  }[meeting.stands];
  const calledAt = later(startsAt, -4 * dayMs);
  rows.meetings.push({
    ...{ districtId, id, topicId, no: 1, place: meeting.place, startsAt, endsAt: later(startsAt, 2 * hourMs) },
    status: ({ called: 'CALLED', open: 'OPEN', held: 'HELD' } as const)[meeting.stands],
    ...{
      version: 1,
      agenda: [...meeting.agenda],
      online: meeting.online ?? null,
      chairId,
      recorderId,
      cancelReason: null,
    },
    ...{
      calledById: leadId,
      calledAt,
      signCode: signCode(createHash('sha256').update(`${topicId} ${startsAt.toISOString()}`).digest('hex')),
    },
    openedAt: meeting.stands === 'called' ? null : startsAt,
    closedAt: isHeld ? (decidedAt ?? null) : null,
  });
  const seat = (personId: string, role: Prisma.MeetingSeatCreateManyInput['role'], signed: boolean, invited = true) =>
    rows.seats.push({
      ...{
        districtId,
        meetingId: id,
        personId,
        role,
        invited,
        coming: true,
        online: false,
        repliedAt: later(calledAt, dayMs),
      },
      signedAt: signed ? later(startsAt, 10 * minuteMs) : null,
      signedVia: signed ? 'CODE' : null,
      signedById: signed ? personId : null,
    });
  const sits = meeting.stands !== 'called';
  seat(chairId, 'CHAIR', sits);
  seat(recorderId, 'RECORDER', sits);
  seat(topic.authorId, 'AUTHOR', sits);
  const isHome = topic.villageCode === place.village;
  if (isHome) seat(crowd.cast.serviceTeam.id ?? '', 'SERVICE_TEAM', isHeld);
  if (isHome && chairId !== crowd.cast.council.id) seat(crowd.cast.council.id ?? '', 'COUNCIL', sits);
  if (isHome) seat(crowd.cast.advisor.id ?? '', 'ADVISOR', isHeld);
  others
    .filter(({ personId }) => personId !== topic.authorId)
    .slice(0, 7)
    .forEach(({ personId }, index) => {
      seat(personId, index < 2 ? 'STAKEHOLDER' : 'RESIDENT', sits && index < 5, index < 4);
    });
  (meeting.lines ?? []).forEach(([kind, body, speaker], index) => {
    rows.lines.push({
      ...{ districtId, id: uuid(), meetingId: id, kind, position: index + 1, body, speaker: speaker ?? null },
      ...{ personId: null, checkState: 'PASSED', at: later(startsAt, (20 + index * 10) * minuteMs) },
    });
  });
  return isHeld ? id : undefined;
}

function decide({ world }: Stage, rows: Deliberations, told: Told, meetingId: string): void {
  const { topic, one, chairId, recorderId } = told;
  const decidedAt = told.at('decide');
  const publishedAt = told.at('publish') ?? null;
  if (!one.paper || !decidedAt) return;
  const id = uuid();
  const isPublished = one.paper.stands === 'published' && publishedAt !== null;
  const voted = isPublished && one.paper.matter !== undefined;
  rows.papers.push({
    ...{
      districtId: world.districtId,
      id,
      topicId: topic.id ?? '',
      meetingId,
      body: one.paper.body,
      version: 2,
      reading: 1,
    },
    ...{ status: isPublished ? 'PUBLISHED' : 'READ_BACK', matter: one.paper.matter ?? null, writerId: recorderId },
    ...{ writtenAt: later(decidedAt, 5 * hourMs), readBackAt: later(decidedAt, 7 * hourMs) },
    confirmedById: isPublished ? chairId : null,
    confirmedAt: isPublished ? later(decidedAt, dayMs) : null,
    voteKind: voted ? 'VILLAGE_DELEGATES' : null,
    voteEligible: voted ? 36 : null,
    votePresent: voted ? 31 : null,
    voteInFavour: voted ? 27 : null,
    voteHeldOn: voted ? later(decidedAt, 2 * dayMs) : null,
    publishedAt: isPublished ? publishedAt : null,
  });
  const sat = rows.seats.filter(
    (seat) => seat.meetingId === meetingId && seat.signedAt && seat.personId !== recorderId,
  );
  sat.slice(0, isPublished ? 6 : 2).forEach(({ personId }) => {
    rows.answers.push({
      ...{ districtId: world.districtId, paperId: id, reading: 1, personId, agrees: true, note: null },
      ...{ enteredById: null, at: later(decidedAt, 9 * hourMs) },
    });
  });
}

function judge({ world }: Stage, rows: Deliberations, told: Told): void {
  const { one, topic, others } = told;
  const finishedAt = told.at('finish');
  if (!one.judged || !finishedAt) return;
  const { count, solved, satisfied } = one.judged;
  others.slice(0, count).forEach(({ personId }, index) => {
    rows.judgements.push({
      ...{ districtId: world.districtId, topicId: topic.id ?? '', round: 1, personId, informed: true },
      ...{ solved: index % 10 < solved, satisfied: index % 10 < satisfied },
      note: index === 1 ? '办得实在，说到做到' : null,
      at: later(finishedAt, (index + 2) * hourMs),
    });
  });
}
