/** Booking lifecycle (预约状态机): which action leads where. Absent means not allowed. Source: features B4-B9, defaults to be confirmed. */
const transitions = {
  HELD: { request: 'REQUESTED', confirm: 'CONFIRMED', cancel: 'CANCELLED', expire: 'EXPIRED' },
  REQUESTED: {
    accept: 'CONFIRMED',
    propose: 'SAME',
    passOn: 'SAME',
    reschedule: 'RESCHEDULED',
    cancel: 'CANCELLED',
    expire: 'EXPIRED',
  },
  CONFIRMED: {
    propose: 'SAME',
    passOn: 'REQUESTED',
    reschedule: 'RESCHEDULED',
    cancel: 'CANCELLED',
    finish: 'DONE',
    residentAbsent: 'NO_SHOW_RESIDENT',
    advisorAbsent: 'NO_SHOW_ADVISOR',
  },
  DONE: { rate: 'SAME', complain: 'SAME' },
  CANCELLED: { complain: 'SAME' },
  EXPIRED: {},
  RESCHEDULED: {},
  NO_SHOW_RESIDENT: { undoNoShow: 'CONFIRMED' },
  NO_SHOW_ADVISOR: { undoNoShow: 'CONFIRMED', complain: 'SAME' },
} as const;

const statusLabels = {
  HELD: '占号中',
  REQUESTED: '待顾问确认',
  CONFIRMED: '已约好',
  DONE: '已完成',
  CANCELLED: '已取消',
  EXPIRED: '已失效',
  RESCHEDULED: '已改期',
  NO_SHOW_RESIDENT: '居民未到',
  NO_SHOW_ADVISOR: '顾问未到',
} as const;

const actionLabels = {
  request: '提交预约',
  confirm: '约好',
  accept: '接受',
  propose: '建议换时间',
  passOn: '转给同事',
  reschedule: '改期',
  cancel: '取消',
  expire: '失效',
  finish: '完成',
  residentAbsent: '居民未到',
  advisorAbsent: '顾问未到',
  undoNoShow: '更正未到',
  rate: '评价',
  complain: '投诉',
} as const;

/** Every status a booking can be in, in the order of its life. HELD is the hold of a slot while the resident confirms. */
export const bookingStatuses = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'DONE',
  'CANCELLED',
  'EXPIRED',
  'RESCHEDULED',
  'NO_SHOW_RESIDENT',
  'NO_SHOW_ADVISOR',
] as const;

/** Every verb of a booking. `request` waits for the advisor, `confirm` is for slots that need no answer and for walk-ins. */
export const bookingActions = [
  'request',
  'confirm',
  'accept',
  'propose',
  'passOn',
  'reschedule',
  'cancel',
  'expire',
  'finish',
  'residentAbsent',
  'advisorAbsent',
  'undoNoShow',
  'rate',
  'complain',
] as const;

/** Who does something to a booking; kept with a cancelling. STAFF also acts for an elder (代约). */
export const bookingParties = ['RESIDENT', 'ADVISOR', 'STAFF', 'SYSTEM'] as const;

export type BookingStatus = (typeof bookingStatuses)[number];
export type BookingAction = (typeof bookingActions)[number];
export type BookingParty = (typeof bookingParties)[number];

/** The status an action leads to, or undefined when it is not allowed there. */
export function bookingStatusAfter(status: BookingStatus, action: BookingAction): BookingStatus | undefined {
  const row: Partial<Record<BookingAction, BookingStatus | 'SAME'>> = transitions[status];
  const next = row[action];
  return next === 'SAME' ? status : next;
}

/** The word people read for a status, for example 已约好. */
export function bookingStatusLabel(status: BookingStatus): string {
  return statusLabels[status];
}

/** The word people read for an action, for example 改期. */
export function bookingActionLabel(action: BookingAction): string {
  return actionLabels[action];
}

/** What decides whether a booking still counts. */
export interface Standing {
  readonly status: BookingStatus;
  /** End of the hold; set while HELD. */
  readonly heldUntil?: Date | null;
}

/** Whether a booking keeps its slot from others: confirmed, waiting for the advisor, or held and not yet timed out. */
export function blocksSlot({ status, heldUntil }: Standing, now: Date): boolean {
  if (status === 'HELD') return Boolean(heldUntil && now < heldUntil);
  return status === 'REQUESTED' || status === 'CONFIRMED';
}

/** A booking's place in a chain of reschedules. The root id never changes and names the talk to calendars; the sequence counts moves. */
export interface Chain {
  readonly rootId: string;
  readonly previousId: string | null;
  readonly sequence: number;
}

/** The chain of a first booking. */
export function firstOf(id: string): Chain {
  return { rootId: id, previousId: null, sequence: 0 };
}

/** The chain of the booking that takes the place of another. */
export function successorOf(previous: Chain & { readonly id: string }): Chain {
  return { rootId: previous.rootId, previousId: previous.id, sequence: previous.sequence + 1 };
}
