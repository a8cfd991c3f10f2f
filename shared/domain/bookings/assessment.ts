import { type AssessmentRules, bandOf, type ScorePart, scoreParts } from './assessment-rules';
import {
  type Month,
  monthSpan,
  presenceOf,
  quarterEnd,
  quarterMonths,
  type VillageTerm,
  type Visit,
  villagesIn,
} from './presence';

/** Something held in a village at a moment: a consultation, a mediation or a lecture. */
export interface Held {
  readonly villageCode: string;
  readonly at: Date;
}

/** What one advisor did. Lectures must reach back over the whole quarter; everything else only over the months assessed. */
export interface Work {
  readonly terms: readonly VillageTerm[];
  readonly visits: readonly Visit[];
  /** Consultations given and mediations taken part in. */
  readonly consultations: readonly Held[];
  /** Bookings the advisor did not come to. */
  readonly absences: number;
  readonly lectures: readonly Held[];
  /** Service records that ought to be there, and those that are there and complete. */
  readonly records: { readonly expected: number; readonly complete: number };
  readonly ratings: { readonly answered: number; readonly satisfied: number };
}

/** One part of a score: `share` from 0 to 1 and points in tenths; both undefined when there was nothing to assess. */
export interface PartScore {
  readonly part: ScorePart;
  readonly weight: number;
  readonly share: number | undefined;
  readonly points: number | undefined;
}

/** A score: points reached of those possible, and the total they make out of 100, each to one decimal. */
export interface Score {
  readonly parts: readonly PartScore[];
  readonly points: number;
  readonly possible: number;
  readonly total: number | undefined;
  readonly band: string | undefined;
}

/**
 * The score of an advisor over some months (one, or the three of a quarter). A part with nothing to assess (no lecture due yet,
 * too few ratings) is left out and the rest is scaled to 100; without any part there is no total. Lectures are due with the last
 * month of a quarter. Rules: see `defaultRules`.
 */
export function assess(months: readonly Month[], work: Work, rules: AssessmentRules): Score {
  const shares: Readonly<Record<ScorePart, number | undefined>> = {
    attendance: attendanceShare(months, work, rules),
    consultation: consultationShare(months, work, rules),
    lecture: lectureShare(months, work, rules),
    record: work.records.expected > 0 ? atMostOne(work.records.complete / work.records.expected) : undefined,
    satisfaction:
      work.ratings.answered >= Math.max(1, rules.fewestRatings)
        ? atMostOne(work.ratings.satisfied / work.ratings.answered)
        : undefined,
  };
  const parts = scoreParts.map((part): PartScore => {
    const weight = rules.weights[part];
    const share = shares[part];
    return { part, weight, share, points: share === undefined ? undefined : toTenth(share * weight) };
  });
  const possible = sum(parts.map(({ weight, points }) => (points === undefined ? 0 : weight)));
  const points = toTenth(sum(parts.map((part) => part.points ?? 0)));
  const total = possible > 0 ? toTenth((points / possible) * 100) : undefined;
  return { parts, points, possible, total, band: total === undefined ? undefined : bandOf(total, rules) };
}

function attendanceShare(months: readonly Month[], { terms, visits }: Work, rules: AssessmentRules) {
  return mean(
    presenceOf(months, terms, visits).map(({ minutes, days }) =>
      Math.min(atMostOne(minutes / rules.monthlyMinutes), atMostOne(days / rules.monthlyDays)),
    ),
  );
}

function consultationShare(months: readonly Month[], work: Work, rules: AssessmentRules): number | undefined {
  const due = sum(months.map((month) => villagesIn(month, work.terms).length)) * rules.monthlyConsultations;
  if (due === 0) return undefined;
  const given = sum(months.map((month) => heldIn(month, work.consultations).length));
  return given === 0 ? 0 : atMostOne(given / due) * (given / (given + work.absences));
}

function lectureShare(months: readonly Month[], { terms, lectures }: Work, rules: AssessmentRules): number | undefined {
  const shares = months
    .filter((month) => quarterEnd(month) === month)
    .flatMap((end) => {
      const quarter = quarterMonths(end);
      const held = quarter.flatMap((month) => heldIn(month, lectures));
      return villagesIn(end, terms)
        .filter((code) => quarter.filter((month) => villagesIn(month, terms).includes(code)).length >= 2)
        .map((code) => held.filter(({ villageCode }) => villageCode === code).length / rules.quarterlyLectures);
    });
  return mean(shares.map(atMostOne));
}

function heldIn(month: Month, held: readonly Held[]): readonly Held[] {
  const { from, to } = monthSpan(month);
  return held.filter(({ at }) => from <= at && at < to);
}

function mean(shares: readonly number[]): number | undefined {
  return shares.length === 0 ? undefined : sum(shares) / shares.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function atMostOne(share: number): number {
  return Math.min(1, share);
}

function toTenth(number: number): number {
  return Math.round(number * 10) / 10;
}
