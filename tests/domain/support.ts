import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted, WorkCalendar } from '#shared/domain/time/workdays';

/** The calendar the desk is delivered with: 2024-2026 official, 2027-2028 provisional. */
export const calendar: WorkCalendar = JSON.parse(
  readFileSync(join(__dirname, '../../prisma/data/work-calendar.json'), 'utf8'),
);

/** An instant from Shanghai wall-clock text such as `2026-09-30 17:31`. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+08:00`);
}

/** Shanghai wall-clock text of an instant, to the second. */
export function wall(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The value of an answer the calendar covers. */
export function answerOf<T>(answer: Counted<T>): T {
  if (!answer.covered) throw new Error(`year ${answer.year} is not covered`);
  return answer.value;
}
