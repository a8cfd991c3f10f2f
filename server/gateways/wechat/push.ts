import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { pushFields } from './push-body';

/** What is set in WeChat's console for message push. `encodingAesKey` has 43 characters. */
export interface PushConfig {
  appId: string;
  token: string;
  encodingAesKey: string;
}

/** The query WeChat adds to each push; `timestamp` in seconds since the epoch. */
export interface PushQuery {
  timestamp: string;
  nonce: string;
  signature?: string;
  msg_signature?: string;
}

export type PushRefusal = 'bad_signature' | 'stale' | 'bad_cipher' | 'bad_padding' | 'wrong_app' | 'malformed';
export type Opened = { ok: true; message: string } | { ok: false; kind: PushRefusal };

const padBlock = 32;
const headLength = 20;
/** A push older or newer than this is refused. Default, to be confirmed: 5 minutes. */
const timelySeconds = 300;

/** SHA-1 over the sorted parts, lower-case hex. Source: WeChat message push. */
export const pushSignature = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex');

function isSame(given: string | undefined, expected: string): boolean {
  const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether the address check (GET) or a plain push (POST) comes from WeChat. */
export const isSignedPlain = (token: string, query: PushQuery): boolean =>
  isSame(query.signature, pushSignature(token, query.timestamp, query.nonce));

/** Whether a push was sent about now. `now` in milliseconds since the epoch. */
export function isTimely(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= timelySeconds;
}

const keyOf = (encodingAesKey: string) => Buffer.from(`${encodingAesKey}=`, 'base64');

function decipher(key: Buffer, encrypted: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(encrypted), cipher.final()]);
}

/** Undefined unless every padding byte says the same length, from 1 to 32. */
function unpadded(plain: Buffer): Buffer | undefined {
  const length = plain.at(-1) ?? 0;
  if (length < 1 || length > padBlock || length > plain.length) return undefined;
  return plain.subarray(-length).every((byte) => byte === length) ? plain.subarray(0, -length) : undefined;
}

/** Opens an `Encrypt` field. Padding, inner length and app id are checked strictly. */
export function decryptPush(config: Pick<PushConfig, 'appId' | 'encodingAesKey'>, encrypted: string): Opened {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted)) return { ok: false, kind: 'bad_cipher' };
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % padBlock !== 0) return { ok: false, kind: 'bad_cipher' };
  const plain = unpadded(decipher(keyOf(config.encodingAesKey), bytes));
  if (!plain) return { ok: false, kind: 'bad_padding' };
  if (plain.length < headLength) return { ok: false, kind: 'malformed' };
  const messageEnd = headLength + plain.readUInt32BE(16);
  if (messageEnd > plain.length) return { ok: false, kind: 'malformed' };
  if (plain.toString('utf8', messageEnd) !== config.appId) return { ok: false, kind: 'wrong_app' };
  return { ok: true, message: plain.toString('utf8', headLength, messageEnd) };
}

export interface SealedReply {
  Encrypt: string;
  MsgSignature: string;
  TimeStamp: number;
  Nonce: string;
}

/** Seals a reply (or, for a stand-in, a push). `timestamp` in seconds; `random` are the 16 leading bytes. */
export function encryptPush(
  config: PushConfig,
  message: string,
  { timestamp, nonce, random = randomBytes(16) }: { timestamp: number; nonce: string; random?: Buffer },
): SealedReply {
  const key = keyOf(config.encodingAesKey);
  const body = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const open = Buffer.concat([random, length, body, Buffer.from(config.appId, 'utf8')]);
  const pad = padBlock - (open.length % padBlock);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([open, Buffer.alloc(pad, pad)]);
  const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  return {
    Encrypt: encrypted,
    MsgSignature: pushSignature(config.token, String(timestamp), nonce, encrypted),
    TimeStamp: timestamp,
    Nonce: nonce,
  };
}

function sealedIn(body: string): string | undefined {
  const sealed = pushFields(body)?.Encrypt;
  return typeof sealed === 'string' ? sealed : undefined;
}

/**
 * Checks and opens one push whose body is JSON or XML text: encrypted (secure and compatible mode) or plain.
 * A plain body is refused when `requireEncrypted` is set. `now` in milliseconds since the epoch.
 */
export function openPush(
  config: PushConfig & { requireEncrypted?: boolean },
  query: PushQuery,
  body: string,
  now: number,
): Opened {
  const encrypted = sealedIn(body);
  const isSigned = encrypted
    ? isSame(query.msg_signature, pushSignature(config.token, query.timestamp, query.nonce, encrypted))
    : !config.requireEncrypted && isSignedPlain(config.token, query);
  if (!isSigned) return { ok: false, kind: 'bad_signature' };
  if (!isTimely(query.timestamp, now)) return { ok: false, kind: 'stale' };
  return encrypted ? decryptPush(config, encrypted) : { ok: true, message: body };
}
