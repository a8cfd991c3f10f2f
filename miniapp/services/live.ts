import Taro from '@tarojs/taro';
import { authorization } from './api';
import { inWechat } from './platform';
import { sessionStore } from './session-store';

const watchedEveryMs = 4_000;
const restingEveryMs = 15_000;

interface Watch {
  conversationId: string;
  /** Asks the server what is new. Called by the timer and by every sign of life on the live channel. */
  refresh: () => void;
  /** The last message the phone has. */
  lastSeq: () => number;
}

/** A live channel that only ever says "ask again": SSE in the browser, a chunked request in WeChat. Returns how to close it. */
function openChannel({ conversationId, refresh, lastSeq }: Watch, alive: (is: boolean) => void): () => void {
  const url = `${API_BASE}/api/chat.stream?conversationId=${conversationId}&afterSeq=${lastSeq()}`;
  if (!inWechat) {
    if (typeof EventSource === 'undefined') return () => undefined;
    const source = new EventSource(`${url}&token=${encodeURIComponent(sessionStore.get().token ?? '')}`);
    source.onopen = () => alive(true);
    source.onerror = () => alive(false);
    source.onmessage = refresh;
    return () => source.close();
  }
  const task = Taro.request({
    url,
    enableChunked: true,
    responseType: 'arraybuffer',
    timeout: 600_000,
    header: authorization(),
  });
  task.onChunkReceived?.(() => {
    alive(true);
    refresh();
  });
  task.then(
    () => alive(false),
    () => alive(false),
  );
  return () => task.abort?.();
}

/** Watches a conversation until the returned function is called: polling always, the live channel where there is one. */
export function watchConversation(watch: Watch): () => void {
  let live = false;
  let last = Date.now();
  const close = openChannel(watch, (is) => {
    live = is;
  });
  const resting = () => live || (typeof document !== 'undefined' && document.visibilityState === 'hidden');
  const timer = setInterval(() => {
    if (Date.now() - last < (resting() ? restingEveryMs : watchedEveryMs)) return;
    last = Date.now();
    watch.refresh();
  }, 1_000);
  return () => {
    clearInterval(timer);
    close();
  };
}
