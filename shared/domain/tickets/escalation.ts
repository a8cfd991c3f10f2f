import { dayOf, hourMs, instantAt, later, timeOfDay } from '../time/clock';
import { addWorkdays, type Counted, type WorkCalendar } from '../time/workdays';
import { isOpen, type TicketStatus } from './lifecycle';

/** 网格员 → 网格长 → 镇街 → 区中心: who hears of a limit that is passed. */
export const escalationLevels = ['GRID_STAFF', 'GRID_LEAD', 'TOWN', 'CENTRE'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

const levelLabels = { GRID_STAFF: '网格员', GRID_LEAD: '网格长', TOWN: '镇街', CENTRE: '区中心' } as const;
const naturalHopHours = 2;
const workingHopDays = 1;

/** What an alarm depends on. `escalation` counts the hops already made from `holder`; `warned` tells whether yellow was already said. */
export interface AlarmFacts {
  readonly status: TicketStatus;
  readonly holder: EscalationLevel;
  readonly escalation: number;
  readonly warned: boolean;
  readonly warnAt: Date;
  readonly dueAt: Date;
  readonly clock: 'natural' | 'working';
}

/** Yellow goes to the holder, red to the level it is raised to. */
export interface Alarm {
  readonly kind: 'warn' | 'overdue';
  readonly at: Date;
  readonly level: EscalationLevel;
}

/** The word people read for a level, for example 网格长. */
export function escalationLabel(level: EscalationLevel): string {
  return levelLabels[level];
}

/** The level above, or undefined above the centre. */
export function levelAbove(level: EscalationLevel): EscalationLevel | undefined {
  return escalationLevels[escalationLevels.indexOf(level) + 1];
}

/**
 * The next thing the clock has to say about a ticket, or undefined: yellow once, red at the limit one level up, and then one level more each
 * working day (each 2 hours for P0 and P1) until the centre has it. Each hop happens once. Hop lengths are defaults, to be confirmed.
 */
export function nextAlarm(facts: AlarmFacts, calendar: WorkCalendar): Counted<Alarm> | undefined {
  if (!clockRuns(facts.status)) return undefined;
  const { holder, escalation, dueAt } = facts;
  if (!facts.warned && escalation === 0 && facts.warnAt < dueAt) {
    return { covered: true, value: { kind: 'warn', at: facts.warnAt, level: holder }, provisional: false };
  }
  const level = escalationLevels[escalationLevels.indexOf(holder) + escalation + 1];
  if (!level) return escalation === 0 ? certain({ kind: 'overdue', at: dueAt, level: holder }) : undefined;
  const at = hopAt(dueAt, escalation, facts.clock, calendar);
  if (!at.covered) return at;
  return { covered: true, value: { kind: 'overdue', at: at.value, level }, provisional: at.provisional };
}

/** The reason of a hop in plain words, for the time line. */
export function escalationText(alarm: Alarm): string {
  const who = escalationLabel(alarm.level);
  return alarm.kind === 'warn' ? `办理时限已用去八成，提醒${who}抓紧办理` : `超过办理时限，已上报给${who}`;
}

function clockRuns(status: TicketStatus): boolean {
  return isOpen(status) && status !== 'PAUSED' && status !== 'HANDLED' && status !== 'RESOLVED';
}

function hopAt(dueAt: Date, hop: number, clock: 'natural' | 'working', calendar: WorkCalendar): Counted<Date> {
  if (hop === 0) return certain(dueAt);
  if (clock === 'natural') return certain(later(dueAt, hop * naturalHopHours * hourMs));
  const day = addWorkdays(dayOf(dueAt), hop * workingHopDays, calendar);
  if (!day.covered) return day;
  return { covered: true, value: instantAt(day.value, timeOfDay(dueAt)), provisional: day.provisional };
}

function certain<T>(value: T): Counted<T> {
  return { covered: true, value, provisional: false };
}
