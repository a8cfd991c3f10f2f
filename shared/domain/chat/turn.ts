import type { BookingFound, WishedTime } from './booking-state';
import type { ClaimFound } from './claim-state';
import type { CategoryChoice, ChatMode, Place } from './place';
import type { SimilarTopic } from './topic-state';

/** A category with how sure the reading is, from 0 to 1. */
export interface HeardCategory extends CategoryChoice {
  readonly confidence: number;
}

/** What was understood of a sentence, as plain values: the talk knows no lexicon and no model. */
export interface Heard {
  readonly intent: string;
  readonly confidence: number;
  /** Best first. */
  readonly candidates: readonly { readonly intent: string; readonly confidence: number }[];
  /** Best first; empty when no category was heard. */
  readonly categories: readonly HeardCategory[];
  readonly what?: string;
  /** One place that is sure. */
  readonly place?: Place;
  /** Two or more places the name may mean. */
  readonly places?: readonly Place[];
  readonly landmark?: string;
  readonly since?: string;
  /** When somebody would like to come. */
  readonly when?: WishedTime;
  readonly ticketNo?: string;
  readonly danger?: { readonly kind: string; readonly numbers: readonly string[] };
  readonly answer?: 'yes' | 'no' | 'skip';
  /** 1-based; -1 is the last. */
  readonly ordinal?: number;
  readonly correction?: {
    readonly field: string;
    readonly to?: string;
    readonly category?: CategoryChoice;
    readonly place?: Place;
    readonly places?: readonly Place[];
  };
  /** Whether the sentence answers what was asked last. */
  readonly answersAsked: boolean;
  /** The everyday question of law it sounds like, when there is one with an answer. */
  readonly lawTopic?: string;
  readonly sensitive: boolean;
  readonly because: readonly string[];
}

export type Payload = Readonly<Record<string, string | number | boolean | null>>;

/** One thing the resident did: a sentence, a tap, photos, a pin, or what the server found out when asked to look. */
export type Turn =
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly heard: Heard;
      readonly photos: readonly string[];
      readonly pin?: Place;
    }
  | {
      readonly kind: 'tapped';
      readonly action: string;
      readonly payload: Payload;
      readonly photos: readonly string[];
      readonly pin?: Place;
      /** The place behind `payload.villageCode`, when the tap chose one. */
      readonly place?: Place;
    }
  | { readonly kind: 'sent'; readonly photos: readonly string[]; readonly pin?: Place }
  | { readonly kind: 'looked'; readonly similar: readonly string[] }
  | { readonly kind: 'found'; readonly found: BookingFound }
  | { readonly kind: 'claimFound'; readonly found: ClaimFound }
  | { readonly kind: 'topicsFound'; readonly similar: readonly SimilarTopic[] };

/** What the talk may know beside the turn. `id` names a draft that starts in this turn; `opensText` is when people are there again. */
export interface Facts {
  readonly now: Date;
  readonly id: string;
  readonly mode: ChatMode;
  readonly home?: Place;
  readonly staffed: boolean;
  readonly opensText: string;
  /** The category for what fits nowhere else. */
  readonly otherCategory: CategoryChoice;
}
