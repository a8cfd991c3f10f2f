import type { Point } from '#shared/domain/geo/distance';

/** A report before it is filed. `reporterId` null is a report without a reporter in the desk; `anonymous` hides the one there is. */
export interface TicketDraft {
  categoryCode: string;
  title: string;
  description: string;
  address: string;
  position?: Point | undefined;
  /** A town alone, when no village could be found out. */
  townCode?: string | undefined;
  villageCode?: string | undefined;
  gridCode?: string | undefined;
  /** How long it has lasted, in the resident's words (一个星期). */
  since?: string | undefined;
  reporterId: string | null;
  anonymous: boolean;
  confidential?: boolean | undefined;
  source: 'chat' | 'staff' | 'handoff' | 'forum';
  attachmentIds: readonly string[];
  understanding: { intent: string; confidence: number; because: string[]; said: string[] } | null;
  conversationId?: string | undefined;
  /** Danger to life or limb: the ticket is P0. */
  danger?: boolean | undefined;
}
