import { distanceMetres, type Point } from '../geo/distance';

/** A sign-in on site must be within this distance of the village's point (domain 6.6; default, to be confirmed). */
export const signInMetres = 500;

/** A position known no better than this cannot place anybody in a village. Default, to be confirmed. */
const worstAccuracyMetres = 200;

/** Why a sign-in on site is refused; each is a code of the failure catalogue. */
export type SignInReason = 'booking_sign_in_too_far' | 'booking_sign_in_imprecise';

/** What a phone says of where it is, GCJ-02; `accuracy` in metres, absent when the phone gives none. */
export interface Position extends Point {
  readonly accuracy?: number;
}

/** How far a sign-in is from the village in whole metres, and why it is refused; no reason when it stands. */
export interface SignInCheck {
  readonly metres: number;
  readonly reason: SignInReason | undefined;
}

/** Whether an advisor is at the village: within 500 m of its point, by a position good to 200 m. The village's QR code and signature are asked for besides. */
export function checkSignIn({ accuracy, ...point }: Position, village: Point): SignInCheck {
  const distance = distanceMetres(point, village);
  const metres = Math.round(distance);
  if (!Number.isFinite(distance) || (accuracy !== undefined && accuracy > worstAccuracyMetres)) {
    return { metres, reason: 'booking_sign_in_imprecise' };
  }
  return { metres, reason: distance > signInMetres ? 'booking_sign_in_too_far' : undefined };
}
