import { dayMs, dayOf, daysBetween, hourMs, minuteMs } from '../time/clock';

/** Meeting lifecycle (协商会): called with notice, open while it sits, held with minutes; or called off. */
const transitions = {
  CALLED: { answer: 'SAME', change: 'SAME', open: 'OPEN', cancel: 'CANCELLED' },
  OPEN: { sign: 'SAME', say: 'SAME', note: 'SAME', close: 'HELD', cancel: 'CANCELLED' },
  HELD: { photograph: 'SAME' },
  CANCELLED: {},
} as const;

export const meetingStatuses = ['CALLED', 'OPEN', 'HELD', 'CANCELLED'] as const;
export const meetingActions = [
  'answer',
  'change',
  'open',
  'cancel',
  'sign',
  'say',
  'note',
  'close',
  'photograph',
] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];
export type MeetingAction = (typeof meetingActions)[number];

/** The status an action leads to, or undefined when it is not allowed there. */
export function meetingStatusAfter(status: MeetingStatus, action: MeetingAction): MeetingStatus | undefined {
  const row: Partial<Record<MeetingAction, MeetingStatus | 'SAME'>> = transitions[status];
  const next = row[action];
  return next === 'SAME' ? status : next;
}

const statusLabels: Record<MeetingStatus, string> = {
  CALLED: '已通知',
  OPEN: '正在开',
  HELD: '已开完',
  CANCELLED: '不开了',
};

/** The word people read for a status. */
export function meetingStatusLabel(status: MeetingStatus): string {
  return statusLabels[status];
}

/** In what capacity somebody sits in the meeting. */
export const seatRoles = [
  'CHAIR',
  'RECORDER',
  'AUTHOR',
  'COUNCIL',
  'SERVICE_TEAM',
  'DEPARTMENT',
  'ADVISOR',
  'STAKEHOLDER',
  'RESIDENT',
] as const;
export type SeatRole = (typeof seatRoles)[number];

const roleLabels: Record<SeatRole, string> = {
  CHAIR: '主持人',
  RECORDER: '记录人',
  AUTHOR: '提议人',
  COUNCIL: '议事会成员',
  SERVICE_TEAM: '同心服务团',
  DEPARTMENT: '部门代表',
  ADVISOR: '法律顾问',
  STAKEHOLDER: '利益相关人',
  RESIDENT: '居民',
};

/** What a capacity is called. */
export function seatRoleLabel(role: SeatRole): string {
  return roleLabels[role];
}

/** What the minutes are made of. ONLINE is said by somebody who could not come; AGREEMENT can become a task. */
export const minuteKinds = ['PROPOSAL', 'AGREEMENT', 'DISSENT', 'ONLINE'] as const;
export type MinuteKind = (typeof minuteKinds)[number];

const kindLabels: Record<MinuteKind, string> = {
  PROPOSAL: '提出的办法',
  AGREEMENT: '一致意见',
  DISSENT: '不同意见',
  ONLINE: '线上发言',
};

/** What a kind of line is called. */
export function minuteKindLabel(kind: MinuteKind): string {
  return kindLabels[kind];
}

/** Notice before a meeting in whole days, and how many must be there (domain 6.7: 3 days, at least 5). */
export const noticeDays = 3;
export const quorum = 5;
/** Not called further ahead than this, nor longer than this; opened not earlier than this before it starts. Defaults, to be confirmed. */
const furthestDays = 60;
const longestMs = 8 * hourMs;
const earlyMs = 60 * minuteMs;

/** Why the time of a meeting will not do, or undefined. Three whole days lie between the day it is called and its day. */
export function whyNotTime(
  now: Date,
  startsAt: Date,
  endsAt: Date,
): 'short_notice' | 'too_far' | 'wrong_span' | undefined {
  if (endsAt <= startsAt || endsAt.getTime() - startsAt.getTime() > longestMs) return 'wrong_span';
  const ahead = daysBetween(dayOf(now), dayOf(startsAt));
  if (ahead < noticeDays || startsAt.getTime() - now.getTime() < noticeDays * dayMs) return 'short_notice';
  return ahead > furthestDays ? 'too_far' : undefined;
}

/** Whether a meeting may be opened now: from an hour before it starts to the end of its day. */
export function canOpen(now: Date, startsAt: Date): boolean {
  return now.getTime() >= startsAt.getTime() - earlyMs && dayOf(now) <= dayOf(startsAt);
}

/** Somebody of the meeting, as counting sees it. */
export interface Sitting {
  readonly role: SeatRole;
  readonly signed: boolean;
}

/** What is missing before a meeting can be closed as held, or undefined: five who signed in, chair and recorder among them, and a line of minutes. */
export function whyNotHeld(
  seats: readonly Sitting[],
  lines: readonly MinuteKind[],
): 'meeting_no_quorum' | 'meeting_no_chair' | 'meeting_no_minutes' | undefined {
  const present = seats.filter(({ signed }) => signed);
  if (present.length < quorum) return 'meeting_no_quorum';
  const has = (role: SeatRole) => present.some((seat) => seat.role === role);
  if (!has('CHAIR') || !has('RECORDER')) return 'meeting_no_chair';
  return lines.some((kind) => kind === 'PROPOSAL' || kind === 'AGREEMENT') ? undefined : 'meeting_no_minutes';
}
