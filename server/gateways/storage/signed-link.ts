import { createHmac, timingSafeEqual } from 'node:crypto';

export interface LinkKey {
  /** Names the secret in the link, so that secrets can be changed while old links live. */
  keyId: string;
  secret: string;
}

export type VerifiedLink =
  | { ok: true; path: string; expiresAt: Date }
  | { ok: false; kind: 'malformed' | 'unknown_key' | 'bad_signature' | 'expired' };

const sealOf = (path: string, expires: string, { keyId, secret }: LinkKey): Buffer =>
  createHmac('sha256', secret).update(`v1\n${keyId}\n${expires}\n${path}`).digest();

const linkForm =
  /^(?<path>\/[^?#\s]*)\?expires=(?<expires>\d{1,12})&key=(?<keyId>[\w-]{1,32})&seal=(?<seal>[\w-]{43})$/;

/**
 * Makes a link that is good until `expiresAt` (whole seconds, rounded down). The path starts with `/` and has no query.
 * Throws a RangeError for a path or key id that could not be read back.
 */
export function signLink(path: string, { expiresAt, ...key }: LinkKey & { expiresAt: Date }): string {
  const expires = String(Math.floor(expiresAt.getTime() / 1000));
  const link = `${path}?expires=${expires}&key=${key.keyId}&seal=${sealOf(path, expires, key).toString('base64url')}`;
  if (!linkForm.test(link)) throw new RangeError('not a path that can be signed');
  return link;
}

/** Checks a link as it came (path and query). `keys` are all secrets still honoured. The seal is compared in constant time. */
export function verifyLink(link: string, { keys, now }: { keys: LinkKey[]; now: Date }): VerifiedLink {
  const { path, expires, keyId, seal } = link.match(linkForm)?.groups ?? {};
  if (!path || !expires || !seal) return { ok: false, kind: 'malformed' };
  const key = keys.find((one) => one.keyId === keyId);
  if (!key) return { ok: false, kind: 'unknown_key' };
  const given = Buffer.from(seal, 'base64url');
  const expected = sealOf(path, expires, key);
  const isSealed = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isSealed || given.toString('base64url') !== seal) return { ok: false, kind: 'bad_signature' };
  const expiresAt = new Date(Number(expires) * 1000);
  return expiresAt > now ? { ok: true, path, expiresAt } : { ok: false, kind: 'expired' };
}
