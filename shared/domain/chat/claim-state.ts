import type { Day } from '../time/clock';

/** What the desk asked last about a deed that may bring points. */
export type ClaimStep = 'deed' | 'rule' | 'day' | 'photo' | 'confirm';

/** A rule as the talk knows it. */
export interface TalkedRule {
  readonly id: string;
  readonly title: string;
  readonly pointsText: string;
  readonly evidence: string;
}

/** Applying for points while it is talked over. `said` are the resident's own words, in order. Instants are ISO strings. */
export interface ClaimTalk {
  readonly id: string;
  readonly step: ClaimStep;
  readonly said: readonly string[];
  readonly offered?: readonly TalkedRule[];
  readonly rule?: TalkedRule;
  readonly happenedOn: Day;
  readonly photos: readonly string[];
  readonly askedAt: string;
}

/** What the server found: rules of the village that may fit, the best first, or why there are none. `isSure`: only the first one fits. */
export type ClaimFound =
  | { readonly rules: readonly TalkedRule[]; readonly isSure: boolean }
  | { readonly refusal: 'household' | 'rules' };

/** A claim as it would be filed. Photos are ids. */
export interface ClaimDraft {
  readonly rule: TalkedRule;
  readonly text: string;
  readonly happenedOn: Day;
  readonly photos: readonly string[];
}
