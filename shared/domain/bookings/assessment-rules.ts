import { addDays, type Day } from '../time/clock';

/** The five parts of the score, in the order people read them. */
export const scoreParts = ['attendance', 'consultation', 'lecture', 'record', 'satisfaction'] as const;
export type ScorePart = (typeof scoreParts)[number];

const partLabels: Readonly<Record<ScorePart, string>> = {
  attendance: '到岗',
  consultation: '咨询调解',
  lecture: '讲座',
  record: '台账',
  satisfaction: '满意',
};

/** The word people read for a part: 到岗, 咨询调解, 讲座, 台账, 满意. */
export function scorePartLabel(part: ScorePart): string {
  return partLabels[part];
}

/** A grade and the least total it takes, 0 to 100. */
export interface Band {
  readonly least: number;
  readonly label: string;
}

/** How advisors are assessed from a day on. Norms are for one village each. */
export interface AssessmentRules {
  readonly startsOn: Day;
  readonly weights: Readonly<Record<ScorePart, number>>;
  readonly monthlyMinutes: number;
  readonly monthlyDays: number;
  readonly monthlyConsultations: number;
  readonly quarterlyLectures: number;
  /** With fewer ratings satisfaction is not assessed, so that one person does not decide it. */
  readonly fewestRatings: number;
  /** Highest first; the last begins at 0. */
  readonly bands: readonly Band[];
}

/**
 * One day (8 h) on site a month and one lecture a quarter in each village: 司法部 2018 意见. Weights and bands: domain 6.6,
 * default, to be confirmed. Two consultations a month and five ratings: default, to be confirmed.
 */
export const defaultRules: AssessmentRules = {
  startsOn: '2018-01-01',
  weights: { attendance: 30, consultation: 25, lecture: 15, record: 15, satisfaction: 15 },
  monthlyMinutes: 480,
  monthlyDays: 1,
  monthlyConsultations: 2,
  quarterlyLectures: 1,
  fewestRatings: 5,
  bands: [
    { least: 90, label: '优秀' },
    { least: 80, label: '称职' },
    { least: 60, label: '基本称职' },
    { least: 0, label: '不称职' },
  ],
};

/** The rules in force on a day: the latest that have begun; undefined before the first. */
export function assessmentRulesOn(all: readonly AssessmentRules[], day: Day): AssessmentRules | undefined {
  return all.filter(({ startsOn }) => startsOn <= day).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
}

/** The grade of a total. */
export function bandOf(total: number, { bands }: AssessmentRules): string | undefined {
  return bands.find(({ least }) => total >= least)?.label;
}

/** What the five weights add up to. */
const fullMark = 100;

/** Whether weights can be used: whole numbers from 0 that make 100 together. */
export function areWeights(weights: Readonly<Record<ScorePart, number>>): boolean {
  const all = scoreParts.map((part) => weights[part]);
  return all.every((one) => Number.isInteger(one) && one >= 0) && all.reduce((sum, one) => sum + one, 0) === fullMark;
}

/** The first day from which a changed standard may hold: the first of next month, so that nobody is judged by a rule that came after. */
export const nextStandardDay = (today: Day): Day => `${addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
