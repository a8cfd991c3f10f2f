import { answerBy, warnAnswerAt } from '#shared/domain/forum/questions';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import type { TextKind } from './text-kind';

/** One sentence to answer. When it goes or comes the map of opinions is drawn anew. */
const statement: TextKind = {
  load: async ({ db, districtId }, id) => {
    const found = await db.opinionStatement.findFirst({ where: { districtId, id } });
    if (!found) return null;
    const { authorId, topicId, checkState: state, body: words } = found;
    return { authorId, topicId, state, words };
  },
  settle: async ({ db, districtId }, id, checkState) => {
    const { topicId } = await db.opinionStatement.update({
      where: { districtId_id: { districtId, id } },
      data: { checkState },
    });
    await db.opinionMap.updateMany({ where: { districtId, topicId }, data: { wanted: true } });
  },
};

/** A question reaches its department when it has passed, and its clock starts then. */
const question: TextKind = {
  load: async (ctx, id) => {
    const found = await questionRow(ctx, id);
    return found && { authorId: found.askerId, topicId: found.topicId, state: found.checkState, words: found.body };
  },
  settle: async (ctx, id, checkState) => {
    const { db, districtId, now } = ctx;
    const before = await questionRow(ctx, id);
    const starts = checkState === 'PASSED' && !before?.answeredAt;
    const dueAt = starts ? answerBy(now, (await worldOf(db)).calendar) : null;
    await db.topicQuestion.update({
      where: { districtId_id: { districtId, id } },
      data: {
        checkState,
        ...(dueAt && { dueAt, alarmAt: warnAnswerAt(now, dueAt), alarmKind: 'WARN' }),
        ...(checkState !== 'PASSED' && { alarmAt: null, alarmKind: null }),
      },
      select: { id: true },
    });
    if (starts) await ctx.emit('question.asked', { questionId: id });
  },
};

/** A department's answer. One that breaks a rule is taken back: the question waits again, and the clock goes on as it was. */
const answer: TextKind = {
  load: async (ctx, id) => {
    const found = await questionRow(ctx, id);
    if (!found?.answer || !found.answeredById || !found.answerState) return null;
    return { authorId: found.answeredById, topicId: found.topicId, state: found.answerState, words: found.answer };
  },
  settle: async (ctx, id, answerState) => {
    const { db, districtId } = ctx;
    const before = await questionRow(ctx, id);
    const again = before?.dueAt
      ? {
          answer: null,
          answeredAt: null,
          alarmAt: before.overdueAt ? null : before.dueAt,
          alarmKind: 'OVERDUE' as const,
        }
      : { answer: null, answeredAt: null };
    await db.topicQuestion.update({
      where: { districtId_id: { districtId, id } },
      data: { answerState, ...(answerState === 'REFUSED' && again) },
      select: { id: true },
    });
    if (answerState === 'PASSED') await ctx.emit('question.answered', { questionId: id });
  },
};

const questionRow = ({ db, districtId }: Ctx, id: string) => db.topicQuestion.findFirst({ where: { districtId, id } });

/** What somebody who could not come says in a meeting. */
const word: TextKind = {
  load: async ({ db, districtId }, id) => {
    const found = await db.meetingLine.findFirst({ where: { districtId, id }, include: { meeting: true } });
    if (!found?.personId) return null;
    return { authorId: found.personId, topicId: found.meeting.topicId, state: found.checkState, words: found.body };
  },
  settle: async ({ db, districtId }, id, checkState) => {
    await db.meetingLine.updateMany({ where: { districtId, id }, data: { checkState } });
  },
};

/** A picture of a meeting, named `<meeting>:<attachment>`. */
const meetingPhoto: TextKind = {
  load: async ({ db, districtId }, textId) => {
    const [meetingId = '', attachmentId = ''] = textId.split(':');
    const photo = await db.meetingPhoto.findFirst({
      where: { districtId, meetingId, attachmentId },
      include: { meeting: true },
    });
    return photo && { authorId: photo.ownerId, topicId: photo.meeting.topicId, state: photo.checkState, attachmentId };
  },
  settle: async ({ db, districtId }, textId, checkState) => {
    const [meetingId = '', attachmentId = ''] = textId.split(':');
    await db.meetingPhoto.updateMany({ where: { districtId, meetingId, attachmentId }, data: { checkState } });
  },
};

/** What is said around the meeting: sentences to answer, questions and answers, words and pictures. */
export const saidTexts = {
  STATEMENT: statement,
  QUESTION: question,
  ANSWER: answer,
  WORD: word,
  MEETING_PHOTO: meetingPhoto,
};
