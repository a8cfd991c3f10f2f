import type { Input, Output } from '#shared/contract';
import { type Rule, ruleProblems } from '#shared/domain/points/rules';

export type Book = Output<'points.books'>['items'][number];
export type DraftRule = Input<'points.draftBook'>['items'][number];

/** The rules of a version as they are sent to be drafted. */
export const rulesOf = (items: Book['items']): DraftRule[] =>
  items.map(({ code, category, title, points, yearCap, evidence, isCharter }) => ({
    ...{ code, category, title, points, yearCap, evidence, isCharter },
  }));

/** A rule to begin with, under a code that is free. */
export function emptyRule(rules: readonly DraftRule[]): DraftRule {
  const used = new Set(rules.map(({ code }) => code));
  let number = rules.length + 1;
  while (used.has(`rule-${number}`)) number += 1;
  return {
    ...{ code: `rule-${number}`, category: '共建共治', title: '', points: 5, yearCap: 20, evidence: '' },
    isCharter: false,
  };
}

/** What is wrong with one rule, by field, as the server will say it. */
export function problemsIn(rule: Rule): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ruleProblems([rule])).map(([field, words]) => [field.replace('items.0.', ''), words]),
  );
}
