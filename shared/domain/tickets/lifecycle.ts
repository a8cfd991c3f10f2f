/** Ticket lifecycle (工单状态机): which action leads where. Absent means not allowed. Source: features A7-A17, defaults to be confirmed. */
const stay = { urge: 'SAME', supplement: 'SAME', comment: 'SAME', join: 'SAME' } as const;
const transitions = {
  SUBMITTED: {
    ...stay,
    accept: 'ACCEPTED',
    reject: 'REJECTED',
    withdraw: 'WITHDRAWN',
    assign: 'SAME',
    transfer: 'SUBMITTED',
    return: 'SUBMITTED',
    merge: 'MERGED',
  },
  ACCEPTED: {
    ...stay,
    withdraw: 'WITHDRAWN',
    contact: 'PROCESSING',
    assign: 'SAME',
    transfer: 'SUBMITTED',
    return: 'SUBMITTED',
    requestAssist: 'SAME',
    finishAssist: 'SAME',
    extend: 'SAME',
    pause: 'PAUSED',
    merge: 'MERGED',
  },
  PROCESSING: {
    ...stay,
    contact: 'PROCESSING',
    assign: 'SAME',
    transfer: 'SUBMITTED',
    requestAssist: 'SAME',
    finishAssist: 'SAME',
    extend: 'SAME',
    pause: 'PAUSED',
    handle: 'HANDLED',
    merge: 'MERGED',
  },
  PAUSED: { ...stay, finishAssist: 'SAME', resume: 'PROCESSING' },
  ARBITRATION: { ...stay, decide: 'SUBMITTED' },
  HANDLED: { ...stay, passCheck: 'RESOLVED', failCheck: 'PROCESSING' },
  RESOLVED: { ...stay, confirm: 'CLOSED', close: 'CLOSED', reopen: 'PROCESSING' },
  CLOSED: { reopen: 'PROCESSING' },
  REJECTED: {},
  WITHDRAWN: {},
  MERGED: {},
} as const;

const statusLabels = {
  SUBMITTED: '待受理',
  ACCEPTED: '已受理',
  PROCESSING: '处置中',
  PAUSED: '挂起',
  ARBITRATION: '待裁决',
  HANDLED: '待核查',
  RESOLVED: '待确认',
  CLOSED: '已办结',
  REJECTED: '不予受理',
  WITHDRAWN: '已撤回',
  MERGED: '已合并',
} as const;

const actionLabels = {
  accept: '受理',
  reject: '不予受理',
  withdraw: '撤回',
  contact: '联系居民',
  assign: '指派',
  transfer: '改派',
  return: '退回',
  decide: '裁决',
  requestAssist: '请求协办',
  finishAssist: '完成协办',
  extend: '延期',
  pause: '挂起',
  resume: '恢复办理',
  handle: '处置完成',
  passCheck: '核查通过',
  failCheck: '核查不通过',
  confirm: '确认办结',
  reopen: '重新办理',
  close: '办结',
  urge: '催办',
  supplement: '补充材料',
  comment: '留言',
  merge: '合并重复',
  join: '我也遇到',
} as const;

/** Every status a ticket can be in, in the order of its life. */
export const ticketStatuses = [
  'SUBMITTED',
  'ACCEPTED',
  'PROCESSING',
  'PAUSED',
  'ARBITRATION',
  'HANDLED',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'WITHDRAWN',
  'MERGED',
] as const;

/** Every verb of a ticket. */
export const ticketActions = [
  'accept',
  'reject',
  'withdraw',
  'contact',
  'assign',
  'transfer',
  'return',
  'decide',
  'requestAssist',
  'finishAssist',
  'extend',
  'pause',
  'resume',
  'handle',
  'passCheck',
  'failCheck',
  'confirm',
  'reopen',
  'close',
  'urge',
  'supplement',
  'comment',
  'merge',
  'join',
] as const;

export type TicketStatus = (typeof ticketStatuses)[number];
export type TicketAction = (typeof ticketActions)[number];

const closedStatuses: readonly TicketStatus[] = ['CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED'];

/** The status an action leads to, or undefined when it is not allowed there. A `return` is answered for the first time; see `statusAfterReturn`. */
export function statusAfter(status: TicketStatus, action: TicketAction): TicketStatus | undefined {
  const row: Partial<Record<TicketAction, TicketStatus | 'SAME'>> = transitions[status];
  const next = row[action];
  return next === 'SAME' ? status : next;
}

/**
 * Where a 退回 leads: back to the pool the first time, to the centre's decision the second, nowhere once the centre has decided.
 * `returnCount` is the number of returns before this one. Default, to be confirmed (features A12).
 */
export function statusAfterReturn(returnCount: number, decided: boolean): 'SUBMITTED' | 'ARBITRATION' | undefined {
  if (decided) return undefined;
  return returnCount === 0 ? 'SUBMITTED' : 'ARBITRATION';
}

/** Still somebody's work: everything but closed, rejected, withdrawn and merged. */
export function isOpen(status: TicketStatus): boolean {
  return !closedStatuses.includes(status);
}

/** The word people read for a status, for example 待受理. */
export function statusLabel(status: TicketStatus): string {
  return statusLabels[status];
}

/** The word people read for an action, for example 受理. */
export function actionLabel(action: TicketAction): string {
  return actionLabels[action];
}
