import type { BookingDeed, BookingSearch, BookingTalk, OfferedTime } from './booking-state';
import type { ClaimDraft, ClaimTalk } from './claim-state';
import type { PointsAsk } from './points-ask';
import type { ChatState, Frame, ReportDetails } from './state';
import type { TopicDeed, TopicDraft, TopicTalk } from './topic-state';
import type { Payload } from './turn';

/** Something that can be tapped; the same words typed mean the same. */
export interface Choice {
  readonly label: string;
  readonly action: string;
  readonly hint?: string;
  readonly payload?: Payload;
  readonly style?: 'primary' | 'plain' | 'danger';
  readonly icon?: string;
}

/** A card that can be drawn without asking anybody. Photos are ids. */
export type PlainCard =
  | { readonly type: 'menu'; readonly options: readonly Choice[] }
  | { readonly type: 'choice'; readonly options: readonly Choice[] }
  | { readonly type: 'place'; readonly options: readonly Choice[]; readonly canPin: boolean }
  | { readonly type: 'photo'; readonly skip: Choice; readonly max: number; readonly photoIds: readonly string[] }
  | {
      readonly type: 'emergency';
      readonly kind: string;
      readonly numbers: readonly { readonly number: string; readonly label: string }[];
      readonly advice: readonly string[];
      readonly options: readonly Choice[];
    }
  | {
      readonly type: 'handoff';
      readonly state: 'queued' | 'human' | 'returned' | 'offHours';
      readonly options: readonly Choice[];
    }
  | {
      readonly type: 'later';
      readonly feature: string;
      readonly title: string;
      readonly text: string;
      readonly options: readonly Choice[];
    };

/** A report as it would be filed. */
export interface Draft {
  readonly id: string;
  readonly details: ReportDetails;
}

/** One message of the desk. All but `say` need rows, which the server reads before it draws them. */
export type Reply =
  | { readonly kind: 'say'; readonly text: string; readonly card?: PlainCard }
  | { readonly kind: 'confirm'; readonly text: string; readonly draft: Draft }
  | { readonly kind: 'similar'; readonly text: string; readonly ticketIds: readonly string[] }
  | { readonly kind: 'filed'; readonly draft: Draft }
  | { readonly kind: 'ticket'; readonly text: string; readonly ticketId: string }
  | {
      readonly kind: 'slots';
      readonly text: string;
      readonly times: readonly OfferedTime[];
      readonly options: readonly Choice[];
    }
  | { readonly kind: 'bookingConfirm'; readonly text: string; readonly talk: BookingTalk }
  | { readonly kind: 'points'; readonly ask: PointsAsk }
  | {
      readonly kind: 'law';
      readonly asked: string;
      /** The question it goes on with. */
      readonly before?: string;
      /** The topic that was tapped. */
      readonly topicId?: string;
    }
  | { readonly kind: 'claimConfirm'; readonly text: string; readonly draft: ClaimDraft }
  | { readonly kind: 'topicConfirm'; readonly text: string; readonly draft: TopicDraft }
  | {
      readonly kind: 'topics';
      readonly text: string;
      readonly topicIds: readonly string[];
      readonly options: readonly Choice[];
    }
  | { readonly kind: 'progress'; readonly ticketNo?: string }
  | { readonly kind: 'contact'; readonly villageCode: string; readonly gridCode?: string };

/** What the server has to do in the same transaction. `look` is answered by a `looked` turn before anything is shown. */
export type Effect =
  | { readonly kind: 'look'; readonly draft: Draft }
  | { readonly kind: 'bookings'; readonly search: BookingSearch }
  | { readonly kind: 'booking'; readonly deed: BookingDeed; readonly talk: BookingTalk }
  | { readonly kind: 'topics'; readonly draft: TopicDraft }
  | { readonly kind: 'claimRules'; readonly text: string }
  | { readonly kind: 'claim'; readonly draft: ClaimDraft; readonly talk: ClaimTalk }
  | { readonly kind: 'topic'; readonly deed: TopicDeed; readonly talk: TopicTalk }
  | { readonly kind: 'file'; readonly draft: Draft }
  | { readonly kind: 'join'; readonly ticketId: string }
  | { readonly kind: 'queue'; readonly villageCode?: string }
  | { readonly kind: 'unqueue' };

/** What one turn leads to. */
export interface Outcome {
  readonly state: ChatState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

/** A plain message. */
export const say = (text: string, card?: PlainCard): Reply => ({ kind: 'say', text, ...(card && { card }) });

/** A turn that leads to these messages. */
export const outcome = (state: ChatState, replies: readonly Reply[], effects: readonly Effect[] = []): Outcome => ({
  state,
  replies,
  effects,
});

/** The same, with messages in front. */
export const after = (first: readonly Reply[], { state, replies, effects }: Outcome): Outcome => ({
  state,
  replies: [...first, ...replies],
  effects,
});

/** What of a frame is filed. */
export const draftOf = ({ id, details }: Frame): Draft => ({ id, details });
