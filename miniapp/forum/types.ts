import type { Output } from '#shared/contract';

export type TopicDetail = Output<'forum.get'>;
/** One topic as lists and cards have it. */
export type TopicSummary = Output<'forum.mine'>['items'][number];
export type TopicAbility = TopicDetail['abilities'][number];
