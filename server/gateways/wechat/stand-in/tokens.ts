import { randomBytes } from 'node:crypto';

interface Token {
  value: string;
  expiresAt: number;
}

const lifeMs = 7_200_000;
const overlapMs = 300_000;
const forceGapMs = 30_000;
const forcesADay = 20;

/** stable_token as WeChat documents it: one token while it is valid, renewed 5 minutes early with both valid, force limited. */
export function createTokens(now: () => number) {
  let current: Token | undefined;
  let previous: Token | undefined;
  let forcedAt: number[] = [];
  const fresh = (): Token => ({ value: randomBytes(96).toString('base64url'), expiresAt: now() + lifeMs });

  return {
    /** The token and what is left of it in seconds, or the error code of a spent daily force quota. */
    issue(force: boolean): { access_token: string; expires_in: number } | number {
      const last = forcedAt.at(-1);
      if (force && (last === undefined || now() - last >= forceGapMs)) {
        forcedAt = forcedAt.filter((at) => now() - at < 86_400_000);
        if (forcedAt.length >= forcesADay) return 45009;
        forcedAt.push(now());
        previous = undefined;
        current = fresh();
      } else if (!current || current.expiresAt - now() <= overlapMs) {
        previous = current;
        current = fresh();
      }
      return { access_token: current.value, expires_in: Math.floor((current.expiresAt - now()) / 1000) };
    },
    /** 0 for a valid token, otherwise WeChat's error code. */
    check(value: string | null): number {
      if (!value) return 41001;
      const known = [current, previous].find((token) => token?.value === value);
      if (!known) return 40001;
      return known.expiresAt > now() ? 0 : 42001;
    },
    /** Makes every issued token worthless, as after a leak or a changed secret. */
    revoke(): void {
      current = undefined;
      previous = undefined;
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
