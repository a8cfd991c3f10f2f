import { z } from 'zod';
import { exchange } from '../exchange';
import { type CallerOptions, createCaller, jsonOf, type Reply, readBy } from './caller';
import type { Outcome } from './outcome';
import { textParts, type Verdict, worst } from './verdict';

export interface WechatOptions extends CallerOptions {
  /** Which release of the mini-program a notice opens; WeChat wants it said. */
  miniprogramState?: 'formal' | 'trial' | 'developer';
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page with its query that a tap opens. */
  page?: string;
  /** Template key to text, already within the field limits (`fitField`). */
  data: Record<string, string>;
}

/** Where a text or picture will be seen: 1 profile, 2 comment, 3 forum, 4 social log. Source: msg_sec_check. */
export type Scene = 1 | 2 | 3 | 4;

export interface QrCode {
  /** At most 32 characters of WeChat's set: an opaque id, never a name. */
  scene: string;
  /** Page without leading slash or query. */
  page: string;
  checkPath?: boolean;
  envVersion?: 'release' | 'trial' | 'develop';
  /** Pixels, 280 to 1280. */
  width?: number;
}

/** WeChat's calls as the desk needs them. Every protocol outcome is a value; nothing here logs. */
export interface Wechat {
  /** Trades a `wx.login` code for the person's openid. The session key must never leave the server. */
  code2Session(code: string): Promise<Outcome<{ openid: string; sessionKey: string; unionid?: string }>>;
  /** Trades a phone-number button's code (not a login code) for the number; refuses a number meant for another app. */
  getPhoneNumber(code: string): Promise<Outcome<{ phoneNumber: string; purePhoneNumber: string; countryCode: string }>>;
  /** Sends one subscribe message. A lost answer is `unknown_outcome`: WeChat has no key against sending twice. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Outcome<{ msgId?: string }>>;
  /** Checks a text of any length; parts are judged one by one and the worst verdict counts. */
  checkText(text: { openid: string; content: string; scene: Scene }): Promise<Outcome<Verdict>>;
  /** Asks for a picture or sound to be checked; the verdict comes later as a push event with the same trace id. */
  checkMedia(media: {
    openid: string;
    url: string;
    type: 'image' | 'audio';
    scene: Scene;
  }): Promise<Outcome<{ traceId: string }>>;
  /** Says a text in WeChat's own customer-service window, while it is open. A lost answer is `unknown_outcome`. */
  sendCustomText(message: { openid: string; text: string }): Promise<Outcome<object>>;
  /** Fetches a picture somebody sent in that window, at most 10 MB. Addresses that are not WeChat's are `invalid_data`. */
  fetchPicture(url: string): Promise<Outcome<{ image: Buffer }>>;
  /** Makes a mini-program code picture (PNG or JPEG bytes). */
  getUnlimitedQrCode(code: QrCode): Promise<Outcome<{ image: Buffer }>>;
}

const Session = z
  .object({ openid: z.string().min(1), session_key: z.string().min(1), unionid: z.string().optional() })
  .transform(({ openid, session_key, unionid }) => ({ openid, sessionKey: session_key, ...(unionid && { unionid }) }));

const Phone = z.object({
  phone_info: z.object({
    phoneNumber: z.string().min(1),
    purePhoneNumber: z.string().min(1),
    countryCode: z.coerce.string(),
    watermark: z.object({ appid: z.string() }),
  }),
});

const Checked = z
  .object({
    trace_id: z.string(),
    result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.coerce.number() }),
  })
  .transform(({ trace_id, result }) => ({ suggest: result.suggest, label: result.label, traceId: trace_id }));

const Traced = z.object({ trace_id: z.string().min(1) }).transform(({ trace_id }) => ({ traceId: trace_id }));
const Done = z.object({ errcode: z.coerce.number() }).transform(() => ({}));

/** WeChat's number of a message, where it gives one: digits, read from the text because a JavaScript number keeps too few of them. */
function numbered({ bytes }: Reply): { msgId?: string } {
  const msgId = /"msgid"\s*:\s*"?(\d{1,25})/.exec(bytes.toString('utf8'))?.[1];
  return msgId ? { msgId } : {};
}

const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const readImage = ({ bytes }: Reply) =>
  bytes.subarray(0, 3).equals(jpeg) || bytes.subarray(0, 4).equals(png) ? { image: bytes } : undefined;

/** Pictures of the window are WeChat's own, of at most 10 MB. */
const pictureLimits = { ms: 5000, bytes: 10 * 1024 * 1024 } as const;

/** The address of a picture, if it is on a host of WeChat's (or of the stand-in): nothing else is ever fetched for a stranger. */
function pictureAddress(given: string, baseUrl: string): URL | undefined {
  if (!URL.canParse(given)) return undefined;
  const url = new URL(given);
  if (url.origin === new URL(baseUrl).origin) return url;
  if (!/^https?:$/.test(url.protocol) || !/(^|\.)(qpic\.cn|qq\.com)$/.test(url.hostname)) return undefined;
  url.protocol = 'https:';
  return url;
}

/** Builds the client against `baseUrl`: WeChat's API host, or the stand-in in development and tests. */
export function createWechat(options: WechatOptions): Wechat {
  const { appId, secret, miniprogramState = 'formal' } = options;
  const call = createCaller(options);
  const post = { method: 'POST', needsToken: true, whenLost: 'unavailable' } as const;

  const checkPart = (part: { openid: string; content: string; scene: Scene }) =>
    call({ ...post, path: '/wxa/msg_sec_check', body: { ...part, version: 2 }, read: readBy(Checked) });

  return {
    code2Session: (code) =>
      call({
        path: '/sns/jscode2session',
        method: 'GET',
        query: { appid: appId, secret, js_code: code, grant_type: 'authorization_code' },
        needsToken: false,
        whenLost: 'unavailable',
        read: readBy(Session),
      }),
    getPhoneNumber: (code) =>
      call({
        ...post,
        path: '/wxa/business/getuserphonenumber',
        body: { code },
        read: (reply) => {
          const info = Phone.safeParse(jsonOf(reply)).data?.phone_info;
          if (info?.watermark.appid !== appId) return undefined;
          const { phoneNumber, purePhoneNumber, countryCode } = info;
          return { phoneNumber, purePhoneNumber, countryCode };
        },
      }),
    sendSubscribeMessage: ({ openid, templateId, page, data }) =>
      call({
        ...post,
        path: '/cgi-bin/message/subscribe/send',
        body: {
          touser: openid,
          template_id: templateId,
          ...(page && { page }),
          data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
          miniprogram_state: miniprogramState,
          lang: 'zh_CN',
        },
        whenLost: 'unknown_outcome',
        read: (reply) => (readBy(Done)(reply) ? numbered(reply) : undefined),
      }),
    async checkText({ openid, content, scene }) {
      let verdict: Verdict | undefined;
      for (const part of textParts(content)) {
        const checked = await checkPart({ openid, content: part, scene });
        if (!checked.ok) return checked;
        verdict = worst(verdict, { suggest: checked.suggest, label: checked.label, traceId: checked.traceId });
        if (verdict.suggest === 'risky') break;
      }
      return verdict ? { ok: true, ...verdict } : { ok: false, kind: 'invalid_data' };
    },
    checkMedia: ({ openid, url, type, scene }) =>
      call({
        ...post,
        path: '/wxa/media_check_async',
        body: { media_url: url, media_type: type === 'audio' ? 1 : 2, version: 2, scene, openid },
        read: readBy(Traced),
      }),
    sendCustomText: ({ openid, text }) =>
      call({
        ...post,
        path: '/cgi-bin/message/custom/send',
        body: { touser: openid, msgtype: 'text', text: { content: text } },
        whenLost: 'unknown_outcome',
        read: readBy(Done),
      }),
    async fetchPicture(given) {
      const url = pictureAddress(given, options.baseUrl);
      if (!url) return { ok: false, kind: 'invalid_data' };
      const signal = AbortSignal.timeout(pictureLimits.ms);
      const got = await exchange(options.fetch ?? fetch, { method: 'GET', url, signal, maxBytes: pictureLimits.bytes });
      return got.kind === 'reply' && got.status === 200
        ? { ok: true, image: got.bytes }
        : { ok: false, kind: 'unavailable' };
    },
    getUnlimitedQrCode: ({ scene, page, checkPath = true, envVersion = 'release', width = 430 }) =>
      call({
        ...post,
        path: '/wxa/getwxacodeunlimit',
        body: { scene, page, check_path: checkPath, env_version: envVersion, width },
        read: readImage,
      }),
  };
}
