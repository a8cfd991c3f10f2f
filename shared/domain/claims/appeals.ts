import type { WorkCalendar } from '../time/workdays';
import { daysEnd, workdaysEnd } from './deadlines';
import type { ClaimState } from './lifecycle';

/** An appeal (申诉): other reviewers answer in five working days, then the town in ten (domain.md 6.8). Absent means not allowed. */
const transitions = {
  OPEN: { judge: 'SAME', grant: 'GRANTED', dismiss: 'DISMISSED', raise: 'TOWN', withdraw: 'WITHDRAWN' },
  DISMISSED: { raise: 'TOWN' },
  TOWN: { grant: 'GRANTED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  GRANTED: {},
  REFUSED: {},
  WITHDRAWN: {},
} as const;

export const appealStates = ['OPEN', 'DISMISSED', 'TOWN', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
export const appealActions = ['judge', 'grant', 'dismiss', 'raise', 'refuse', 'withdraw'] as const;
export type AppealState = (typeof appealStates)[number];
export type AppealAction = (typeof appealActions)[number];

/** Whoever is unhappy has fifteen days, at the village and again at the town. */
const appealDays = 15;
const answerWorkdays: Partial<Record<AppealState, number>> = { OPEN: 5, TOWN: 10 };

const labels: Readonly<Record<AppealState, string>> = {
  OPEN: '换人复评中',
  DISMISSED: '复评维持原来的结果',
  TOWN: '镇街在复核',
  GRANTED: '申诉成立',
  REFUSED: '镇街维持原来的结果',
  WITHDRAWN: '申诉撤回了',
};

export const appealStateLabel = (state: AppealState): string => labels[state];

/** The state an action leads to, or undefined when it is not possible there. */
export function appealStateAfter(state: AppealState, action: AppealAction): AppealState | undefined {
  const row: Partial<Record<AppealAction, AppealState | 'SAME'>> = transitions[state];
  const next = row[action];
  return next === 'SAME' ? state : next;
}

/** Until when somebody may appeal against what was decided at `since`. */
export const appealUntil = (since: Date, calendar: WorkCalendar): Date => daysEnd(since, appealDays, calendar);

/** Until when an appeal that came to a state at `since` is to be answered; null where nobody has to. */
export function appealDueAt(state: AppealState, since: Date, calendar: WorkCalendar): Date | null {
  const count = answerWorkdays[state];
  return count ? workdaysEnd(since, count, calendar) : null;
}

/** Why a family cannot appeal; each is a code of the failure catalogue. */
export type AppealReason = 'points_appeal_nothing' | 'points_appeal_late';

/** A family appeals against points that were taken and against points it was refused, within fifteen days. */
export function whyNotAppeal(
  claim: {
    readonly state: ClaimState;
    readonly points: number;
    readonly booked: number | null;
    readonly endedAt: Date | null;
  },
  now: Date,
  calendar: WorkCalendar,
): AppealReason | undefined {
  const isTaken = claim.state === 'BOOKED' && (claim.booked ?? 0) < 0;
  const isRefused = claim.state === 'REJECTED' && claim.points > 0;
  if (!(isTaken || isRefused) || !claim.endedAt) return 'points_appeal_nothing';
  return now > appealUntil(claim.endedAt, calendar) ? 'points_appeal_late' : undefined;
}

/** Why an appeal cannot go on to the town: before the village has answered or missed its time, or more than fifteen days after its answer. */
export function whyNotRaise(
  appeal: { readonly state: AppealState; readonly stageSince: Date; readonly stageDueAt: Date | null },
  now: Date,
  calendar: WorkCalendar,
): 'points_claim_not_allowed' | 'points_appeal_late' | undefined {
  if (!appealStateAfter(appeal.state, 'raise')) return 'points_claim_not_allowed';
  if (appeal.state === 'OPEN')
    return appeal.stageDueAt && now > appeal.stageDueAt ? undefined : 'points_claim_not_allowed';
  return now > appealUntil(appeal.stageSince, calendar) ? 'points_appeal_late' : undefined;
}
