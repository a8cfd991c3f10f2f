import type { HandlingLevel, Ticket } from '#prisma';
import { type EscalationLevel, nextAlarm } from '#shared/domain/tickets/escalation';
import { silentAfter } from '#shared/domain/tickets/guards';
import { slaRules } from '#shared/domain/tickets/levels';
import { deadlineInForce, warnAt } from '#shared/domain/tickets/sla';
import { dayOf, instantAt, timeOfDay } from '#shared/domain/time/clock';
import { addWorkdays, type Uncovered, type WorkCalendar } from '#shared/domain/time/workdays';

/** What the alarm of a ticket is about: yellow, red, 回访 (ask the resident again), close after silence. */
type AlarmKind = 'warn' | 'overdue' | 'revisit' | 'close';

export interface AlarmColumns {
  alarmAt: Date | null;
  alarmKind: AlarmKind | null;
}

/** Working days after the resolving until the resident is asked again. Default, to be confirmed (domain 6.4: revisit ≤ 3). */
const revisitWorkdays = 3;

type Timed = Pick<
  Ticket,
  | 'status'
  | 'level'
  | 'receivedAt'
  | 'acceptBy'
  | 'contactBy'
  | 'handleBy'
  | 'resolvedAt'
  | 'reopenCount'
  | 'escalation'
  | 'handlingLevel'
>;

const holderLevels: Record<HandlingLevel, EscalationLevel> = {
  GRID: 'GRID_STAFF',
  VILLAGE: 'GRID_LEAD',
  TOWN: 'TOWN',
  DEPARTMENT: 'TOWN',
  CENTRE: 'CENTRE',
};

/**
 * Asks the calendar; where a year is missing from it, that year is read as weekends only and the answer is provisional. Callers must
 * keep the flag, so that the guess is shown and never silent.
 */
export function counted<R extends { covered: true; provisional: boolean }>(
  calendar: WorkCalendar,
  ask: (calendar: WorkCalendar) => R | Uncovered,
): R {
  const answer = ask(calendar);
  if (answer.covered) return answer;
  const years = { ...calendar.years, [answer.year]: { status: 'provisional', holidays: {}, workdays: {} } as const };
  return counted({ years }, ask);
}

/** From when the clock in force has run: the receipt, or the reopening (which a reopened ticket keeps in `resolvedAt` until it is resolved again). */
export const clockStart = ({ receivedAt, reopenCount, resolvedAt }: Timed): Date =>
  reopenCount > 0 && resolvedAt ? resolvedAt : receivedAt;

/** The next thing the clock has to say about a ticket. `warned` is whether yellow was already said for the limit in force. */
export function alarmOf(ticket: Timed, warned: boolean, calendar: WorkCalendar): AlarmColumns {
  if (ticket.status === 'RESOLVED' && ticket.resolvedAt) return afterResolving(ticket.resolvedAt, warned, calendar);
  const dueAt = deadlineInForce(ticket.status, ticket);
  if (!dueAt) return { alarmAt: null, alarmKind: null };
  const yellow = counted(calendar, (years) => warnAt(ticket.level, clockStart(ticket), dueAt, years)).value;
  const facts = {
    status: ticket.status,
    holder: holderLevels[ticket.handlingLevel],
    escalation: ticket.escalation,
    warned,
    warnAt: yellow,
    dueAt,
    clock: slaRules[ticket.level].clock,
  };
  if (!nextAlarm(facts, calendar)) return { alarmAt: null, alarmKind: null };
  const { value } = counted(
    calendar,
    (years) => nextAlarm(facts, years) ?? { covered: true, value: null, provisional: false },
  );
  return value ? { alarmAt: value.at, alarmKind: value.kind } : { alarmAt: null, alarmKind: null };
}

/** To whom the next red goes, by the level of the holder and the hops made. */
export function alarmLevel(ticket: Timed, calendar: WorkCalendar): EscalationLevel {
  const dueAt = deadlineInForce(ticket.status, ticket) ?? ticket.handleBy;
  const facts = {
    status: ticket.status,
    holder: holderLevels[ticket.handlingLevel],
    escalation: ticket.escalation,
    warned: true,
    warnAt: dueAt,
    dueAt,
    clock: slaRules[ticket.level].clock,
  };
  const alarm = counted(
    calendar,
    (years) => nextAlarm(facts, years) ?? { covered: true, value: null, provisional: false },
  );
  return alarm.value?.level ?? facts.holder;
}

function afterResolving(resolvedAt: Date, revisited: boolean, calendar: WorkCalendar): AlarmColumns {
  const close: AlarmColumns = { alarmAt: silentAfter(resolvedAt), alarmKind: 'close' };
  if (revisited) return close;
  const day = counted(calendar, (years) => addWorkdays(dayOf(resolvedAt), revisitWorkdays, years)).value;
  const at = instantAt(day, timeOfDay(resolvedAt));
  return close.alarmAt && at < close.alarmAt ? { alarmAt: at, alarmKind: 'revisit' } : close;
}
