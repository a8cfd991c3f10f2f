import type { TicketAction } from '#shared/domain/tickets/lifecycle';
import { type StaffAction, staffActions } from './draft';

/** How the buttons under a case are laid out. */
export interface Arrangement {
  primary: StaffAction | undefined;
  beside: StaffAction[];
  more: StaffAction[];
}

const deeds: readonly StaffAction[] = [
  'accept',
  'decide',
  'passCheck',
  'handle',
  'contact',
  'finishAssist',
  'resume',
  'close',
];
const seldom: readonly StaffAction[] = ['comment', 'merge', 'reject', 'extend'];

/**
 * Lays out what may be done: one filled button, at most `room` quiet ones beside it, the rest behind 更多.
 * Only the row's abilities decide what is there; the order is ours (default, to be confirmed).
 */
export function arrange(abilities: readonly TicketAction[], room: number): Arrangement {
  const may = staffActions.filter((action) => abilities.includes(action));
  const primary = may.find((action) => deeds.includes(action));
  const rest = may.filter((action) => action !== primary);
  const often = rest.filter((action) => !seldom.includes(action));
  const beside = often
    .filter((action) => !deeds.includes(action) || action === 'contact')
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, room);
  return { primary, beside, more: rest.filter((action) => !beside.includes(action)) };
}

const besideOrder: readonly StaffAction[] = ['failCheck', 'return', 'requestAssist', 'contact', 'assign', 'transfer'];

const weight = (action: StaffAction) => {
  const at = besideOrder.indexOf(action);
  return at < 0 ? besideOrder.length : at;
};
