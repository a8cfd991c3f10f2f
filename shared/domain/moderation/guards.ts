import { appealDays } from './rules';
import type { CheckStage } from './verdict';

/** What a decision or an appeal depends on. */
export interface Standing {
  readonly stage: CheckStage;
  readonly appealOpen: boolean;
  /** Whether an appeal was made, open or answered. */
  readonly appealed: boolean;
  readonly decidedAt: Date | null;
}

/** Why a moderator cannot decide this now; undefined when it can be done. A passed piece may be taken down, a flagged or refused one is decided on appeal. */
export function whyNotDecide(
  { stage, appealOpen }: Standing,
  decision: 'pass' | 'refuse',
): 'check_not_held' | undefined {
  if (stage === 'HELD' || appealOpen) return undefined;
  return stage === 'PASSED' && (decision === 'refuse' || decision === 'pass') ? undefined : 'check_not_held';
}

/** Why the author cannot appeal; undefined when it can be done. */
export function whyNotAppeal(
  { stage, appealed, decidedAt }: Standing,
  now: Date,
): 'check_not_refused' | 'appeal_already' | 'appeal_too_late' | undefined {
  if (appealed) return 'appeal_already';
  if (stage !== 'REFUSED' || !decidedAt) return 'check_not_refused';
  return now.getTime() - decidedAt.getTime() > appealDays * 86_400_000 ? 'appeal_too_late' : undefined;
}
