import { type TopicAction, type TopicStatus, topicStatusAfter } from './lifecycle';

/** Why something cannot be done to a topic now; each is a code of the failure catalogue. */
export type TopicReason =
  | 'topic_action_not_allowed'
  | 'topic_not_passed'
  | 'topic_extend_limit'
  | 'topic_counts_elsewhere'
  | 'topic_home_missing';

/** What a guard looks at. `counts` is whether the actor's voice counts in this place. */
export interface TopicFacts {
  readonly status: TopicStatus;
  readonly isPassed: boolean;
  readonly extendCount: number;
  readonly counts: 'yes' | 'elsewhere' | 'unknown';
}

/** What can be done before the words of a topic have been checked. */
const beforeCheck: readonly TopicAction[] = ['edit', 'withdraw', 'lapse', 'sendBack', 'ruleOut', 'resubmit'];

/** Why an action is not possible now, or undefined. Who may do it at all is the policy's question. */
export function whyNotTopic(action: TopicAction, facts: TopicFacts): TopicReason | undefined {
  if (!topicStatusAfter(facts.status, action)) return 'topic_action_not_allowed';
  if (!facts.isPassed && !beforeCheck.includes(action)) return 'topic_not_passed';
  if (action === 'extend' && facts.extendCount > 0) return 'topic_extend_limit';
  if (action !== 'support' || facts.counts === 'yes') return undefined;
  return facts.counts === 'elsewhere' ? 'topic_counts_elsewhere' : 'topic_home_missing';
}
