import type { DecisionPaper, MeetingLine, MeetingSeat, PaperAnswer } from '#prisma';
import type { Output } from '#shared/contract';
import {
  type AssemblyKind,
  type AssemblyMatter,
  type AssemblyVote,
  assemblyLabel,
  assemblyMatterLabel,
  daysStillPublished,
  fewestHeard,
  type PaperAction,
  type PaperFacts,
  paperStatusAfter,
  paperStatusLabel,
  publishedUntil,
  voteResult,
  whyNotPaper,
} from '#shared/domain/forum/decisions';
import { dayText, momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Begun } from '../forum/index';
import type { peopleOf } from '../identity/index';
import { owns, seenAlone } from './asked';
import { type Meeting, runs } from './meetings';

type Shown = NonNullable<Output<'forum.deliberation'>['paper']>;
type People = Awaited<ReturnType<typeof peopleOf>>;
export type FullPaper = DecisionPaper & { answers: PaperAnswer[] };

/** A paper with its meeting and topic, taken for itself. */
export interface Written extends Begun {
  readonly paper: FullPaper;
  readonly meeting: Meeting;
}

/** A paper of a topic this actor may see, that may be acted on in its newest version; else the named refusal. */
export async function beginPaper(
  ctx: Ctx,
  { id, version }: { id: string; version?: number },
  action: PaperAction,
): Promise<Written> {
  const { db, districtId } = ctx;
  const found = await db.decisionPaper.findFirst({ where: { districtId, id }, select: { topicId: true } });
  if (!found) throw new AppError('not_found');
  const begun = await seenAlone(ctx, found.topicId);
  const paper = await db.decisionPaper.findFirstOrThrow({ where: { districtId, id }, include: { answers: true } });
  const meeting = await db.topicMeeting.findFirstOrThrow({
    where: { districtId, id: paper.meetingId },
    include: { seats: true },
  });
  const written = { ...begun, paper, meeting };
  if (!mayPaper(ctx, action, written)) throw new AppError('forbidden');
  if (version !== undefined && paper.version !== version) throw new AppError('stale_version');
  if (begun.topic.status !== 'DECIDE') throw new AppError('paper_action_not_allowed');
  const why = whyNotPaper(action, ctx.actor.id, factsOf(paper));
  if (why) throw new AppError(why);
  return written;
}

/** Those who sat answer the reading; who runs the meeting writes; who answers for the topic, and the chair, confirm; the former alone publish. */
function mayPaper(ctx: Ctx, action: PaperAction, { topic, meeting }: Pick<Written, 'topic' | 'meeting'>): boolean {
  if (action === 'answer') return meeting.seats.some(({ personId, signedAt }) => personId === ctx.actor.id && signedAt);
  if (action === 'confirm') return meeting.chairId === ctx.actor.id || owns(ctx, { topic });
  if (action === 'publish' || action === 'recordVote') return owns(ctx, { topic });
  return runs(ctx, { meeting, topic });
}

const voteOf = ({ voteKind, voteEligible, votePresent, voteInFavour }: DecisionPaper): AssemblyVote | null =>
  voteKind && voteEligible !== null && votePresent !== null && voteInFavour !== null
    ? { kind: voteKind as AssemblyKind, eligible: voteEligible, present: votePresent, inFavour: voteInFavour }
    : null;

/** Answers to the reading that counts: the last one. */
const heardOf = ({ answers, reading }: FullPaper) => answers.filter((answer) => answer.reading === reading);

function factsOf(paper: FullPaper): PaperFacts {
  const heard = heardOf(paper);
  return {
    ...{ status: paper.status, writerId: paper.writerId, needsAssembly: paper.matter !== null, vote: voteOf(paper) },
    ...{ heard: heard.filter(({ agrees }) => agrees).length, objected: heard.filter(({ agrees }) => !agrees).length },
  };
}

/** Writes a paper on from the version that was looked at; stale_version if somebody was faster. */
export async function writeOn(
  { db, districtId }: Ctx,
  { paper }: Pick<Written, 'paper'>,
  data: Partial<Omit<DecisionPaper, 'districtId' | 'id' | 'version'>>,
): Promise<void> {
  const { count } = await db.decisionPaper.updateMany({
    where: { districtId, id: paper.id, version: paper.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError('stale_version');
}

/** A paper as this actor may see it: published for all, before that for those who sat and those who run the meeting; null for others. */
export function presentPaper(
  ctx: Ctx,
  begun: Begun,
  { paper, meeting, lines }: { paper: FullPaper; meeting: Meeting; lines: readonly MeetingLine[] },
  people: People,
): Shown | null {
  const { actor, now } = ctx;
  const isRunner = runs(ctx, { meeting, topic: begun.topic });
  const own = meeting.seats.find(({ personId }) => personId === actor.id);
  if (paper.status !== 'PUBLISHED' && !isRunner && !(own?.signedAt && paper.status !== 'DRAFT')) return null;
  const heard = heardOf(paper);
  const facts = factsOf(paper);
  const words = (kind: MeetingLine['kind']) => lines.filter((line) => line.kind === kind).map(({ body }) => body);
  const mine = heard.find(({ personId }) => personId === actor.id);
  return {
    ...{ id: paper.id, version: paper.version, status: paper.status, statusText: paperStatusLabel(paper.status) },
    ...{ body: paper.body, matter: paper.matter as AssemblyMatter | null, ...assemblyOf(paper, now) },
    ...{ heard: facts.heard, needed: fewestHeard },
    objections:
      isRunner || own ? heard.filter(({ agrees }) => !agrees).map(({ note }) => ({ note: note ?? '没有说明' })) : [],
    toAsk: isRunner && paper.status === 'READ_BACK' ? toAsk(meeting.seats, heard, people) : [],
    myAnswer: mine?.agrees ?? null,
    writerName: people.get(paper.writerId)?.name ?? '',
    confirmedText: saidText(paper.confirmedById, paper.confirmedAt, people, now, '确认'),
    publishedText: paper.publishedAt
      ? `${momentText(paper.publishedAt, now)}公布，公布到${dayText(publishedUntil(paper.publishedAt), now)}`
      : null,
    daysLeft: paper.publishedAt ? daysStillPublished(paper.publishedAt, now) : null,
    ...{ agreements: words('AGREEMENT'), dissents: words('DISSENT') },
    abilities: begun.topic.status === 'DECIDE' ? abilitiesOf(ctx, { ...begun, paper, meeting }, facts) : [],
  };
}

function toAsk(seats: readonly MeetingSeat[], heard: readonly PaperAnswer[], people: People): Shown['toAsk'] {
  const answered = new Set(heard.map(({ personId }) => personId));
  return seats
    .filter(({ signedAt, personId }) => signedAt && !answered.has(personId))
    .map(({ personId }) => ({ personId, name: people.get(personId)?.name ?? '' }));
}

function saidText(byId: string | null, at: Date | null, people: People, now: Date, verb: string): string | null {
  return byId && at ? `${people.get(byId)?.name ?? ''} ${momentText(at, now)}${verb}` : null;
}

const results = { impossible: '人数对不上', no_quorum: '到会人数不够', rejected: '没有通过', passed: '通过' } as const;

function assemblyOf(paper: FullPaper, now: Date): Pick<Shown, 'assemblyText' | 'voteText'> {
  if (!paper.matter) return { assemblyText: null, voteText: null };
  const what = assemblyMatterLabel(paper.matter as AssemblyMatter);
  const vote = voteOf(paper);
  const when = paper.voteHeldOn ? dayText(dayOf(paper.voteHeldOn), now) : '';
  return {
    assemblyText: `这件事关系到“${what}”，协商只能提方案，要由村民（居民）会议表决才算定下来`,
    voteText: vote
      ? `${when}${assemblyLabel(vote.kind)}：应到 ${vote.eligible}，实到 ${vote.present}，赞成 ${vote.inFavour}，${results[voteResult(vote)]}`
      : null,
  };
}

const actions = { answerFor: 'answer' } as const;

function abilitiesOf(ctx: Ctx, written: Written, facts: PaperFacts): Shown['abilities'] {
  const all = ['write', 'readBack', 'answer', 'answerFor', 'rewrite', 'confirm', 'recordVote', 'publish'] as const;
  return all.filter((ability) => {
    const action: PaperAction = ability === 'answerFor' ? actions.answerFor : ability;
    const may = ability === 'answerFor' ? runs(ctx, written) : mayPaper(ctx, action, written);
    return may && paperStatusAfter(facts.status, action) && !whyNotPaper(action, ctx.actor.id, facts);
  });
}
