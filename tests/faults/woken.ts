import * as fire from './under-fire';

/** Whether a stream at one desk tells within two seconds of something said now, there or at another. */
export async function isWoken({
  listenAt,
  sayAt,
  token,
}: {
  listenAt: string;
  sayAt: string;
  token: string;
}): Promise<boolean> {
  const { conversation } = await fire.ok(listenAt, 'chat.open', {}, { token });
  const over = new AbortController();
  const query = new URLSearchParams({ conversationId: conversation.id, token, afterSeq: String(conversation.lastSeq) });
  const stream = await fetch(`${listenAt}/api/chat.stream?${query}`, { signal: over.signal });
  const late = setTimeout(() => over.abort(), 2000);
  try {
    await fire.ok(sayAt, 'chat.send', { text: '你好' }, { token });
    for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? [])
      if (part.includes('data:')) return true;
    return false;
  } catch {
    return false;
  } finally {
    clearTimeout(late);
    over.abort();
  }
}
