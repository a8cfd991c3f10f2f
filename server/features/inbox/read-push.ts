import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Pushed } from './commands/receive-push';

const shortText = z.union([z.string().max(200), z.number()]).transform(String);

const Message = z.looseObject({
  FromUserName: z.string().regex(/^[\w-]{1,64}$/),
  CreateTime: z.coerce.number().int().nonnegative(),
  MsgType: z.string().regex(/^\w{1,32}$/),
  Event: z
    .string()
    .regex(/^\w{1,64}$/)
    .optional(),
  MsgId: shortText.optional(),
  trace_id: shortText.optional(),
  appid: z.string().optional(),
});

const reports = 'subscribe_msg_sent_event';
const digest = (fields: object) => createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);

/**
 * A push as the desk keeps it; undefined when it is not what WeChat documents, or names another app. Repetitions are known by the message number,
 * the trace of a check, or else by sender, second and event (WeChat's rule); reports on sent messages also by what they report, as several come in one
 * second.
 */
export function readPush(fields: Record<string, unknown>, appId: string): Pushed | undefined {
  const { data: message } = Message.safeParse(fields);
  if (!message || (message.appid !== undefined && message.appid !== appId)) return undefined;
  const { FromUserName: openid, CreateTime, MsgType, Event, MsgId, trace_id } = message;
  const kind = MsgType === 'event' ? `event:${Event ?? 'unknown'}` : MsgType;
  const isNumbered = MsgId !== undefined && MsgType !== 'event';
  const dedupeKey = isNumbered
    ? `message:${openid}:${MsgId}`
    : trace_id
      ? `check:${trace_id}`
      : `event:${openid}:${CreateTime}:${Event ?? MsgType}${Event === reports ? `:${digest(fields)}` : ''}`;
  return { openid, kind, dedupeKey, body: fields };
}
