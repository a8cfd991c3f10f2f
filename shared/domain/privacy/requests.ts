import { addDays, dayMs, dayOf, endOfDay } from '../time/clock';
import { defaultHours, type WorkCalendar, workdayDeadline } from '../time/workdays';

/** What may be asked about one's own data: a copy, a correction, a deletion, an explanation. Source: 个人信息保护法 44 to 48. */
export const dataRequestKinds = ['COPY', 'CORRECT', 'DELETE', 'EXPLAIN'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

export const dataRequestStates = ['OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
export type DataRequestState = (typeof dataRequestStates)[number];

export const dataRequestLabels: Readonly<Record<DataRequestKind, string>> = {
  COPY: '查看和下载',
  CORRECT: '更正',
  DELETE: '删除',
  EXPLAIN: '解释说明',
};

/** What a request is about. `name` is corrected by the answer itself; the rest is done by hand and told in it. */
export const dataRequestSubjects = ['name', 'household', 'ticket', 'booking', 'talk', 'other'] as const;
export type DataRequestSubject = (typeof dataRequestSubjects)[number];

export const dataSubjectLabels: Readonly<Record<DataRequestSubject, string>> = {
  name: '我的姓名',
  household: '我的家庭户',
  ticket: '我报的事',
  booking: '约律师的记录',
  talk: '和小翠说的话',
  other: '别的',
};

/** Working days until a request must be answered. Source: 15 working days, default, to be confirmed. */
const answerWorkdays = 15;

/** Requests of one person that may wait for an answer at a time. Default, to be confirmed. */
export const openRequestLimit = 5;

/** Until when a request made at `since` is to be answered: the end of the 15th working day. A year without calendar counts three weeks. */
export function answerDueAt(since: Date, calendar: WorkCalendar): Date {
  const due = workdayDeadline(since, answerWorkdays, calendar, defaultHours);
  return due.covered ? due.value : endOfDay(addDays(dayOf(since), 21));
}

/** When staff are reminded of a request nobody has answered: five days before it is due, at once when it is closer. */
export const remindDueAt = (since: Date, dueAt: Date): Date =>
  new Date(Math.max(since.getTime(), dueAt.getTime() - 5 * dayMs));

/** A correction of the name needs the name as it should read; nothing else may carry one. */
export const isNameRequest = (kind: DataRequestKind, about: DataRequestSubject): boolean =>
  kind === 'CORRECT' && about === 'name';

/** Why a request cannot be answered by this person now; undefined when it can. */
export function whyNotAnswer(
  request: { readonly state: DataRequestState; readonly personId: string },
  actorId: string,
): 'data_request_own' | 'data_request_closed' | undefined {
  if (request.personId === actorId) return 'data_request_own';
  return request.state === 'OPEN' ? undefined : 'data_request_closed';
}
