import fc from 'fast-check';
import {
  mostRemaining,
  type WalletMove,
  type WalletNews,
  walletAfter,
  walletMove,
  walletWords,
} from '#shared/domain/notices/wallet';

const asked = (event: 'popup' | 'change', status: string): WalletNews => ({ event, status });
const sent = (errorCode: number, errorStatus: string): WalletNews => ({ event: 'sent', errorCode, errorStatus });

describe('the wallet of WeChat messages', () => {
  it.each([
    ['an accepted question adds one', asked('popup', 'accept'), 'more'],
    ['a refused question takes nothing back', asked('popup', 'reject'), undefined],
    ['a banned template adds nothing', asked('popup', 'ban'), undefined],
    ['switching off empties it', asked('change', 'reject'), 'none'],
    ['switching on again adds nothing', asked('change', 'accept'), undefined],
    ['a message that was shown was counted when it went', sent(0, 'success'), undefined],
    ['a message kept back by the person empties it', sent(9410001, 'failed:user block'), 'none'],
    ['a refusal by code empties it', sent(43101, ''), 'none'],
    ['a failure of WeChat itself leaves it', sent(9410002, 'failed: system failed'), undefined],
  ] as const)('%s', (_name, news, move) => {
    expect(walletMove(news)).toBe(move);
  });

  it('never has less than nothing and never more than the most, whatever happens', () => {
    const moves = fc.array(fc.constantFrom<WalletMove>('more', 'less', 'none'), { maxLength: 200 });
    fc.assert(
      fc.property(moves, (happened) => {
        const left = happened.reduce(walletAfter, 0);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(mostRemaining);
      }),
    );
  });

  it('says how many are left in the words of the person', () => {
    expect(walletWords(2)).toBe('还能提醒您 2 次，再点一次多加一次');
    expect(walletWords(0)).toContain('点一次');
  });
});
