import { type Day, minuteMs } from '../time/clock';
import type { MarketRhythm } from './market-days';

/** 到点 at the village office, 电话, 视频. */
export const manners = ['ONSITE', 'PHONE', 'VIDEO'] as const;
export type Manner = (typeof manners)[number];

const mannerLabels: Readonly<Record<Manner, string>> = { ONSITE: '到村', PHONE: '电话', VIDEO: '视频' };

/** The word people read for a manner: 到村, 电话, 视频. */
export function mannerLabel(manner: Manner): string {
  return mannerLabels[manner];
}

/** Hours of one day in minutes after Shanghai midnight, `to` not included. `villageCode` (12 digits) is set exactly when `manner` is ONSITE. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly manner: Manner;
  readonly villageCode?: string;
}

/** Hours of every such weekday, 0 for Sunday to 6 for Saturday. They rest on public holidays. */
export interface WeeklyHours extends Hours {
  readonly weekday: number;
}

/** Replaces everything else on one day; no hours means closed. */
export interface DateOverride {
  readonly day: Day;
  readonly hours: readonly Hours[];
}

/** 到点日: the advisor sits in a village on one day, in minutes after Shanghai midnight. */
export interface OnSiteDay {
  readonly day: Day;
  readonly villageCode: string;
  readonly from: number;
  readonly to: number;
}

/** 赶场日: the advisor sits in a village whenever its market is held, in minutes after Shanghai midnight. */
export interface MarketHours {
  readonly villageCode: string;
  readonly rhythm: MarketRhythm;
  readonly from: number;
  readonly to: number;
}

/** A stretch of time, `to` not included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The measures of booking; all minutes unless said otherwise. */
export interface BookingLimits {
  /** Length of one talk by manner. */
  readonly slotMinutes: Readonly<Record<Manner, number>>;
  /** Kept free before each talk, on top of the one after the talk before. */
  readonly bufferBefore: number;
  /** Kept free after each talk, for the record. */
  readonly bufferAfter: number;
  /** A slot nearer than this is not offered. */
  readonly minimumNotice: number;
  /** Slots are offered up to this many calendar days after today. */
  readonly windowDays: number;
  /** Most talks of one day. */
  readonly dailyLimit: number;
}

/** 30 minutes each with 10 for the record, two hours' notice, 14 days ahead, 8 talks a day. Default, to be confirmed (features B2, B3). */
export const defaultLimits: BookingLimits = {
  slotMinutes: { ONSITE: 30, PHONE: 30, VIDEO: 30 },
  bufferBefore: 0,
  bufferAfter: 10,
  minimumNotice: 120,
  windowDays: 14,
  dailyLimit: 8,
};

/** When one advisor can be met. */
export interface Availability {
  readonly advisorId: string;
  readonly weekly: readonly WeeklyHours[];
  readonly overrides: readonly DateOverride[];
  readonly onSiteDays: readonly OnSiteDay[];
  readonly markets: readonly MarketHours[];
  readonly leave: readonly Span[];
  readonly limits: BookingLimits;
}

/** Whether two stretches share any moment; touching ones do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whole minutes of a stretch, fractions kept; 0 when it ends before it begins. */
export function minutesOf({ from, to }: Span): number {
  return Math.max(0, to.getTime() - from.getTime()) / minuteMs;
}
