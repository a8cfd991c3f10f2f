import type { BookingTalk } from './booking-state';
import type { ClaimTalk } from './claim-state';
import type { CategoryChoice, Place } from './place';
import type { TopicTalk } from './topic-state';
import type { Turn } from './turn';

/** What is known about a report. `said` are the resident's own words, in order; they become the description. */
export interface ReportDetails {
  readonly what?: string;
  readonly category?: CategoryChoice;
  readonly where?: Place;
  /** A landmark without a village, kept until the village is known: 家门口. */
  readonly landmark?: string;
  readonly since?: string;
  readonly photos: readonly string[];
  readonly photoAnswered: boolean;
  /** Whether similar reports were looked for since category or place last changed. */
  readonly looked: boolean;
  readonly anonymous: boolean;
  readonly sensitive: boolean;
  readonly danger?: string;
  readonly said: readonly string[];
  readonly reading: { readonly intent: string; readonly confidence: number; readonly because: readonly string[] };
}

/** What the desk asked last in a report. */
export type Step = 'what' | 'category' | 'where' | 'village' | 'similar' | 'photo' | 'confirm';

/** One flow on the stack. `id` is made by the server when it starts; instants are ISO strings. */
export interface Frame {
  readonly id: string;
  readonly flow: 'report';
  readonly version: 1;
  readonly step: Step;
  readonly details: ReportDetails;
  readonly categories?: readonly CategoryChoice[];
  readonly places?: readonly Place[];
  readonly similar?: readonly string[];
  /** Whether the resident was told what was understood. */
  readonly told?: true;
  /** How often the answer to this step was not understood. */
  readonly misses: number;
  readonly startedAt: string;
  readonly askedAt: string;
}

/** Something asked beside the flows. `held` is what the resident said, kept so that nothing is lost. */
export type Pending =
  | { readonly kind: 'resume'; readonly held: Turn }
  | { readonly kind: 'intent'; readonly intents: readonly string[]; readonly held: Turn }
  | { readonly kind: 'another'; readonly held: Turn }
  | { readonly kind: 'offer' }
  | { readonly kind: 'offHours' }
  | { readonly kind: 'contact' };

/** The last thing filed in this talk, so that asking again gives the same answer. */
export interface Filed {
  readonly draftId: string;
  readonly ticketId: string;
  readonly no: string;
  readonly title: string;
}

/** What was asked about the law last, so that a short question goes on with it. `at` is an ISO instant. */
export interface LawAsked {
  readonly asked: string;
  readonly at: string;
}

/** A talk between turns: plain JSON, the top frame last. */
export interface ChatState {
  readonly version: 1;
  readonly frames: readonly Frame[];
  readonly pending?: Pending;
  /** How often in a row nothing was understood. */
  readonly failures: number;
  readonly filed?: Filed;
  /** Booking the legal advisor, while it is talked over. */
  readonly booking?: BookingTalk;
  /** What was asked about the law last. */
  readonly law?: LawAsked;
  /** Putting a topic forward, while it is talked over. */
  readonly topic?: TopicTalk;
  /** Applying for points, while it is talked over. */
  readonly claim?: ClaimTalk;
}

/** A draft is kept so long (ux: seven days). */
export const draftDays = 7;

/** After so many hours of silence the desk asks whether a draft goes on. Default, to be confirmed. */
export const quietHours = 8;

/** A talk that has just begun. */
export const freshState: ChatState = { version: 1, frames: [], failures: 0 };

/** The flow that goes on now. */
export const topFrame = (state: ChatState): Frame | undefined => state.frames[state.frames.length - 1];

/** The same talk with another top frame. */
export function withTop(state: ChatState, frame: Frame): ChatState {
  return { ...state, frames: [...state.frames.slice(0, -1), frame] };
}

/** The same talk with nothing pending. */
export function settled(state: ChatState): ChatState {
  const { pending: _pending, ...rest } = state;
  return rest;
}

/** Drafts older than seven days are forgotten. */
export function withoutOldDrafts(state: ChatState, now: Date): ChatState {
  const oldest = now.getTime() - draftDays * 86_400_000;
  const frames = state.frames.filter(({ askedAt }) => Date.parse(askedAt) >= oldest);
  if (frames.length === state.frames.length) return state;
  return frames.length === 0 ? { ...settled(state), frames } : { ...state, frames };
}

/** Remembers what was filed from a draft. */
export const withFiled = (state: ChatState, filed: Filed): ChatState => ({ ...state, filed });
