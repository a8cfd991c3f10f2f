import { statusAfter, statusAfterReturn, type TicketAction, type TicketStatus } from './lifecycle';

const dayMs = 86_400_000;

/** A resident may reopen within this many natural days of the resolving (features A16; default, to be confirmed). */
export const reopenWithinDays = 15;

/** After this many natural days of silence a resolved ticket closes itself (domain 6.4; default, to be confirmed). */
export const silenceDays = 7;

/** Why an action is refused; each is a code of the failure catalogue. */
export type Reason =
  | 'ticket_action_not_allowed'
  | 'ticket_return_limit'
  | 'ticket_extend_limit'
  | 'ticket_reopen_limit'
  | 'ticket_reopen_too_late'
  | 'ticket_assist_unfinished'
  | 'ticket_photo_required'
  | 'ticket_same_person';

/** What a guard looks at. Photos count the stored ones plus those that come with this action; `extendLimit` is 0 for levels without extension. */
export interface TicketFacts {
  readonly status: TicketStatus;
  readonly now: Date;
  readonly returnCount: number;
  readonly arbitrated: boolean;
  readonly extendCount: number;
  readonly extendLimit?: number;
  readonly reopenCount: number;
  readonly resolvedAt?: Date | null;
  readonly closedAt?: Date | null;
  readonly unfinishedAssists: number;
  readonly photoRequired: boolean;
  readonly beforePhotos: number;
  readonly afterPhotos: number;
  readonly handlerId?: string | null;
  readonly actorId?: string | null;
  readonly anonymous?: boolean;
}

/** Groups whose result can be seen: 部件 and 事件 of GB/T 30428.2. Noise, service and dispute groups need no photo. Default, to be confirmed. */
const visibleGroups: readonly string[] = ['公用设施', '道路交通', '市容环境', '安全隐患'];

/** Whether handling a category of this group (事项大类, Chinese name) needs photos before and after. */
export function photoRequiredFor(group: string): boolean {
  return visibleGroups.includes(group);
}

type Guard = (facts: TicketFacts) => Reason | undefined;

const notByTheHandler: Guard = ({ handlerId, actorId }) =>
  handlerId && handlerId === actorId ? 'ticket_same_person' : undefined;

const guards: Partial<Record<TicketAction, Guard>> = {
  return: ({ returnCount, arbitrated }) =>
    statusAfterReturn(returnCount, arbitrated) ? undefined : 'ticket_return_limit',
  extend: ({ extendCount, extendLimit = 1 }) => (extendCount >= extendLimit ? 'ticket_extend_limit' : undefined),
  handle: (facts) => {
    if (facts.unfinishedAssists > 0) return 'ticket_assist_unfinished';
    const pictured = facts.beforePhotos > 0 && facts.afterPhotos > 0;
    return facts.photoRequired && !pictured ? 'ticket_photo_required' : undefined;
  },
  passCheck: notByTheHandler,
  failCheck: notByTheHandler,
  reopen: ({ reopenCount, resolvedAt, closedAt, now }) => {
    if (reopenCount > 0) return 'ticket_reopen_limit';
    const since = closedAt ?? resolvedAt;
    return since && now.getTime() - since.getTime() > reopenWithinDays * dayMs ? 'ticket_reopen_too_late' : undefined;
  },
  close: ({ anonymous, resolvedAt, now }) => {
    if (anonymous) return undefined;
    return resolvedAt && now >= silentAfter(resolvedAt) ? undefined : 'ticket_action_not_allowed';
  },
};

/** The instant from which silence counts as consent: 7 × 24 h after the resolving. */
export function silentAfter(resolvedAt: Date): Date {
  return new Date(resolvedAt.getTime() + silenceDays * dayMs);
}

/** Why this action cannot happen now, or undefined when it can. Who may act at all is the policy's question, not this one's. */
export function whyNot(action: TicketAction, facts: TicketFacts): Reason | undefined {
  if (!statusAfter(facts.status, action)) return 'ticket_action_not_allowed';
  return guards[action]?.(facts);
}
