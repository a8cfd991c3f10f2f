/** Why a path rests: it kept failing, or a limit of the other side is reached. */
type Rest = 'unavailable' | 'rate_limited';

/** Spares a path that keeps failing: after enough failures in a row it rests, then one call at a time tries it. */
export interface Breaker {
  /** Undefined when the call may go out, otherwise why it is answered at once. */
  refusal(): Rest | undefined;
  /** The path answered, whatever it said. */
  answered(): void;
  /** The path failed (no answer, busy, token refused). */
  failed(): void;
  /** The app's limit on this path is reached: rest now. */
  limited(): void;
}

export interface BreakerLimits {
  /** Failures in a row that open the breaker. */
  failures: number;
  /** Rest after them, milliseconds. */
  restMs: number;
  /** Rest after an app-wide limit, milliseconds. */
  limitRestMs: number;
}

/** Default, to be confirmed: 5 failures in a row rest 10 s, a reached limit rests 60 s. */
export const breakerLimits: BreakerLimits = { failures: 5, restMs: 10_000, limitRestMs: 60_000 };

/** Makes a closed breaker. `now` gives the present as milliseconds since the epoch. */
export function createBreaker(now: () => number, limits: BreakerLimits = breakerLimits): Breaker {
  let inARow = 0;
  let restsUntil = 0;
  let reason: Rest = 'unavailable';
  const rest = (kind: Rest, ms: number) => {
    reason = kind;
    restsUntil = now() + ms;
  };
  return {
    refusal() {
      if (restsUntil === 0) return undefined;
      if (now() < restsUntil) return reason;
      rest(reason, limits.restMs);
      return undefined;
    },
    answered() {
      inARow = 0;
      restsUntil = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= limits.failures) rest('unavailable', limits.restMs);
    },
    limited() {
      rest('rate_limited', limits.limitRestMs);
    },
  };
}
