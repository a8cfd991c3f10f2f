import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { fewestHeard, voteResult } from '#shared/domain/forum/decisions';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move, tell } from '../../forum/index';
import { seenAlone } from '../asked';
import { findMeeting, runs } from '../meetings';
import { beginPaper, type Written, writeOn } from '../papers';

/** The words of the decision, by whoever runs the meeting that agreed on it; `matter` says that an assembly must vote. */
export async function writePaper(
  ctx: Ctx,
  { meetingId, version, body, matter }: Parsed<'forum.writePaper'>,
): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { meeting, topic: found } = await findMeeting(ctx, meetingId);
  const { topic } = await seenAlone(ctx, found.id);
  if (!runs(ctx, { meeting, topic })) throw new AppError('forbidden');
  if (meeting.status !== 'HELD' || topic.status !== 'DECIDE') throw new AppError('paper_action_not_allowed');
  const existing = await db.decisionPaper.findFirst({ where: { districtId, meetingId } });
  const words = { body, matter, writerId: actor.id, writtenAt: now };
  if (existing) {
    const written = await beginPaper(ctx, { id: existing.id, version }, 'write');
    await writeOn(ctx, written, words);
    return topic.id;
  }
  await db.decisionPaper.create({
    data: { ...words, districtId, id: uuid(), topicId: topic.id, meetingId },
    select: { id: true },
  });
  return topic.id;
}

/** 念给大家听: those who sat are asked whether it is what was said. Answers to an earlier reading do not count. */
export async function readPaper(ctx: Ctx, input: Parsed<'forum.readPaper'>): Promise<string> {
  const written = await beginPaper(ctx, input, 'readBack');
  await writeOn(ctx, written, { status: 'READ_BACK', reading: written.paper.reading + 1, readBackAt: ctx.now });
  await ctx.emit('paper.readBack', { paperId: written.paper.id });
  return written.topic.id;
}

/** One's own answer to the reading; said again it replaces the first. */
export async function answerPaper(ctx: Ctx, { id, agrees, note }: Parsed<'forum.answerPaper'>): Promise<string> {
  const written = await beginPaper(ctx, { id }, 'answer');
  return answered(ctx, written, { personId: ctx.actor.id, agrees, note, enteredById: null });
}

/** The recorder writes down what somebody said who sat and has no phone. */
export async function answerPaperFor(
  ctx: Ctx,
  { id, personId, agrees, note }: Parsed<'forum.answerPaperFor'>,
): Promise<string> {
  const written = await beginPaper(ctx, { id }, 'answer').catch(async (error: unknown) => {
    // Who runs the meeting need not have sat in it.
    if (error instanceof AppError && error.code === 'forbidden') return beginPaper(ctx, { id }, 'rewrite');
    throw error;
  });
  if (!runs(ctx, written)) throw new AppError('forbidden');
  if (written.paper.status !== 'READ_BACK') throw new AppError('paper_action_not_allowed');
  if (!written.meeting.seats.some((seat) => seat.personId === personId && seat.signedAt))
    throw new AppError('not_found');
  return answered(ctx, written, { personId, agrees, note, enteredById: ctx.actor.id });
}

async function answered(
  { db, districtId, now }: Ctx,
  { paper, topic }: Written,
  {
    personId,
    agrees,
    note,
    enteredById,
  }: { personId: string; agrees: boolean; note: string | undefined; enteredById: string | null },
): Promise<string> {
  const key = { districtId, paperId: paper.id, reading: paper.reading, personId };
  const said = { agrees, note: note ?? null, enteredById, at: now };
  await db.paperAnswer.upsert({
    where: { districtId_paperId_reading_personId: key },
    create: { ...key, ...said },
    update: said,
  });
  return topic.id;
}

/** Back to the writer, with what is to be mended. A vote on the old words no longer counts. */
export async function rewritePaper(ctx: Ctx, input: Parsed<'forum.rewritePaper'>): Promise<string> {
  const written = await beginPaper(ctx, input, 'rewrite');
  await writeOn(ctx, written, {
    ...{ status: 'DRAFT', confirmedById: null, confirmedAt: null },
    ...{ voteKind: null, voteEligible: null, votePresent: null, voteInFavour: null, voteHeldOn: null },
  });
  await tell(ctx, written, { action: 'rewrite', text: '协商结果有出入，退回去改', note: input.reason });
  return written.topic.id;
}

/** By the chair or whoever answers for the topic, never the writer, once enough of those who sat have heard it and nobody objects. */
export async function confirmPaper(ctx: Ctx, input: Parsed<'forum.confirmPaper'>): Promise<string> {
  const written = await beginPaper(ctx, input, 'confirm');
  await writeOn(ctx, written, { status: 'CONFIRMED', confirmedById: ctx.actor.id, confirmedAt: ctx.now });
  const text = written.paper.matter ? '协商结果确认了，还要村民（居民）会议表决' : '协商结果确认了，准备公布';
  await tell(ctx, written, { action: 'confirm', text, note: `到会的人听过并认可，至少 ${fewestHeard} 位` });
  return written.topic.id;
}

/** How the assembly voted. Throws paper_vote_impossible for counts that cannot be; a vote that failed is kept and keeps the paper from being published. */
export async function recordVote(ctx: Ctx, { id, version, vote }: Parsed<'forum.recordVote'>): Promise<string> {
  const written = await beginPaper(ctx, { id, version }, 'recordVote');
  const result = voteResult(vote);
  if (result === 'impossible') throw new AppError('paper_vote_impossible');
  await writeOn(ctx, written, {
    ...{ voteKind: vote.kind, voteEligible: vote.eligible, votePresent: vote.present, voteInFavour: vote.inFavour },
    voteHeldOn: new Date(`${vote.heldOn}T00:00:00Z`),
  });
  const text = result === 'passed' ? '村民（居民）会议表决通过' : '村民（居民）会议表决没有通过';
  await tell(ctx, written, {
    action: 'vote',
    text,
    note: `应到 ${vote.eligible}，实到 ${vote.present}，赞成 ${vote.inFavour}`,
  });
  return written.topic.id;
}

/** Publishes the decision for at least fifteen days: the topic goes on to be carried out. */
export async function publishPaper(ctx: Ctx, input: Parsed<'forum.publishPaper'>): Promise<string> {
  const written = await beginPaper(ctx, input, 'publish');
  await writeOn(ctx, written, { status: 'PUBLISHED', publishedAt: ctx.now });
  const { topic } = written;
  const begun = await begin(ctx, { id: topic.id, version: topic.version }, 'publish');
  return move(ctx, begun, { action: 'publish', text: '协商结果公布了，公布 15 天，定下来的事开始办' });
}
