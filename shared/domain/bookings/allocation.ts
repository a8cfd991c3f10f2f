import { lawyer } from './address';
import { type Bonds, type Conflict, conflictOf, conflictText, type Matter } from './conflicts';

/** An advisor who could take a booking: one of the village's own, or of the town's team. */
export interface Candidate extends Bonds {
  readonly advisorId: string;
  readonly name: string;
  /** PRIMARY and SUBSTITUTE are of this village; TEAM is anybody else of the teams that serve its town. */
  readonly post: 'PRIMARY' | 'SUBSTITUTE' | 'TEAM';
  /** Bookings still to come; what "least loaded" compares. */
  readonly load: number;
  /** Whether there is a free slot that suits: not on leave, not full. */
  readonly isFree: boolean;
}

/** What is asked: whose advisor, for what. `previousAdvisorId` is set on a reschedule. */
export interface AllocationQuery {
  readonly matter: Matter;
  readonly candidates: readonly Candidate[];
  readonly previousAdvisorId?: string;
}

/** Why this one. */
export type ChoiceReason = 'SAME_AS_BEFORE' | 'PRIMARY' | 'SUBSTITUTE' | 'LEAST_LOADED';

/** Why not that one. */
export type PassedReason = Conflict | 'NOT_FREE';

/** Somebody who would have come first but was passed over, with a sentence for the record (not for the resident). */
export interface Passed {
  readonly advisorId: string;
  readonly reason: PassedReason;
  readonly text: string;
}

/** The choice with a sentence for the resident; `chosen` is undefined when nobody is left. `passed` goes into the record, in order. */
export interface Allocation {
  readonly chosen: { readonly advisorId: string; readonly reason: ChoiceReason } | undefined;
  readonly text: string;
  readonly passed: readonly Passed[];
}

const rankOf = { PRIMARY: 1, SUBSTITUTE: 2, TEAM: 3 } as const;
const reasonOf = { PRIMARY: 'PRIMARY', SUBSTITUTE: 'SUBSTITUTE', TEAM: 'LEAST_LOADED' } as const;

/**
 * The advisor for a booking: the one of before on a reschedule, else the village's primary, its substitutes, then the town's
 * team, within each the least loaded (ties by id, so that the answer is always the same). Whoever has a conflict of interest or
 * no free slot is passed over. The order is features B9, default to be confirmed.
 */
export function chooseAdvisor({ matter, candidates, previousAdvisorId }: AllocationQuery): Allocation {
  const rank = ({ advisorId, post }: Candidate) => (advisorId === previousAdvisorId ? 0 : rankOf[post]);
  const inOrder = candidates.toSorted(
    (a, b) => rank(a) - rank(b) || a.load - b.load || (a.advisorId < b.advisorId ? -1 : 1),
  );
  const passed: Passed[] = [];
  for (const candidate of inOrder) {
    const reason = passedOver(matter, candidate);
    if (!reason) {
      const { advisorId, post } = candidate;
      const because = advisorId === previousAdvisorId ? 'SAME_AS_BEFORE' : reasonOf[post];
      return {
        chosen: { advisorId, reason: because },
        text: choiceText(because, candidate, inOrder[0], passed[0]),
        passed,
      };
    }
    passed.push({ advisorId: candidate.advisorId, reason, text: passedText(reason, candidate) });
  }
  return { chosen: undefined, text: nobodyText(passed), passed };
}

function passedOver(matter: Matter, candidate: Candidate): PassedReason | undefined {
  return conflictOf(matter, candidate) ?? (candidate.isFree ? undefined : 'NOT_FREE');
}

function passedText(reason: PassedReason, { name }: Candidate): string {
  return reason === 'NOT_FREE' ? `${lawyer(name)}这段时间约不上` : `${lawyer(name)}：${conflictText(reason)}`;
}

/** The resident hears that somebody stands aside, never for whom: a firm's clients are confidential. */
function choiceText(
  reason: ChoiceReason,
  { name }: Candidate,
  first: Candidate | undefined,
  passed: Passed | undefined,
): string {
  const because = passed
    ? `${lawyer(first?.name ?? '')}${passed.reason === 'NOT_FREE' ? '这段时间约不上' : '按规定要回避'}，`
    : '';
  if (reason === 'SAME_AS_BEFORE') return `还是由${lawyer(name)}接待您`;
  if (reason === 'PRIMARY') return `${because}由您村（社区）的法律顾问${lawyer(name)}接待您`;
  if (reason === 'SUBSTITUTE') return `${because}由替补的法律顾问${lawyer(name)}接待您`;
  return `${because}由镇街律师团队里手头事情最少的${lawyer(name)}接待您`;
}

function nobodyText(passed: readonly Passed[]): string {
  if (passed.length === 0) return '您村（社区）还没有安排法律顾问，可以拨打 12348 免费咨询';
  return passed.every(({ reason }) => reason === 'NOT_FREE')
    ? '这段时间顾问都约满了，可以排候补，也可以拨打 12348 免费咨询'
    : '能约的顾问要么需要回避、要么没有空，已转司法所另行安排，也可以拨打 12348 免费咨询';
}
