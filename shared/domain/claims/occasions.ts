/** What happens elsewhere and may bring points: events propose, people decide. */
export const occasions = ['REPORT', 'MEDIATION', 'MEETING'] as const;
export type Occasion = (typeof occasions)[number];

/** How the rules of a village speak of each. */
const words: Readonly<Record<Occasion, RegExp>> = {
  REPORT: /报告|隐患|线索|上报/u,
  MEDIATION: /调解|矛盾自己|谈拢|说到做到/u,
  MEETING: /会议|院坝会|村民会|协商会/u,
};

/** The rule of the village that an occasion fits; undefined when the village gives no points for it. */
export const ruleForOccasion = <T extends { readonly title: string; readonly points: number }>(
  occasion: Occasion,
  rules: readonly T[],
): T | undefined => rules.find(({ title, points }) => points > 0 && words[occasion].test(title));

/** What a matter that was solved and confirmed shows: a quarrel that was settled, or something reported that was true. */
export const occasionOfTicket = (categoryCode: string): Occasion =>
  categoryCode.startsWith('dispute') ? 'MEDIATION' : 'REPORT';
