/** Most messages of one template that a person's wallet says, whatever is claimed. Default, to be confirmed. */
export const mostRemaining = 50;

/** How a wallet changes: one more message, one less, or none left. */
export type WalletMove = 'more' | 'less' | 'none';

/** What WeChat tells of one template and one person. Source: the subscribe message events (platform 1.4). */
export type WalletNews =
  | { readonly event: 'popup' | 'change'; readonly status: string }
  | { readonly event: 'sent'; readonly errorCode: number; readonly errorStatus: string };

/**
 * What the news does to the wallet; undefined when it changes nothing. One accepted question is one message; refusing a question takes back nothing
 * that was accepted before; switching the messages off takes back everything, and so does a message that WeChat did not show because it is switched off.
 */
export function walletMove(news: WalletNews): WalletMove | undefined {
  switch (news.event) {
    case 'popup':
      return news.status === 'accept' ? 'more' : undefined;
    case 'change':
      return news.status === 'accept' ? undefined : 'none';
    case 'sent':
      return isBlocked(news) ? 'none' : undefined;
  }
}

/** Whether a message was kept back because the person wants none. */
export const isBlocked = ({ errorCode, errorStatus }: { errorCode: number; errorStatus: string }): boolean =>
  errorCode === 43101 || (errorCode !== 0 && /user (block|refuse)/i.test(errorStatus));

/** The wallet after a move: never below nothing, never above the most. */
export function walletAfter(remaining: number, move: WalletMove): number {
  if (move === 'none') return 0;
  return Math.min(mostRemaining, Math.max(0, remaining + (move === 'more' ? 1 : -1)));
}

/** The wallet in words for the person it belongs to. */
export const walletWords = (remaining: number): string =>
  remaining > 0 ? `还能提醒您 ${remaining} 次，再点一次多加一次` : '现在只在这里通知您，点一次就能在微信里提醒一次';
