import type { Output } from '#shared/contract';
import { addDays, dayOf } from '#shared/domain/time/clock';
import type { Booking } from '../../../booking/types';

export type Agenda = Output<'advisor.agenda'>;

export const spans = [
  { key: 'today', label: '今天' },
  { key: 'week', label: '这七天' },
  { key: 'next', label: '后七天' },
  { key: 'last', label: '前七天' },
] as const;
export type Span = (typeof spans)[number]['key'];

/** The days a view asks for, from today in Asia/Shanghai. */
export function spanOf(span: Span, now: Date): { from: string; days: number } {
  const today = dayOf(now);
  switch (span) {
    case 'today':
      return { from: today, days: 1 };
    case 'week':
      return { from: today, days: 7 };
    case 'next':
      return { from: addDays(today, 7), days: 7 };
    case 'last':
      return { from: addDays(today, -7), days: 7 };
  }
}

/** What asks for something first: requests, then talks without a record, each of them once. */
export function toDo({ requests, unrecorded }: Pick<Agenda, 'requests' | 'unrecorded'>): Booking[] {
  return [...requests, ...unrecorded.filter(({ id }) => requests.every((one) => one.id !== id))];
}

/** Every booking in sight once, in the order shown. */
export function allOf(agenda: Agenda): Booking[] {
  const first = toDo(agenda);
  const later = agenda.days.flatMap(({ items }) => items).filter(({ id }) => first.every((one) => one.id !== id));
  return [...first, ...later];
}

/** What stands over the list: what waits for an answer and what has no record yet. */
export function countWords({ requests, unrecorded }: Pick<Agenda, 'requests' | 'unrecorded'>): string {
  const said = [
    requests.length > 0 && `${requests.length} 个等您答复`,
    unrecorded.length > 0 && `${unrecorded.length} 次没写记录`,
  ].filter(Boolean);
  return said.length > 0 ? said.join('，') : '都答复了';
}
