import type { z } from 'zod';
import type { Ticket } from '#prisma';
import type { Clock } from '#shared/contract/tickets';
import { limitText } from '#shared/domain/text/dates';
import { slaRules } from '#shared/domain/tickets/levels';
import { isOpen } from '#shared/domain/tickets/lifecycle';
import { remaining, remainingText } from '#shared/domain/tickets/remaining';
import { deadlineInForce } from '#shared/domain/tickets/sla';
import type { World } from '../places/index';
import { clockStart } from './clock';

type Timed = Pick<
  Ticket,
  | 'status'
  | 'level'
  | 'receivedAt'
  | 'acceptBy'
  | 'contactBy'
  | 'handleBy'
  | 'clockProvisional'
  | 'alarmAt'
  | 'alarmKind'
  | 'reopenCount'
  | 'resolvedAt'
  | 'escalation'
  | 'handlingLevel'
>;

/** The clock of a ticket in words; yellow and red follow the same alarm columns as the alarms themselves. */
export function presentClock(world: World, ticket: Timed, now: Date): z.output<typeof Clock> {
  const running = deadlineInForce(ticket.status, ticket);
  const dueAt = running ?? ticket.handleBy;
  const start = clockStart(ticket).getTime();
  const share = (now.getTime() - start) / Math.max(1, dueAt.getTime() - start);
  const common = {
    dueAt: dueAt.toISOString(),
    dueText: limitText(dueAt, now),
    elapsed: Math.min(1, Math.max(0, share)),
    provisional: ticket.clockProvisional,
  };
  if (!isOpen(ticket.status)) return { ...common, state: 'done', text: '已结束', elapsed: 1 };
  if (ticket.status === 'PAUSED') return { ...common, state: 'paused', text: '挂起中，时限暂停' };
  if (!running)
    return { ...common, state: 'done', text: ticket.status === 'HANDLED' ? '等待核查' : '等待确认', elapsed: 1 };
  const left = remaining(now, running, slaRules[ticket.level].clock, world.calendar);
  return {
    ...common,
    state: left.overdue ? 'overdue' : isYellow(ticket, now) ? 'dueSoon' : 'onTime',
    text: remainingText(left),
  };
}

function isYellow({ alarmAt, alarmKind }: Timed, now: Date): boolean {
  return alarmKind === 'overdue' || (alarmKind === 'warn' && alarmAt !== null && alarmAt <= now);
}
