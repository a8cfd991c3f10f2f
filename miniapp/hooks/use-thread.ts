import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { lastSeq, openDesk, refreshThread, threadStore } from '../chat/conversation';
import type { Thread } from '../chat/types';
import { watchConversation } from '../services/live';
import { sessionStore } from '../services/session-store';
import { useStore } from '../services/store';

/** The talk of whoever is signed in, kept up to date while its page is in sight. */
export function useThread(): { thread: Thread; reopen: () => void } {
  const { token } = useStore(sessionStore);
  const thread = useStore(threadStore);
  const [shown, setShown] = useState(true);
  const id = thread.conversation?.id;
  const reopen = useCallback(() => void openDesk(), []);

  // Another token is another person, who has another talk.
  useEffect(reopen, [token]);
  useDidShow(() => {
    setShown(true);
    void refreshThread();
  });
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!id || !shown) return;
    return watchConversation({ conversationId: id, refresh: () => void refreshThread(), lastSeq });
  }, [id, shown]);

  return { thread, reopen };
}
