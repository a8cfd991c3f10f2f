import type { Input, Output } from '#shared/contract';
import type { ChipTone } from '../../../components/chip';

export type Score = Output<'supervision.scores'>['items'][number];
export type Sampled = Output<'supervision.sample'>['items'][number];
export type Complaint = Output<'supervision.complaints'>['items'][number];
export type Part = Score['parts'][number];
export type By = NonNullable<Input<'supervision.scores'>['by']>;
export type What = Input<'supervision.behind'>['what'];

export const bys: readonly { value: By; label: string }[] = [
  { value: 'advisor', label: '顾问' },
  { value: 'firm', label: '律所' },
  { value: 'town', label: '镇街' },
];

const lists: Readonly<Record<string, What>> = {
  attendance: 'presence',
  consultation: 'consultations',
  lecture: 'lectures',
  record: 'records',
  satisfaction: 'ratings',
};

/** The list behind a part of the score; undefined for a part this build does not know. */
export const listBehind = (part: Pick<Part, 'key'>): What | undefined => lists[part.key];

/** A score in words: 96.2, or 不评 where there was nothing to assess. */
export const scoreText = (score: number | null): string => (score === null ? '不评' : String(score));

/** The colour that goes with a grade; the grade always goes with it. */
export function bandTone(score: number | null): ChipTone {
  if (score === null) return 'neutral';
  if (score >= 80) return 'jade';
  return score >= 60 ? 'amber' : 'red';
}

/** A share of the full mark in whole percent, 0 without a score. */
export const percentOf = (score: number | null, of: number): number =>
  score === null || of === 0 ? 0 : Math.round((score / of) * 100);
