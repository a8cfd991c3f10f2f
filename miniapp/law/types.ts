import type { Output } from '#shared/contract';

export type LawAnswer = Output<'laws.topic'>;
export type Citation = LawAnswer['articles'][number];
