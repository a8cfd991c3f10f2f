import type { disputeTypes } from '#shared/contract/bookings';

/** An everyday question with an answer in our own words and the articles it stands on. */
export interface Topic {
  /** Never changes: talks and links refer to it. */
  readonly id: string;
  readonly type: (typeof disputeTypes)[number];
  /** The question in a few words, as a button. */
  readonly title: string;
  /** How people ask it, in ordinary and in Yibin words. */
  readonly asks: readonly string[];
  /** Three or four short sentences, to a person who never read a law. */
  readonly gist: string;
  /** Short name of a law and article number, the most important first. */
  readonly cites: readonly (readonly [short: string, no: number])[];
}

/** What every answer ends with. */
export const disclaimer = '仅供参考，以法律原文和律师意见为准。';
