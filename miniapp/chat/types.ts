import type { Input, Output } from '#shared/contract';
import type { Photo } from '../services/upload';

export type ChatMessage = Output<'chat.updates'>['messages'][number];
export type Conversation = Output<'chat.updates'>['conversation'];
export type Card = NonNullable<ChatMessage['card']>;
export type CardOf<T extends Card['type']> = Extract<Card, { type: T }>;
export type Option = CardOf<'menu'>['options'][number];
export type Opening = Pick<Output<'chat.open'>, 'greeting' | 'cards'>;

/** What one turn carries, apart from the conversation it belongs to. */
export type Sent = Omit<Input<'chat.send'>, 'conversationId'>;

/** Something said on this phone that the server has not confirmed yet. It survives closing the app. */
export interface Outgoing {
  /** The idempotency key: the same one on every try. */
  readonly key: string;
  readonly sent: Sent;
  /** What stands in the bubble. */
  readonly label: string;
  /** Local photos still to upload, and those already on the server. */
  readonly paths: readonly string[];
  readonly uploaded: readonly Photo[];
  readonly percent?: number;
  readonly state: 'sending' | 'failed';
  readonly problem?: string;
}

export interface Thread {
  readonly opening: Opening | undefined;
  readonly conversation: Conversation | undefined;
  readonly messages: readonly ChatMessage[];
  readonly outgoing: readonly Outgoing[];
  readonly hasEarlier: boolean;
  /** The greeting of this visit stands after the message with this number; 0 is on top. */
  readonly greetedAt: number;
  /** What went wrong while opening; what was said is kept all the same. */
  readonly problem: string | undefined;
}

/** Says something or taps something; `label` is what stands in the person's own bubble. */
export type Say = (sent: Sent, label: string, paths?: readonly string[]) => void;
