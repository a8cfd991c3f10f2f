import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';
import { v7 as uuid } from 'uuid';
import { AppError } from '#shared/errors';
import { readPush, receivePush } from '../features/inbox/index';
import { isSignedPlain, isTimely, openPush, type PushConfig, type PushQuery } from '../gateways/wechat/push';
import { pushFields } from '../gateways/wechat/push-body';
import { system } from '../kernel/context';
import { emitter } from '../kernel/events';
import { type Ground, inTransaction } from '../kernel/route';

/** Where WeChat sends its pushes: `<PUBLIC_URL>/wechat/push` in its console. */
export const pushPath = '/wechat/push';
const mostBytes = 256 * 1024;

export type PushSettings = PushConfig & { requireEncrypted?: boolean };

/**
 * GET proves the address to WeChat, POST takes a push: checked, opened, kept in the inbox, answered at once with `success`. WeChat waits five seconds
 * and sends up to three times. Stands before the body parser, which would not know XML. Without settings there is no such page.
 */
export const wechatPush = (ground: Ground, settings: PushSettings | undefined) => async (http: Context, next: Next) => {
  if (http.path !== pushPath || !settings) return next();
  const query = queryOf(http);
  const now = ground.now();
  http.type = 'text/plain';
  if (http.method === 'GET' || http.method === 'HEAD') {
    if (!isSignedPlain(settings.token, query) || !isTimely(query.timestamp, now.getTime()))
      throw new AppError('forbidden');
    http.body = /^[\x21-\x7e]{1,200}$/.test(one(http.query.echostr)) ? one(http.query.echostr) : '';
    return;
  }
  if (http.method !== 'POST') throw new AppError('not_found');
  const opened = openPush(settings, query, await bodyOf(http.req), now.getTime());
  if (!opened.ok) {
    ground.log.warn({ kind: opened.kind }, 'push refused');
    throw new AppError('forbidden');
  }
  const fields = pushFields(opened.message);
  const pushed = fields && readPush(fields, settings.appId);
  if (!pushed) throw new AppError('malformed_body');
  const { districtId } = ground;
  const requestId = String(http.state.requestId ?? uuid());
  await inTransaction(ground.prisma, (db) =>
    receivePush({ db, districtId, now, emit: emitter(db, { districtId, actorId: system.id, requestId, now }) }, pushed),
  );
  http.body = 'success';
};

/** The first of several values of one name. */
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

function queryOf({ query }: Context): PushQuery {
  const { timestamp, nonce, signature, msg_signature } = query;
  return {
    ...{ timestamp: one(timestamp), nonce: one(nonce) },
    ...(signature && { signature: one(signature) }),
    ...(msg_signature && { msg_signature: one(msg_signature) }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) throw new AppError('body_too_large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
