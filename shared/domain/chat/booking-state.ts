/** A time that can be tapped; `text` is how people say it. */
export interface OfferedTime {
  readonly slotId: string;
  readonly text: string;
  readonly advisorName: string;
  readonly place: string;
  /** ISO 8601. */
  readonly startsAt: string;
}

/** One's own booking that still lies ahead. */
export interface OwnTalk {
  readonly bookingId: string;
  readonly version: number;
  readonly text: string;
}

/** When somebody would like to come, as understood: ISO 8601, `to` absent for a point in time. */
export interface WishedTime {
  readonly text: string;
  readonly from: string;
  readonly to?: string;
  readonly ambiguous?: boolean;
}

/** What the desk asked last about a booking. */
export type BookingStep = 'village' | 'which' | 'slot' | 'matter' | 'confirm' | 'reason';

/** What the talk is for: a new booking, another time for one, or calling one off. */
export type BookingAim = 'book' | 'move' | 'cancel';

/** Booking the village's legal advisor while it is talked over. `id` names the draft; instants are ISO strings. */
export interface BookingTalk {
  readonly id: string;
  readonly aim: BookingAim;
  readonly step: BookingStep;
  readonly villageCode?: string;
  readonly wish?: WishedTime;
  readonly offered: readonly OfferedTime[];
  readonly own: readonly OwnTalk[];
  readonly chosen?: OfferedTime;
  /** The booking that is moved or called off. */
  readonly about?: OwnTalk;
  readonly matter?: string;
  readonly disputeType?: string;
  readonly askedAt: string;
}

/** What the server looks up for the talk: times near a wish, own bookings. */
export interface BookingSearch {
  readonly aim: BookingAim;
  readonly villageCode?: string;
  readonly wish?: WishedTime;
  readonly about?: string;
}

/** What it found. `text` stands over the times. */
export interface BookingFound {
  readonly text: string;
  readonly times: readonly OfferedTime[];
  readonly own: readonly OwnTalk[];
}

/** What the server has to write, in the turn's own transaction. */
export type BookingDeed =
  | { readonly kind: 'hold'; readonly slotId: string; readonly villageCode?: string }
  | {
      readonly kind: 'book';
      readonly slotId: string;
      readonly matter: string;
      readonly disputeType: string;
      readonly villageCode?: string;
    }
  | { readonly kind: 'move'; readonly bookingId: string; readonly version: number; readonly slotId: string }
  | { readonly kind: 'cancel'; readonly bookingId: string; readonly version: number; readonly reason: string }
  | {
      readonly kind: 'wait';
      readonly matter: string;
      readonly disputeType: string;
      readonly villageCode?: string;
      readonly wish?: WishedTime;
    };
