import type { Output } from '#shared/contract';

export type Deliberation = Output<'forum.deliberation'>;
export type Meeting = Deliberation['meetings'][number];
export type Paper = NonNullable<Deliberation['paper']>;
export type Task = Deliberation['progress']['tasks'][number];
export type Board = Output<'forum.opinions'>;
export type Question = Output<'forum.questions'>['items'][number];
