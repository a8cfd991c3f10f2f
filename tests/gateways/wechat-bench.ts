import type { CallReport } from '#server/gateways/wechat/caller';
import { createWechat, type WechatOptions } from '#server/gateways/wechat/client';
import { type StandIn, startStandIn } from '#server/gateways/wechat/stand-in';
import type { StandInOptions } from '#server/gateways/wechat/stand-in/state';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';

export const appId = 'wx1234567890abcdef';
export const secret = 'secret-of-the-tests';
export const sendPath = '/cgi-bin/message/subscribe/send';
export const tokenPath = '/cgi-bin/stable_token';
export const loginPath = '/sns/jscode2session';
/** What a message that went answers: WeChat's number with all its digits. */
export const went = { ok: true, msgId: expect.stringMatching(/^\d{19}$/) };
export const message = { openid: 'o-wang', templateId: 'TPL_progress', data: { thing1: '路灯已修好' } };

/** A stand-in and a client of it that share one clock; `clock.at` is milliseconds since the epoch. */
export async function openBench(
  standInOptions: Partial<StandInOptions> = {},
  clientOptions: Partial<WechatOptions> = {},
) {
  const clock = { at: Date.parse('2026-03-02T09:00:00+08:00') };
  const now = () => clock.at;
  const reports: CallReport[] = [];
  const standIn: StandIn = await startStandIn({ appId, secret, now, ...standInOptions });
  const makeClient = (options: Partial<WechatOptions> = {}) =>
    createWechat({
      appId,
      secret,
      baseUrl: standIn.url,
      tokenStore: createMemoryTokenStore(),
      now,
      timeoutMs: 400,
      jitterMs: () => 1,
      onCall: (report) => reports.push(report),
      ...clientOptions,
      ...options,
    });
  return { clock, standIn, reports, makeClient, wechat: makeClient() };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;
