import { AppError } from '#shared/errors';
import { sentenceOf } from '../hooks/use-command';
import { randomId } from '../services/platform';
import { callAsMe, ensureSession } from '../services/session';
import { sessionStore } from '../services/session-store';
import { keep, recall } from '../services/storage';
import { createStore } from '../services/store';
import { uploadPhoto } from '../services/upload';
import { change, emptyThread, greetingSeq, isUnderWay, merge } from './thread';
import type { Outgoing, Sent, Thread } from './types';

/** The one conversation of this phone. What could not be sent is kept in storage. */
export const threadStore = createStore<Thread>({ ...emptyThread, outgoing: kept() });

let opened: { for: string; when: Promise<void> } | undefined;
let queue: Promise<void> = Promise.resolve();

// Photos not yet uploaded are local files that a restart loses; words and uploaded photos are not.
function kept(): Outgoing[] {
  const left = recall<Outgoing[]>('chat.outgoing') ?? [];
  return left
    .filter((one) => one.paths.length === one.uploaded.length)
    .map((one) => ({ ...one, state: 'failed', problem: one.problem ?? '上次没有送到，内容还在' }));
}

function setOutgoing(outgoing: readonly Outgoing[]): void {
  threadStore.set({ outgoing });
  keep('chat.outgoing', outgoing.length > 0 ? outgoing : undefined);
}

async function openNow(token: string): Promise<void> {
  const { conversation, messages, hasEarlier, greeting, cards } = await callAsMe('chat.open', { limit: 20 });
  if (sessionStore.get().token !== token) return;
  threadStore.set({
    opening: { greeting, cards },
    conversation,
    messages: merge([], messages),
    hasEarlier,
    greetedAt: greetingSeq(messages, conversation),
    problem: undefined,
  });
}

/** Opens the conversation of whoever is signed in, once; again after another person came. Throws AppError. */
function ensureOpen(): Promise<void> {
  const token = sessionStore.get().token ?? '';
  if (opened?.for !== token) {
    const when = openNow(token).catch((failure) => {
      opened = undefined;
      throw failure;
    });
    opened = { for: token, when };
  }
  return opened.when;
}

/** Opens the desk: the conversation for a person signed in, else the first screen, which needs nobody. */
export async function openDesk(): Promise<void> {
  try {
    if (sessionStore.get().token) return await ensureOpen();
    opened = undefined;
    threadStore.set({ ...emptyThread, outgoing: threadStore.get().outgoing, opening: threadStore.get().opening });
    const opening = await callAsMe('chat.menu', {});
    if (!sessionStore.get().token) threadStore.set({ opening, problem: undefined });
  } catch (failure) {
    threadStore.set({ problem: failure instanceof AppError ? sentenceOf(failure) : '没有打开，请重试' });
  }
}

async function upload(one: Outgoing): Promise<Outgoing> {
  let uploaded = [...one.uploaded];
  for (const path of one.paths.slice(uploaded.length)) {
    const share = 100 / one.paths.length;
    const before = uploaded.length * share;
    const photo = await uploadPhoto(path, 'BEFORE', (percent) =>
      setOutgoing(
        change(threadStore.get().outgoing, one.key, { percent: Math.round(before + (percent * share) / 100) }),
      ),
    );
    uploaded = [...uploaded, photo];
    setOutgoing(change(threadStore.get().outgoing, one.key, { uploaded }));
  }
  return { ...one, uploaded };
}

async function deliver(key: string): Promise<void> {
  try {
    await ensureSession();
    await ensureOpen();
    const waiting = threadStore.get().outgoing.find((one) => one.key === key);
    if (!waiting) return;
    const { sent, uploaded } = await upload(waiting);
    const photos = uploaded.length > 0 ? { attachmentIds: uploaded.map((photo) => photo.id) } : {};
    const conversationId = threadStore.get().conversation?.id;
    const answer = await callAsMe(
      'chat.send',
      { ...(conversationId ? { conversationId } : {}), ...sent, ...photos },
      key,
    );
    const { messages, outgoing } = threadStore.get();
    threadStore.set({ conversation: answer.conversation, messages: merge(messages, answer.messages) });
    setOutgoing(outgoing.filter((one) => one.key !== key));
  } catch (failure) {
    const problem = failure instanceof AppError ? sentenceOf(failure) : '没有送到';
    setOutgoing(change(threadStore.get().outgoing, key, { state: 'failed', problem }));
  }
}

/** Says something: the bubble stands at once, turns go out one after another, a second identical tap adds nothing. */
export function say(sent: Sent, label: string, paths: readonly string[] = []): void {
  const { outgoing } = threadStore.get();
  if (isUnderWay(outgoing, sent, paths)) return;
  const key = randomId();
  setOutgoing([...outgoing, { key, sent, label, paths, uploaded: [], state: 'sending' }]);
  queue = queue.then(() => deliver(key));
}

/** Tries once more, with the same key, so that what did arrive the first time is not done twice. */
export function sayAgain(key: string): void {
  setOutgoing(change(threadStore.get().outgoing, key, { state: 'sending', problem: undefined }));
  queue = queue.then(() => deliver(key));
}

/** Drops what could not be sent; the words are handed back for the composer. */
export function takeBack(key: string): string {
  const { outgoing } = threadStore.get();
  const dropped = outgoing.find((one) => one.key === key);
  setOutgoing(outgoing.filter((one) => one.key !== key));
  return dropped?.sent.text ?? '';
}

/** Asks what is new since the last message here. Failures are silent: the next look comes soon. */
export async function refreshThread(): Promise<void> {
  const { conversation } = threadStore.get();
  if (!conversation) return;
  const afterSeq = lastSeq();
  const news = await callAsMe('chat.updates', { conversationId: conversation.id, afterSeq }).catch(() => undefined);
  const now = threadStore.get();
  if (!news || now.conversation?.id !== conversation.id) return;
  threadStore.set({ conversation: news.conversation, messages: merge(now.messages, news.messages) });
}

/** The number of the last message on this phone, 0 with none. */
export function lastSeq(): number {
  const { messages } = threadStore.get();
  return messages[messages.length - 1]?.seq ?? 0;
}

/** Reads the page of messages before the first one here. Throws AppError. */
export async function loadEarlier(): Promise<void> {
  const { conversation, messages } = threadStore.get();
  const [first] = messages;
  if (!conversation || !first) return;
  const page = await callAsMe('chat.history', { conversationId: conversation.id, beforeSeq: first.seq, limit: 20 });
  threadStore.set({ messages: merge(page.messages, threadStore.get().messages), hasEarlier: page.hasEarlier });
}
