import type { CheckState } from '#prisma';
import type { Ctx } from '../../kernel/context';

/** What waits for a check: whose it is, in which topic, and the words or the picture to look at. */
export interface PostedText {
  readonly authorId: string;
  readonly topicId: string;
  readonly state: CheckState;
  readonly title?: string;
  readonly words?: string;
  readonly attachmentId?: string;
}

/** One kind of text that others are to read: how it is found, and what its verdict changes. Both run in the caller's transaction. */
export interface TextKind {
  load(ctx: Ctx, textId: string): Promise<PostedText | null>;
  settle(ctx: Ctx, textId: string, state: CheckState): Promise<void>;
}
