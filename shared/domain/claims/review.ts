/** At least so many reviewers judge a claim (features.md D4). */
export const leastVotes = 3;

/** What the votes say: not decided yet, for, against, or time is over and too few have voted. */
export type Verdict = 'open' | 'passed' | 'refused' | 'short';

/** What a count looks at. `eligible` are those who may vote, those who have voted among them; kin and whoever has entered the claim are not. */
export interface Count {
  readonly agree: number;
  readonly refuse: number;
  readonly eligible: number;
  readonly isDeduction: boolean;
  readonly isOver: boolean;
}

/** So many must vote: three, and more than half of the eligible; two thirds of them where points are taken. Default, to be confirmed. */
export function quorumOf(eligible: number, isDeduction: boolean): number {
  return Math.max(leastVotes, isDeduction ? Math.ceil((eligible * 2) / 3) : Math.floor(eligible / 2) + 1);
}

/**
 * The outcome of a review: more than half of the votes add points, two thirds take them. Decided as soon as the votes that are missing could not change
 * it, or when time is over. Default, to be confirmed.
 */
export function verdictOn({ agree, refuse, eligible, isDeduction, isOver }: Count): Verdict {
  const quorum = quorumOf(eligible, isDeduction);
  const cast = agree + refuse;
  const missing = Math.max(0, eligible - cast);
  if (cast + missing < quorum) return 'short';
  const carries = (votes: number, of: number) => (isDeduction ? votes * 3 >= of * 2 : votes * 2 > of);
  if (cast < quorum) return isOver ? 'short' : 'open';
  if (isOver || missing === 0) return carries(agree, cast) ? 'passed' : 'refused';
  if (carries(agree, cast + missing)) return 'passed';
  return carries(agree + missing, cast + missing) ? 'open' : 'refused';
}
