import type { TicketStatus } from '../tickets/lifecycle';

/** How far a task of a decision has come by the state of its ticket, in percent: steps people can follow, not estimates. */
const percents: Record<TicketStatus, number> = {
  SUBMITTED: 0,
  ARBITRATION: 0,
  ACCEPTED: 20,
  PROCESSING: 40,
  PAUSED: 40,
  HANDLED: 80,
  RESOLVED: 100,
  CLOSED: 100,
  REJECTED: 0,
  WITHDRAWN: 0,
  MERGED: 100,
};

/** How far a task has come, 0 to 100. */
export function taskPercent(status: TicketStatus): number {
  return percents[status];
}

/** How far all tasks have come together; each counts the same. 0 without tasks. */
export function progressPercent(statuses: readonly TicketStatus[]): number {
  if (statuses.length === 0) return 0;
  return Math.floor(statuses.reduce((sum, status) => sum + percents[status], 0) / statuses.length);
}

const done: readonly TicketStatus[] = ['RESOLVED', 'CLOSED', 'MERGED'];

/** Whether a task is carried out: its check has passed, by somebody other than who did it. */
export function isCarriedOut(status: TicketStatus): boolean {
  return done.includes(status);
}

/** Whether a task will not be carried out as it stands: not taken on, or called off. It must be answered for. */
export function isRefused(status: TicketStatus): boolean {
  return status === 'REJECTED' || status === 'WITHDRAWN';
}

/** Whether nothing is left to do: there are tasks, and each is carried out. One that was refused must be answered for first. */
export function allCarriedOut(statuses: readonly TicketStatus[]): boolean {
  return statuses.length > 0 && statuses.every(isCarriedOut);
}
