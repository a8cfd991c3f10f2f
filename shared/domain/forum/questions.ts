import { dayMs, later } from '../time/clock';
import { defaultHours, type WorkCalendar, workdayDeadline } from '../time/workdays';

/** A department answers within so many working days. Default, to be confirmed. */
const answerWorkdays = 5;
/** Calendar days instead, for a year the calendar does not cover. */
const answerDays = 7;
/** Until when a question asked now is to be answered: the end of the fifth working day. */
export function answerBy(askedAt: Date, calendar: WorkCalendar): Date {
  const due = workdayDeadline(askedAt, answerWorkdays, calendar, defaultHours);
  return due.covered ? due.value : later(askedAt, answerDays * dayMs);
}

/** When the clock of a question speaks: yellow at four fifths of its time. */
export function warnAnswerAt(askedAt: Date, dueAt: Date): Date {
  return later(askedAt, Math.floor((dueAt.getTime() - askedAt.getTime()) * 0.8));
}
/** Of one person's questions under one topic so many may wait for an answer. Default, to be confirmed. */
export const mostOpenQuestions = 3;
