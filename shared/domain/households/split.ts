/** What points go with those who leave, as a village's rule book says: a share by the number of grown-ups, or none. */
export const splitRules = ['BY_ADULTS', 'STAY'] as const;
export type SplitRule = (typeof splitRules)[number];

const labels: Readonly<Record<SplitRule, string>> = {
  BY_ADULTS: '按成年人的人数平分，除不尽的留在原来的户',
  STAY: '积分都留在原来的户',
};

export const splitRuleLabel = (rule: SplitRule): string => labels[rule];

/** Whole points that go when `going` of `adults` grown-ups leave a household with `balance`; what does not divide stays. */
export function pointsGoing(rule: SplitRule, balance: number, adults: number, going: number): number {
  if (rule === 'STAY' || adults <= 0 || going <= 0) return 0;
  return Math.floor((balance * Math.min(going, adults)) / adults);
}

/** Whether a household can be split so: a grown-up has to go and a grown-up has to stay. */
export const canSplit = (adults: readonly string[], going: readonly string[]): boolean => {
  const leaving = adults.filter((adult) => going.includes(adult)).length;
  return leaving > 0 && leaving < adults.length;
};
