import type { Outcome } from './outcome';

/** An access token and the instant until which it may be used without asking for a newer one. */
export interface StoredToken {
  value: string;
  freshUntil: Date;
}

/** Where instances share the token. `drop` removes it only while it still is `value`, so a newer one survives. */
export interface TokenStore {
  read(): Promise<StoredToken | undefined>;
  write(token: StoredToken): Promise<void>;
  drop(value: string): Promise<void>;
}

/** A store for one process. */
export function createMemoryTokenStore(): TokenStore {
  let held: StoredToken | undefined;
  return {
    read: async () => held,
    write: async (token) => {
      held = token;
    },
    drop: async (value) => {
      if (held?.value === value) held = undefined;
    },
  };
}

/** A fresh token from WeChat; `expiresIn` in seconds. */
export type FetchToken = () => Promise<Outcome<{ value: string; expiresIn: number }>>;

export interface TokenSource {
  /** The current token, fetched when there is none that is fresh. */
  current(): Promise<Outcome<{ value: string }>>;
  /** A token other than the one WeChat refused; callers that were refused together share one fetch. */
  insteadOf(refused: string): Promise<Outcome<{ value: string }>>;
}

/** WeChat keeps old and new token valid together for 5 minutes, so renewing 5 minutes early is safe. Source: stable_token. */
const earlySeconds = 300;

/** Keeps one token for the process in front of the shared store, with at most one fetch under way. */
export function createTokenSource(store: TokenStore, fetchToken: FetchToken, now: () => number): TokenSource {
  let held: StoredToken | undefined;
  let underWay: Promise<Outcome<{ value: string }>> | undefined;
  const isFresh = (token: StoredToken | undefined): token is StoredToken =>
    !!token && token.freshUntil.getTime() > now();

  async function obtain(refused: string | undefined): Promise<Outcome<{ value: string }>> {
    if (refused) await store.drop(refused);
    const shared = await store.read();
    if (isFresh(shared)) {
      held = shared;
      return { ok: true, value: shared.value };
    }
    const fetched = await fetchToken();
    if (!fetched.ok) return fetched;
    const early = Math.min(earlySeconds, fetched.expiresIn / 2);
    held = { value: fetched.value, freshUntil: new Date(now() + (fetched.expiresIn - early) * 1000) };
    await store.write(held);
    return { ok: true, value: held.value };
  }

  function obtainOnce(refused?: string) {
    underWay ??= obtain(refused).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    async current() {
      return isFresh(held) ? { ok: true, value: held.value } : obtainOnce();
    },
    async insteadOf(refused) {
      if (isFresh(held) && held.value !== refused) return { ok: true, value: held.value };
      if (underWay) return underWay;
      held = undefined;
      return obtainOnce(refused);
    },
  };
}
