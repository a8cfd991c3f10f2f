import { dayOf, endOfDay, hourMs, instantAt, later, minuteMs, timeOfDay } from '../time/clock';
import {
  addWorkdays,
  type Counted,
  defaultHours,
  receiptDay,
  type Uncovered,
  type WorkCalendar,
  type WorkingHours,
  workdayDeadline,
} from '../time/workdays';
import { addWorkingMinutes, workingMinutesBetween } from '../time/working-time';
import { type SlaRule, type Span, slaRules, type TicketLevel } from './levels';
import type { TicketStatus } from './lifecycle';

/** The three limits of a ticket as instants; `provisional` when a year without its official calendar was used. */
export interface Deadlines {
  readonly acceptBy: Date;
  readonly contactBy: Date;
  readonly handleBy: Date;
  readonly provisional: boolean;
}

/** Which part of the time is used up when the light turns yellow. Default, to be confirmed. */
export const warnShare = 0.8;

const sure = <T>(value: T): Counted<T> => ({ covered: true, value, provisional: false });

/** The end of a span that starts with a receipt, in Shanghai time. */
export function spanEnd(span: Span, receivedAt: Date, calendar: WorkCalendar, hours: WorkingHours): Counted<Date> {
  switch (span.unit) {
    case 'minutes':
      return sure(later(receivedAt, span.value * minuteMs));
    case 'hours':
      return sure(later(receivedAt, span.value * hourMs));
    case 'calmHours':
      return calmEnd(span.value, receivedAt, calendar, hours);
    case 'workingMinutes':
      return addWorkingMinutes(receivedAt, span.value, calendar, hours);
    case 'workdays':
      return workdayDeadline(receivedAt, span.value, calendar, hours);
  }
}

function calmEnd(value: number, receivedAt: Date, calendar: WorkCalendar, hours: WorkingHours): Counted<Date> {
  const start = receiptDay(receivedAt, calendar, hours);
  if (!start.covered) return start;
  const opening = (hours[0]?.from ?? 0) * minuteMs;
  const from = start.value === dayOf(receivedAt) ? receivedAt : instantAt(start.value, opening);
  const end = later(from, value * hourMs);
  const day = addWorkdays(dayOf(end), 0, calendar);
  if (!day.covered) return day;
  return {
    covered: true,
    value: instantAt(day.value, timeOfDay(end)),
    provisional: start.provisional || day.provisional,
  };
}

/** All limits of a new ticket. P0 and P1 never need the calendar; for the rest an uncovered year is said, not guessed. */
export function deadlinesFor(
  level: TicketLevel,
  receivedAt: Date,
  calendar: WorkCalendar,
  hours: WorkingHours = defaultHours,
  rules: Readonly<Record<TicketLevel, SlaRule>> = slaRules,
): ({ readonly covered: true } & Deadlines) | Uncovered {
  const rule = rules[level];
  const accept = spanEnd(rule.accept, receivedAt, calendar, hours);
  if (!accept.covered) return accept;
  const contact = spanEnd(rule.contact, receivedAt, calendar, hours);
  if (!contact.covered) return contact;
  const handle = spanEnd(rule.handle, receivedAt, calendar, hours);
  if (!handle.covered) return handle;
  return {
    covered: true,
    acceptBy: accept.value,
    contactBy: contact.value,
    handleBy: handle.value,
    provisional: accept.provisional || contact.provisional || handle.provisional,
  };
}

/** The limit that runs in this status: accept, then contact, then handle; none once it is handled, paused or ended. */
export function deadlineInForce(
  status: TicketStatus,
  deadlines: Pick<Deadlines, 'acceptBy' | 'contactBy' | 'handleBy'>,
): Date | undefined {
  if (status === 'SUBMITTED' || status === 'ARBITRATION') return deadlines.acceptBy;
  if (status === 'ACCEPTED') return deadlines.contactBy;
  return status === 'PROCESSING' ? deadlines.handleBy : undefined;
}

/**
 * A limit after a pause (挂起): later by the paused time, counted as the level counts. Where that lands exactly on closing time the
 * whole day is granted, like every limit in days.
 */
export function deadlineAfterPause(
  level: TicketLevel,
  dueAt: Date,
  pausedAt: Date,
  resumedAt: Date,
  calendar: WorkCalendar,
  hours: WorkingHours = defaultHours,
): Counted<Date> {
  if (resumedAt <= pausedAt) return sure(dueAt);
  if (slaRules[level].clock === 'natural') return sure(later(dueAt, resumedAt.getTime() - pausedAt.getTime()));
  const paused = workingMinutesBetween(pausedAt, resumedAt, calendar, hours);
  if (!paused.covered || paused.value === 0) return paused.covered ? sure(dueAt) : paused;
  const shifted = addWorkingMinutes(dueAt, paused.value, calendar, hours);
  if (!shifted.covered) return shifted;
  const closing = (hours[hours.length - 1]?.to ?? 0) * minuteMs;
  const value = timeOfDay(shifted.value) === closing ? endOfDay(dayOf(shifted.value)) : shifted.value;
  return { covered: true, value, provisional: paused.provisional || shifted.provisional };
}

/** A limit after its one extension: so many working days (or hours) later at the same time of day; undefined where the level has none. */
export function deadlineAfterExtension(
  level: TicketLevel,
  dueAt: Date,
  calendar: WorkCalendar,
): Counted<Date> | undefined {
  const { extend } = slaRules[level];
  if (!extend) return undefined;
  if (extend.unit === 'hours') return sure(later(dueAt, extend.value * hourMs));
  const day = addWorkdays(dayOf(dueAt), extend.value, calendar);
  if (!day.covered) return day;
  return { covered: true, value: instantAt(day.value, timeOfDay(dueAt)), provisional: day.provisional };
}

/** The limit of a reopened ticket: 5 working days from the reopening, whatever its level (default, to be confirmed). */
export function deadlineAfterReopening(
  level: TicketLevel,
  reopenedAt: Date,
  calendar: WorkCalendar,
  hours: WorkingHours = defaultHours,
): Counted<Date> {
  return spanEnd(slaRules[level].reopen, reopenedAt, calendar, hours);
}

/** When the light turns yellow: 80 % of the working (or, for P0 and P1, natural) time between start and limit; never after the limit. */
export function warnAt(
  level: TicketLevel,
  startedAt: Date,
  dueAt: Date,
  calendar: WorkCalendar,
  hours: WorkingHours = defaultHours,
): Counted<Date> {
  if (dueAt <= startedAt) return sure(dueAt);
  if (slaRules[level].clock === 'natural') {
    return sure(later(startedAt, Math.floor((dueAt.getTime() - startedAt.getTime()) * warnShare)));
  }
  const whole = workingMinutesBetween(startedAt, dueAt, calendar, hours);
  if (!whole.covered) return whole;
  if (whole.value === 0) return { covered: true, value: dueAt, provisional: whole.provisional };
  const warned = addWorkingMinutes(startedAt, Math.floor(whole.value * warnShare), calendar, hours);
  if (!warned.covered) return warned;
  const value = warned.value < dueAt ? warned.value : dueAt;
  return { covered: true, value, provisional: whole.provisional };
}
