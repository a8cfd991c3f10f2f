import type { TopicLevel } from '../forum/lifecycle';

/** What the desk asked last about a topic. */
export type TopicStep = 'what' | 'keptOut' | 'village' | 'level' | 'more' | 'title' | 'similar' | 'confirm';

/** Putting a topic forward while it is talked over. `said` are the resident's own words, in order; they become the body. Instants are ISO strings. */
export interface TopicTalk {
  readonly id: string;
  readonly step: TopicStep;
  readonly said: readonly string[];
  readonly title?: string;
  readonly villageCode?: string;
  readonly level?: TopicLevel;
  /** Whether it was said that law keeps it out and the resident wants it reviewed all the same. */
  readonly insists?: true;
  /** Whether similar topics were looked for. */
  readonly looked?: true;
  readonly similar?: readonly SimilarTopic[];
  readonly askedAt: string;
}

/** A topic that may be the same. */
export interface SimilarTopic {
  readonly id: string;
  readonly title: string;
}

/** A topic as it would be filed. */
export interface TopicDraft {
  readonly title: string;
  readonly body: string;
  readonly level: TopicLevel;
  readonly villageCode: string;
}

/** What the server has to write, in the turn's own transaction. */
export type TopicDeed =
  | { readonly kind: 'raise'; readonly draft: TopicDraft }
  | { readonly kind: 'support'; readonly topicId: string };
