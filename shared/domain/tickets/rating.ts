/** The resident's three separate answers; null or absent means not answered. `exclusion` is the audited ground for leaving one out. */
export interface Rating {
  readonly contacted?: boolean | null;
  readonly solved?: boolean | null;
  readonly satisfied?: boolean | null;
  readonly exclusion?: ExclusionGround | null;
}

/** The only grounds on which a rating may be left out of the rates. Defaults, to be confirmed. */
export const exclusionGrounds = {
  NOT_REAL: '经核查诉求不属实',
  BEYOND_LAW: '诉求不符合法律政策',
  NO_DUTY: '不属于本区职责，已告知去向',
  MALICIOUS: '恶意或重复评价',
} as const;
export type ExclusionGround = keyof typeof exclusionGrounds;

/** Fewer answers than this are not shown, so that nobody can be guessed from a rate. Default, to be confirmed. */
export const smallestShownCount = 5;

/** One rate: `share` from 0 to 1, or undefined when there are too few answers to show. */
export interface Rate {
  readonly answers: number | undefined;
  readonly share: number | undefined;
  readonly suppressed: boolean;
}

/** 联系率, 解决率, 满意率, and how many were left out on which ground. */
export interface Rates {
  readonly contact: Rate;
  readonly solve: Rate;
  readonly satisfaction: Rate;
  readonly excluded: Readonly<Partial<Record<ExclusionGround, number>>>;
}

/** The three rates of a list, each over those who answered that question. No answer counts neither for nor against. */
export function ratesOf(ratings: readonly Rating[], smallest: number = smallestShownCount): Rates {
  const counted = ratings.filter(({ exclusion }) => !exclusion);
  const excluded: Partial<Record<ExclusionGround, number>> = {};
  for (const { exclusion } of ratings) {
    if (exclusion) excluded[exclusion] = (excluded[exclusion] ?? 0) + 1;
  }
  return {
    contact: rateOf(
      counted.map(({ contacted }) => contacted),
      smallest,
    ),
    solve: rateOf(
      counted.map(({ solved }) => solved),
      smallest,
    ),
    satisfaction: rateOf(
      counted.map(({ satisfied }) => satisfied),
      smallest,
    ),
    excluded,
  };
}

/** A rate in Chinese: 92.3%, or why there is none. */
export function rateText({ share }: Rate): string {
  return share === undefined ? '人数太少，不显示' : `${(share * 100).toFixed(1)}%`;
}

function rateOf(answers: readonly (boolean | null | undefined)[], smallest: number): Rate {
  const given = answers.filter((answer) => typeof answer === 'boolean');
  if (given.length < smallest || given.length === 0) return { answers: undefined, share: undefined, suppressed: true };
  const yes = given.filter((answer) => answer).length;
  return { answers: given.length, share: yes / given.length, suppressed: false };
}
