import type { ChatMessage, Conversation, Outgoing, Sent, Thread } from './types';

export const emptyThread: Thread = {
  opening: undefined,
  conversation: undefined,
  messages: [],
  outgoing: [],
  hasEarlier: false,
  greetedAt: 0,
  problem: undefined,
};

/** Messages of two answers as one list: each once, the newer reading wins, in the order they were said. */
export function merge(known: readonly ChatMessage[], more: readonly ChatMessage[]): ChatMessage[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, message]));
  return [...byId.values()].sort((one, other) => one.seq - other.seq);
}

/** The outgoing list with one entry changed. */
export function change(outgoing: readonly Outgoing[], key: string, patch: Partial<Outgoing>): Outgoing[] {
  return outgoing.map((one) => (one.key === key ? { ...one, ...patch } : one));
}

/** Whether the same thing is already on its way, so that a second tap adds nothing. */
export function isUnderWay(outgoing: readonly Outgoing[], sent: Sent, paths: readonly string[]): boolean {
  const wanted = JSON.stringify([sent, paths]);
  return outgoing.some((one) => one.state === 'sending' && JSON.stringify([one.sent, one.paths]) === wanted);
}

const questions = ['choice', 'place', 'photo', 'confirm', 'slots'];

/** A card that asks for an answer. */
export function isQuestion(message: ChatMessage | undefined): boolean {
  return message?.card ? questions.includes(message.card.type) : false;
}

/** Whether this message's buttons still count: a question does until the person says the next thing, everything else always. */
export function isActive(message: ChatMessage, thread: Thread): boolean {
  if (!isQuestion(message)) return true;
  if (thread.outgoing.some((one) => one.state === 'sending')) return false;
  const later = thread.messages.filter((other) => other.seq > message.seq);
  return !later.some((other) => other.speaker === 'RESIDENT' || isQuestion(other));
}

/** Where the greeting stands on this visit: after what was said before, or on top (0) while a question or a person still waits. */
export function greetingSeq(messages: readonly ChatMessage[], conversation: Conversation): number {
  const waiting = conversation.mode !== 'BOT' || isQuestion(messages[messages.length - 1]);
  return waiting ? 0 : conversation.lastSeq;
}
