import type { Output } from '#shared/contract';
import type { TicketAction } from '#shared/domain/tickets/lifecycle';

export type Ticket = Output<'tickets.get'>;
type Photo = Ticket['photos'][number];

/** Which ticket, as it was when it was read: `version` lets the server refuse what has moved since. */
export interface Target {
  id: string;
  version: number;
}

/** What somebody has put into a sheet so far. Kept per ticket and action until it is sent. */
export interface Draft {
  words: string;
  whereTo: string;
  unitCode: string;
  personId: string;
  assistId: string;
  intoId: string;
  photos: Photo[];
}

/** The verbs that have a sheet on the workbench, the likeliest next deed first. */
export const staffActions = [
  'accept',
  'decide',
  'passCheck',
  'handle',
  'contact',
  'finishAssist',
  'resume',
  'close',
  'failCheck',
  'return',
  'requestAssist',
  'assign',
  'transfer',
  'extend',
  'pause',
  'merge',
  'reject',
  'comment',
] as const satisfies readonly TicketAction[];

export type StaffAction = (typeof staffActions)[number];

/** A sheet nobody has written in. */
export const emptyDraft: Draft = {
  words: '',
  whereTo: '',
  unitCode: '',
  personId: '',
  assistId: '',
  intoId: '',
  photos: [],
};

/** Whether anything has been put in yet. */
export const isBegun = (draft: Draft): boolean => Object.values(draft).some((value) => value.length > 0);

/** The free text, or nothing when it is only blanks (an optional note is then left out of the call). */
export const wordsOrNothing = ({ words }: Draft): string | undefined => words.trim() || undefined;
