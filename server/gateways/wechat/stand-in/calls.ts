import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { encode } from 'uqr';
import { z } from 'zod';
import type { StandInState } from './state';
import { isFieldAccepted } from './template-fields';
import type { Tokens } from './tokens';

/** What a call answers: an error code, a JSON text or object, or a picture. */
export type Answer = number | string | object | Buffer;

export interface Asked {
  query: URLSearchParams;
  body: unknown;
}

interface Known {
  method: 'GET' | 'POST';
  needsToken: boolean;
  answer(state: StandInState, tokens: Tokens, asked: Asked): Answer | Promise<Answer>;
}

const openid = /^[\w-]{3,64}$/;
const text = z.string();

/** Error code of a wrong app id or secret, else 0. */
function credentialError(state: StandInState, appId: unknown, secret: unknown): number {
  if (appId !== state.options.appId) return 40013;
  return secret === state.options.secret ? 0 : 40125;
}

const TokenBody = z.looseObject({ grant_type: text, appid: text, secret: text, force_refresh: z.boolean().optional() });
const CodeBody = z.looseObject({ code: text });
const MessageBody = z.looseObject({
  touser: text,
  template_id: text,
  page: text.optional(),
  miniprogram_state: text.optional(),
  data: z.record(text, z.object({ value: z.union([text, z.number()]).transform(String) })),
});
const TextBody = z.looseObject({ content: text, version: z.literal(2), scene: z.number(), openid: text });
const MediaBody = z.looseObject({
  media_url: text,
  media_type: z.number(),
  version: z.literal(2),
  scene: z.number(),
  openid: text,
});
const CustomBody = z.looseObject({
  touser: text,
  msgtype: z.literal('text'),
  text: z.object({ content: text.min(1) }),
});
const QrBody = z.looseObject({ scene: text, page: text.optional(), width: z.number().default(430) });

function sendMessage(state: StandInState, given: unknown): Answer {
  const { data: message } = MessageBody.safeParse(given);
  if (!message) return 47001;
  if (!openid.test(message.touser)) return 40003;
  const { templates } = state.options;
  const keys = templates ? templates[message.template_id] : Object.keys(message.data);
  if (!keys || !/^[\w-]{6,64}$/.test(message.template_id)) return 40037;
  const values = Object.fromEntries(Object.entries(message.data).map(([key, { value }]) => [key, value]));
  if (keys.length === 0 || !keys.every((key) => isFieldAccepted(key, values[key] ?? ''))) return 47003;
  if (message.page?.startsWith('/')) return 41030;
  if (!state.useQuota(message.touser, message.template_id)) return 43101;
  const msgId = state.nextMsgId();
  state.keepSent({
    msgId,
    openid: message.touser,
    templateId: message.template_id,
    page: message.page,
    data: values,
    state: message.miniprogram_state ?? 'formal',
    sentAt: new Date(state.now()).toISOString(),
  });
  // Written by hand: WeChat's number has more digits than a JavaScript number keeps.
  return `{"errcode":0,"errmsg":"ok","msgid":${msgId}}`;
}

/** Texts with these marks are judged so; all others pass. */
const marks = [
  { mark: '【违规】', suggest: 'risky', label: 20006 },
  { mark: '【待审】', suggest: 'review', label: 21000 },
] as const;

function checkText(given: unknown): Answer {
  const { data: asked } = TextBody.safeParse(given);
  if (!asked) return 47001;
  if (![1, 2, 3, 4].includes(asked.scene)) return 40129;
  if (asked.content.trim() === '') return 44004;
  if (asked.content.length > 2500) return 45002;
  if (!openid.test(asked.openid)) return 40003;
  const { suggest, label } = marks.find(({ mark }) => asked.content.includes(mark)) ?? { suggest: 'pass', label: 100 };
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return { errcode: 0, errmsg: 'ok', trace_id: randomUUID(), result: { suggest, label }, detail };
}

function checkMedia(state: StandInState, given: unknown): Answer {
  const { data: asked } = MediaBody.safeParse(given);
  if (!asked || !/^https?:\/\//.test(asked.media_url) || ![1, 2].includes(asked.media_type)) return 47001;
  if (![1, 2, 3, 4].includes(asked.scene)) return 40129;
  const traceId = randomUUID();
  state.keepMedia({ traceId, openid: asked.openid, url: asked.media_url });
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
}

function sayText(state: StandInState, given: unknown): Answer {
  const { data: asked } = CustomBody.safeParse(given);
  if (!asked) return 47001;
  if (Buffer.byteLength(asked.text.content) > 2048) return 45002;
  return state.say(asked.touser, asked.text.content) || { errcode: 0, errmsg: 'ok' };
}

async function drawCode(given: unknown): Promise<Answer> {
  const { data: asked } = QrBody.safeParse(given);
  if (!asked || asked.width < 280 || asked.width > 1280) return 47001;
  if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(asked.scene)) return 40169;
  if (asked.page?.startsWith('/') || asked.page?.includes('?')) return 41030;
  // An ordinary QR code: nobody takes it for one that WeChat drew.
  const { data, size } = encode(`${asked.page ?? ''}?scene=${asked.scene}`, { ecc: 'M', border: 4 });
  const dots = Buffer.from(data.flatMap((row) => row.map((dark) => (dark ? 0 : 255))));
  return sharp(dots, { raw: { width: size, height: size, channels: 1 } })
    .resize(asked.width, asked.width, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

function phoneOf(state: StandInState, given: unknown): Answer {
  const { data: asked } = CodeBody.safeParse(given);
  const phone = asked ? state.spend('phone', asked.code) : 47001;
  if (typeof phone === 'number') return phone === 40163 ? 40029 : phone;
  const watermark = { timestamp: Math.floor(state.now() / 1000), appid: state.options.appId };
  const phone_info = { phoneNumber: phone, purePhoneNumber: phone, countryCode: 86, watermark };
  return { errcode: 0, errmsg: 'ok', phone_info };
}

/** The calls of WeChat's that the stand-in speaks, by path. */
export const knownCalls: Record<string, Known> = {
  '/sns/jscode2session': {
    method: 'GET',
    needsToken: false,
    answer(state, _tokens, { query }) {
      const wrong = credentialError(state, query.get('appid'), query.get('secret'));
      if (wrong) return wrong;
      if (query.get('grant_type') !== 'authorization_code') return 40002;
      const subject = state.spend('login', query.get('js_code') ?? '');
      if (typeof subject === 'number') return subject;
      return { openid: subject, session_key: Buffer.from(subject.padEnd(16, '0').slice(0, 16)).toString('base64') };
    },
  },
  '/cgi-bin/stable_token': {
    method: 'POST',
    needsToken: false,
    answer(state, tokens, { body }) {
      const { data: asked } = TokenBody.safeParse(body);
      if (!asked) return 41002;
      const wrong = credentialError(state, asked.appid, asked.secret);
      if (wrong) return wrong;
      return asked.grant_type === 'client_credential' ? tokens.issue(asked.force_refresh === true) : 40002;
    },
  },
  '/wxa/business/getuserphonenumber': {
    method: 'POST',
    needsToken: true,
    answer: (state, _tokens, { body }) => phoneOf(state, body),
  },
  '/cgi-bin/message/subscribe/send': {
    method: 'POST',
    needsToken: true,
    answer: (state, _tokens, { body }) => sendMessage(state, body),
  },
  '/cgi-bin/message/custom/send': {
    method: 'POST',
    needsToken: true,
    answer: (state, _tokens, { body }) => sayText(state, body),
  },
  '/wxa/msg_sec_check': { method: 'POST', needsToken: true, answer: (_state, _tokens, { body }) => checkText(body) },
  '/wxa/media_check_async': {
    method: 'POST',
    needsToken: true,
    answer: (state, _tokens, { body }) => checkMedia(state, body),
  },
  '/wxa/getwxacodeunlimit': { method: 'POST', needsToken: true, answer: (_state, _tokens, { body }) => drawCode(body) },
};
