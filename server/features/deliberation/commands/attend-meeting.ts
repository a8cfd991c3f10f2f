import { v7 as uuid } from 'uuid';
import type { SignedVia } from '#prisma';
import type { Parsed } from '#shared/contract';
import { readSignCode } from '#shared/domain/forum/sign-code';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { posted } from '../../forum/index';
import { beginRun, findMeeting, type Met, maySit, mustAllow, seatOf } from '../meetings';

/** Whether one comes; residents who were not invited put themselves down by it. */
export async function answerMeeting(ctx: Ctx, { id, coming, online }: Parsed<'forum.answerMeeting'>): Promise<string> {
  const met = await findMeeting(ctx, id);
  if (!maySit(ctx, met)) throw new AppError('meeting_not_for_you');
  mustAllow(met.meeting.status, 'answer');
  if (online && !met.meeting.online) throw new AppError('meeting_not_online');
  await sit(ctx, met, ctx.actor.id, { coming, online: coming && online, repliedAt: ctx.now });
  return met.topic.id;
}

/** Signs in by the code at the door, scanned or copied. Throws meeting_code_invalid for a slip and meeting_code_unknown where no meeting is open. */
export async function signIn(ctx: Ctx, { code }: Parsed<'forum.signIn'>): Promise<string> {
  const { db, districtId } = ctx;
  const read = readSignCode(code);
  if (!read) throw new AppError('meeting_code_invalid');
  const found = await db.topicMeeting.findFirst({
    where: { districtId, signCode: read, status: 'OPEN' },
    select: { id: true },
  });
  if (!found) throw new AppError('meeting_code_unknown');
  return signedIn(ctx, await findMeeting(ctx, found.id), 'CODE');
}

/** Signs in from afar, where the meeting has an online part. */
export async function signInOnline(ctx: Ctx, { id }: Parsed<'forum.signInOnline'>): Promise<string> {
  const met = await findMeeting(ctx, id);
  if (!met.meeting.online) throw new AppError('meeting_not_online');
  mustAllow(met.meeting.status, 'sign');
  return signedIn(ctx, met, 'ONLINE');
}

async function signedIn(ctx: Ctx, met: Met, via: SignedVia): Promise<string> {
  if (!maySit(ctx, met)) throw new AppError('meeting_not_for_you');
  await sign(ctx, met, ctx.actor.id, via);
  return met.topic.id;
}

/** The recorder signs somebody in who is there without a phone and has a seat. */
export async function signInFor(ctx: Ctx, { id, personId }: Parsed<'forum.signInFor'>): Promise<string> {
  const met = await beginRun(ctx, { id }, 'sign');
  if (!met.meeting.seats.some((seat) => seat.personId === personId)) throw new AppError('not_found');
  await sign(ctx, met, personId, 'HAND');
  return met.topic.id;
}

/** The first signing counts; one that comes again changes nothing. */
async function sign(ctx: Ctx, met: Met, personId: string, signedVia: SignedVia): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  await sit(ctx, met, personId, {});
  await db.meetingSeat.updateMany({
    where: { districtId, meetingId: met.meeting.id, personId, signedAt: null },
    data: { signedAt: now, signedVia, signedById: actor.id, ...(signedVia === 'ONLINE' && { online: true }) },
  });
}

async function sit(
  { db, districtId }: Ctx,
  { meeting }: Met,
  personId: string,
  reply: { coming?: boolean; online?: boolean; repliedAt?: Date },
): Promise<void> {
  const seat = { districtId, meetingId: meeting.id, personId };
  await db.meetingSeat.createMany({ data: [{ ...seat, role: 'RESIDENT', invited: false }], skipDuplicates: true });
  if (reply.repliedAt) await db.meetingSeat.updateMany({ where: seat, data: reply });
}

/** A word from somebody who signed in; read by others once it has passed, and kept with the minutes. */
export async function sayOnline(ctx: Ctx, { id, body }: Parsed<'forum.sayOnline'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const met = await findMeeting(ctx, id);
  mustAllow(met.meeting.status, 'say');
  if (!seatOf(ctx, met.meeting)?.signedAt) throw new AppError('meeting_not_signed');
  const own = { districtId, meetingId: id, kind: 'ONLINE' as const };
  const said = await db.meetingLine.findMany({ where: own, select: { personId: true } });
  if (said.filter(({ personId }) => personId === actor.id).length >= wordsEach)
    throw new AppError('meeting_words_limit');
  const lineId = uuid();
  await db.meetingLine.create({
    data: { ...own, id: lineId, position: said.length + 1, body, personId: actor.id, checkState: 'PENDING', at: now },
    select: { id: true },
  });
  await posted(ctx, 'WORD', lineId);
  return met.topic.id;
}

/** One person says not more than this online in one meeting. Default, to be confirmed. */
const wordsEach = 10;
