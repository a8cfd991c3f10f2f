import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { Sql } from './sql';

/** The catalogue of facts: past tense, ids and small facts only. Who listens is in worker.ts. */
export interface Events {
  'ticket.opened': { ticketId: string };
  'ticket.moved': { ticketId: string; action: string; stepId: string };
  'ticket.warned': { ticketId: string };
  'ticket.escalated': { ticketId: string; level: string };
  'ticket.joined': { ticketId: string; personId: string };
  'ticket.contactRevealed': { ticketId: string; reason: string };
  'tickets.exported': { rows: number; reason: string };
  'conversation.queued': { conversationId: string; queueCode: string };
  'conversation.taken': { conversationId: string };
  'conversation.replied': { conversationId: string };
  'conversation.returned': { conversationId: string; because: string };
  'person.signedIn': { personId: string };
  /** Somebody has chosen how to be called; others see it once it has passed its check. */
  'person.nicknameChosen': { nicknameId: string };
  'session.revoked': { sessionId: string };
  'sessions.ended': { count: number; because: string };
  'desktop.confirmed': { personId: string };
  'booking.opened': { bookingId: string };
  'booking.moved': { bookingId: string; action: string; stepId: string };
  'booking.reminded': { bookingId: string; kind: string };
  'followUp.due': { followUpId: string };
  'call.finished': { callId: string; bookingId: string; outcome: string };
  'waiting.offered': { entryId: string; slotId: string };
  'scores.exported': { rows: number; reason: string };
  'topic.raised': { topicId: string };
  'topic.moved': { topicId: string; action: string; stepId: string };
  'topic.alarmed': { topicId: string; kind: string };
  'topic.supported': { topicId: string; personId: string };
  'topic.unsupported': { topicId: string; personId: string };
  /** A piece of text that others are to read was written and waits for its check; `kind` and `textId` name it to forum's door. */
  'forum.textPosted': { kind: string; textId: string };
  'forum.textSettled': { kind: string; textId: string; state: string };
  'content.settled': { checkId: string; stage: string; byPerson: boolean };
  'content.reported': { checkId: string; reason: string };
  'content.appealed': { checkId: string };
  /** WeChat pushed something; `kind` is its message type, or `event:<name>`. The words are in the inbox. */
  'wechat.pushed': { messageId: string; kind: string };
  'meeting.called': { meetingId: string };
  'meeting.cancelled': { meetingId: string };
  'paper.readBack': { paperId: string };
  'question.asked': { questionId: string };
  'question.answered': { questionId: string };
  'question.warned': { questionId: string };
  'question.overdue': { questionId: string };
  'points.booked': { entryId: string };
  'points.bookAdopted': { bookId: string };
  'points.yearEnding': { householdId: string; year: number };
  'points.warned': { warningId: string };
  /** A change of households was asked for, agreed to by somebody, decided or withdrawn. */
  'household.moved': { moveId: string; action: 'ask' | 'consent' | 'grant' | 'refuse' | 'withdraw' };
  'household.changed': { householdId: string; personId: string; what: 'joined' | 'left' | 'head' };
  'batch.done': { batchId: string };
  'batch.exported': { batchId: string; rows: number };
  'claim.filed': { claimId: string };
  'claim.moved': { claimId: string; action: string; stepId: string };
  'claim.alarmed': { claimId: string; kind: string };
  'claim.objected': { claimId: string; objectionId: string };
  'claim.objectionAnswered': { claimId: string; objectionId: string };
  'redemption.moved': { redemptionId: string; state: string };
  'shop.stocked': { goodId: string; change: number; note: string };
  'shop.keeperChanged': { outletId: string; personId: string; isKeeper: boolean };
  'shop.settled': { settlementId: string };
  'shop.exported': { rows: number; reason: string };
  'privacy.copied': { requestId: string };
  'privacy.phoneShown': { personId: string; why: string };
  'privacy.requested': { requestId: string };
  /** Somebody wants to leave, has thought better of it, is gone. */
  'privacy.closingAsked': { closureId: string };
  'privacy.closingUndone': { closureId: string };
  'privacy.erased': { closureId: string };
  'privacy.answered': { requestId: string; granted: boolean };
  'learning.chosen': { personId: string; agreed: boolean };
  'learning.judged': { exampleId: string; accepted: boolean };
  'codes.made': { kind: string; count: number };
  'code.retired': { codeId: string };
  'world.imported': { what: string; rows: number };
  'assist.drafted': { kind: string; subjectId: string };
  'laws.imported': { versions: number };
}

export type EventName = keyof Events;
export type Emit = <N extends EventName>(name: N, payload: Events[N]) => Promise<void>;

/** One fact as a row, for callers that write it inside a statement of their own. */
export function eventRow<N extends EventName>(
  about: { districtId: string; actorId: string; requestId: string; now: Date },
  name: N,
  payload: Events[N],
) {
  return {
    districtId: about.districtId,
    id: uuid(),
    name,
    payload: payload as unknown as Prisma.InputJsonObject,
    actorId: about.actorId,
    requestId: about.requestId,
    at: about.now,
  };
}

/** Writes facts in the transaction of the command that makes them true. */
export function emitter(db: Sql, about: { districtId: string; actorId: string; requestId: string; now: Date }): Emit {
  return async (name, payload) => {
    const { districtId, id, actorId, requestId, at } = eventRow(about, name, payload);
    await db.$executeRaw`
      INSERT INTO "DomainEvent" ("districtId", "id", "name", "payload", "actorId", "requestId", "at")
      VALUES (${districtId}, ${id}::uuid, ${name}, ${JSON.stringify(payload)}::jsonb, ${actorId}::uuid, ${requestId}, ${at})`;
  };
}
