import { randomInt } from 'node:crypto';
import { encryptPush, type PushConfig, pushSignature } from '../push';

/** Where the stand-in pushes to, and with which keys. */
export interface PushTarget {
  url: string;
  config: PushConfig;
  /** Answers each media check with a pass after so many milliseconds; without it whoever plays WeChat pushes the verdict. */
  passMediaAfterMs?: number;
}

export interface PushOrder {
  message: Record<string, unknown>;
  /** `compatible` carries the plain fields beside the sealed ones. */
  mode?: 'aes' | 'plain' | 'compatible';
  format?: 'json' | 'xml';
}

const tries = 3;

/** A text as it stands in WeChat's XML: in CDATA; lists repeat their element. */
function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  const isNested = typeof value === 'object' && value !== null;
  const inner = isNested ? elements(value) : typeof value === 'number' ? String(value) : cdata(String(value));
  return `<${name}>${inner}</${name}>`;
}
const elements = (fields: object) =>
  Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const written = (fields: object, format: 'json' | 'xml') =>
  format === 'json' ? JSON.stringify(fields) : `<xml>${elements(fields)}</xml>`;

/** One request as WeChat would send it: address with its query, and the body. */
export function pushRequest(
  { url, config }: PushTarget,
  { message, mode = 'aes', format = 'json' }: PushOrder,
  nowMs: number,
): { url: string; body: string; type: string } {
  const timestamp = Math.floor(nowMs / 1000);
  const nonce = String(randomInt(1_000_000_000));
  const text = written(message, format);
  const { ToUserName = 'gh_desk', FromUserName = '' } = message;
  const address = new URL(url);
  const add = (name: string, value: string) => address.searchParams.set(name, value);
  add('signature', pushSignature(config.token, String(timestamp), nonce));
  add('timestamp', String(timestamp));
  add('nonce', nonce);
  add('openid', String(FromUserName));
  const type = format === 'json' ? 'application/json' : 'text/xml';
  if (mode === 'plain') return { url: address.href, body: text, type };
  const { Encrypt, MsgSignature } = encryptPush(config, text, { timestamp, nonce });
  add('encrypt_type', 'aes');
  add('msg_signature', MsgSignature);
  const sealed = mode === 'compatible' ? { ...message, Encrypt } : { ToUserName, Encrypt };
  return { url: address.href, body: written(sealed, format), type };
}

/** Sends a push, up to three times while it is not answered with `success`, as WeChat does. The last status; 0 when nobody answered. */
export async function sendPush(
  target: PushTarget,
  order: PushOrder,
  nowMs: number,
): Promise<{ status: number; text: string }> {
  const { url, body, type } = pushRequest(target, order, nowMs);
  let last = { status: 0, text: '' };
  for (let attempt = 0; attempt < tries && last.text !== 'success'; attempt += 1) {
    last = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
      signal: AbortSignal.timeout(5000),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => ({ status: 0, text: '' }));
  }
  return last;
}

/** The verdict of a media check as WeChat pushes it. */
export const mediaVerdict = (
  { traceId, openid }: { traceId: string; openid: string },
  appid: string,
  nowMs: number,
  { suggest = 'pass', label = 100 }: { suggest?: string; label?: number | string } = {},
): Record<string, unknown> => ({
  ...{ ToUserName: 'gh_desk', FromUserName: openid, CreateTime: Math.floor(nowMs / 1000), MsgType: 'event' },
  ...{ Event: 'wxa_media_check', appid, trace_id: traceId, version: 2, errcode: 0, errmsg: 'ok' },
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  result: { suggest, label },
});

/** A person's answer to the question about templates as WeChat pushes it. */
export const questionAnswer = (
  openid: string,
  said: Readonly<Record<string, string>>,
  nowMs: number,
): Record<string, unknown> => ({
  ...{ ToUserName: 'gh_desk', FromUserName: openid, CreateTime: Math.floor(nowMs / 1000), MsgType: 'event' },
  Event: 'subscribe_msg_popup_event',
  List: Object.entries(said).map(([TemplateId, SubscribeStatusString]) => ({
    ...{ TemplateId, SubscribeStatusString, PopupScene: '0' },
  })),
});
