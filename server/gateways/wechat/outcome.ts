/**
 * What a call to WeChat can come to. Every protocol outcome is a value, never an exception:
 * - `invalid_code` the login or phone code is unknown, spent or of another app: ask the person to try again
 * - `rate_limited` a limit of WeChat's is reached: try again later, not now
 * - `blocked` WeChat refuses this person (risk control)
 * - `config` our app id, secret, template, page or address list is wrong: someone must be told
 * - `unavailable` nothing happened there, a later try may succeed
 * - `refused` WeChat said no and will say no again (no quota, not allowed)
 * - `invalid_data` what we sent breaks WeChat's rules: sending it again is pointless
 * - `unknown_outcome` it may or may not have happened: do not simply repeat it
 */
export type FailureKind =
  | 'invalid_code'
  | 'rate_limited'
  | 'blocked'
  | 'config'
  | 'unavailable'
  | 'refused'
  | 'invalid_data'
  | 'unknown_outcome';

/** A failed call; `errcode` and `rid` (WeChat's request id) are there when WeChat gave them. Holds no secret. */
export interface Failure {
  ok: false;
  kind: FailureKind;
  errcode?: number;
  rid?: string;
}

/** The fields of `T` beside `ok: true`, or a failure. */
export type Outcome<T extends object> = ({ ok: true } & T) | Failure;

type Again = 'after_jitter' | 'with_fresh_token';

interface Rule {
  kind: FailureKind;
  /** Whether the same call is tried once more at once, and how. */
  again?: Again;
  /** The limit counts the whole app, so the path rests before it is called again. */
  rests?: boolean;
}

/** The one retry policy. Source: WeChat's error code tables (see the design notes on the protocol). */
const rules: Record<number, Rule> = {
  [-1]: { kind: 'unavailable', again: 'after_jitter' },
  40001: { kind: 'unavailable', again: 'with_fresh_token' },
  40014: { kind: 'unavailable', again: 'with_fresh_token' },
  42001: { kind: 'unavailable', again: 'with_fresh_token' },
  40029: { kind: 'invalid_code' },
  40163: { kind: 'invalid_code' },
  45011: { kind: 'rate_limited' },
  45009: { kind: 'rate_limited', rests: true },
  40226: { kind: 'blocked' },
  40002: { kind: 'config' },
  40013: { kind: 'config' },
  40037: { kind: 'config' },
  40125: { kind: 'config' },
  40164: { kind: 'config' },
  41001: { kind: 'config' },
  41002: { kind: 'config' },
  41004: { kind: 'config' },
  41030: { kind: 'config' },
  48001: { kind: 'config' },
  43101: { kind: 'refused' },
  61010: { kind: 'refused' },
  40003: { kind: 'invalid_data' },
  40129: { kind: 'invalid_data' },
  40169: { kind: 'invalid_data' },
  44004: { kind: 'invalid_data' },
  45002: { kind: 'invalid_data' },
  47001: { kind: 'invalid_data' },
  47003: { kind: 'invalid_data' },
};

/** The policy for one WeChat error code; a code not in the table counts as a final no. */
export const ruleFor = (errcode: number): Rule => rules[errcode] ?? { kind: 'refused' };

/** Builds the failure for an error code, taking WeChat's request id out of `errmsg` (the only thing read from it). */
export function failureOf(errcode: number, errmsg: string | undefined): Failure {
  const rid = errmsg?.match(/rid: ?([\w-]{1,64})/)?.[1];
  return { ok: false, kind: ruleFor(errcode).kind, errcode, ...(rid && { rid }) };
}
