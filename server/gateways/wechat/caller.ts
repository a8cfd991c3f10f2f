import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Breaker, createBreaker } from '../breaker';
import { type Exchange, exchange, orAborted } from '../exchange';
import { type Failure, failureOf, type Outcome, ruleFor } from './outcome';
import { createTokenSource, type TokenStore } from './token';

export type Reply = Extract<Exchange, { kind: 'reply' }>;

/** One call of WeChat's, without its access token. */
export interface Call<T extends object> {
  path: string;
  method: 'GET' | 'POST';
  query?: Record<string, string>;
  body?: object;
  needsToken: boolean;
  /** What a request without a usable answer means: `unknown_outcome` when repeating it could do the thing twice. */
  whenLost: 'unavailable' | 'unknown_outcome';
  /** The typed answer of a reply without an error code; undefined when it is not what was promised. */
  read(reply: Reply): T | undefined;
}

/** What one finished call looked like, for logs and metrics. Holds no secret, no token, no openid. */
export interface CallReport {
  path: string;
  kind: 'ok' | Failure['kind'];
  errcode?: number;
  rid?: string;
  attempts: number;
  ms: number;
}

export interface CallerOptions {
  appId: string;
  secret: string;
  baseUrl: string;
  tokenStore: TokenStore;
  fetch?: typeof fetch;
  /** Present, milliseconds since the epoch. */
  now?: () => number;
  /** Longest time of a whole call, token and second attempt included, milliseconds. */
  timeoutMs?: number;
  /** Wait before the second attempt when WeChat is busy, milliseconds. */
  jitterMs?: () => number;
  onCall?: (report: CallReport) => void;
}

export type Caller = <T extends object>(call: Call<T>) => Promise<Outcome<T>>;

const ErrorPart = z.looseObject({ errcode: z.coerce.number().int().optional(), errmsg: z.string().optional() });
const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** The JSON of a reply whatever its content type says; undefined when it is none. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Reads a JSON reply by a schema. */
export function readBy<S extends z.ZodType>(schema: S): (reply: Reply) => z.output<S> | undefined {
  return (reply) => schema.safeParse(jsonOf(reply)).data;
}

const late: Failure = { ok: false, kind: 'unavailable' };

function outcomeOf<T extends object>(call: Call<T>, sent: Exchange): Outcome<T> {
  if (sent.kind === 'not_sent') return { ok: false, kind: 'unavailable' };
  const lost: Failure = { ok: false, kind: call.whenLost };
  if (sent.kind === 'lost') return lost;
  const { data: part } = ErrorPart.safeParse(jsonOf(sent));
  if (part?.errcode) return failureOf(part.errcode, part.errmsg);
  if (sent.status !== 200) return lost;
  const value = call.read(sent);
  return value ? { ...value, ok: true } : lost;
}

/**
 * The one way a request leaves for WeChat: time-out, size cap, shared token, one second attempt by the policy table, breaker by path.
 * Protocol outcomes are values; only a failing token store throws.
 */
export function createCaller(options: CallerOptions): Caller {
  const { appId, secret, tokenStore, timeoutMs = 3000, now = Date.now, fetch: fetcher = fetch } = options;
  const jitterMs = options.jitterMs ?? (() => 100 + Math.random() * 200);
  const breakers = new Map<string, Breaker>();
  const breakerOf = (path: string) => {
    const breaker = breakers.get(path) ?? createBreaker(now);
    breakers.set(path, breaker);
    return breaker;
  };

  async function attempt<T extends object>(
    call: Call<T>,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    const url = new URL(call.path, options.baseUrl);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    if (token) url.searchParams.set('access_token', token);
    return outcomeOf(call, await exchange(fetcher, { method: call.method, url, body: call.body, signal }));
  }

  function note(breaker: Breaker, outcome: Outcome<object>): void {
    const rule = !outcome.ok && outcome.errcode !== undefined ? ruleFor(outcome.errcode) : undefined;
    if (rule?.rests) breaker.limited();
    else if (!outcome.ok && (outcome.kind === 'unavailable' || outcome.kind === 'unknown_outcome')) breaker.failed();
    else breaker.answered();
  }

  async function tried<T extends object>(call: Call<T>, signal: AbortSignal, count: () => void): Promise<Outcome<T>> {
    const token = call.needsToken ? await orAborted(tokens.current(), signal, late) : undefined;
    if (token && !token.ok) return token;
    count();
    const first = await attempt(call, token?.value, signal);
    const again = !first.ok && first.errcode !== undefined ? ruleFor(first.errcode).again : undefined;
    if (again === 'after_jitter') {
      await sleep(jitterMs());
      if (signal.aborted) return first;
      count();
      return attempt(call, token?.value, signal);
    }
    if (again === 'with_fresh_token' && token) {
      const fresh = await orAborted(tokens.insteadOf(token.value), signal, late);
      if (!fresh.ok) return fresh;
      count();
      return attempt(call, fresh.value, signal);
    }
    return first;
  }

  async function inTime<T extends object>(call: Call<T>, count: () => void): Promise<Outcome<T>> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      return await tried(call, deadline.signal, count);
    } finally {
      clearTimeout(timer);
    }
  }

  async function run<T extends object>(call: Call<T>): Promise<Outcome<T>> {
    const breaker = breakerOf(call.path);
    const startedAt = performance.now();
    const refusal = breaker.refusal();
    let attempts = 0;
    const count = () => {
      attempts += 1;
    };
    const outcome: Outcome<T> = refusal ? { ok: false, kind: refusal } : await inTime(call, count);
    if (attempts > 0) note(breaker, outcome);
    options.onCall?.({
      path: call.path,
      attempts,
      ms: performance.now() - startedAt,
      ...(outcome.ok ? { kind: 'ok' } : { kind: outcome.kind, errcode: outcome.errcode, rid: outcome.rid }),
    });
    return outcome;
  }

  const fetchToken = async () => {
    const fetched = await run({
      path: '/cgi-bin/stable_token',
      method: 'POST',
      body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: false },
      needsToken: false,
      whenLost: 'unavailable',
      read: readBy(Token),
    });
    return fetched.ok ? { ok: true as const, value: fetched.access_token, expiresIn: fetched.expires_in } : fetched;
  };
  const tokens = createTokenSource(tokenStore, fetchToken, now);
  return run;
}
