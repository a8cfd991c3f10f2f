/** A claim of points (积分事项) from deed to entry. Absent means not allowed. Source: domain.md 6.8, features.md D3 to D6; defaults to be confirmed. */
const transitions = {
  PROPOSED: { accept: 'REVIEW', decline: 'REJECTED', withdraw: 'WITHDRAWN' },
  REVIEW: { vote: 'SAME', pass: 'NOTICE', refuse: 'REJECTED', withdraw: 'WITHDRAWN' },
  NOTICE: { object: 'SAME', dismiss: 'SAME', reopen: 'REVIEW', book: 'BOOKED', refuse: 'REJECTED' },
  BOOKED: { appeal: 'SAME', reverse: 'REVERSED' },
  REJECTED: { appeal: 'SAME', reinstate: 'NOTICE' },
  WITHDRAWN: {},
  REVERSED: {},
} as const;

/** Every state of a claim, in the order of its life. */
export const claimStates = ['PROPOSED', 'REVIEW', 'NOTICE', 'BOOKED', 'REJECTED', 'WITHDRAWN', 'REVERSED'] as const;

/**
 * Every verb. `pass`, `refuse` and `book` are the outcome of the votes and of the notice; `dismiss` and `reopen` answer an objection; `reverse` and
 * `reinstate` carry out an appeal.
 */
export const claimActions = [
  'accept',
  'decline',
  'withdraw',
  'vote',
  'pass',
  'refuse',
  'object',
  'dismiss',
  'reopen',
  'book',
  'appeal',
  'reverse',
  'reinstate',
] as const;

/**
 * Who stands how to a claim. FAMILY is the household it is about, whatever else its members are; GRID the grid staff and 网格长 of the place, LEAD the
 * 网格长 and the town's clerks, REVIEWER a member of the 评议小组 who may judge this household, VILLAGER anybody else of the village, DESK the desk itself.
 */
export const claimRoles = ['FAMILY', 'GRID', 'LEAD', 'REVIEWER', 'VILLAGER', 'DESK'] as const;

export type ClaimState = (typeof claimStates)[number];
export type ClaimAction = (typeof claimActions)[number];
export type ClaimRole = (typeof claimRoles)[number];

const rights: Readonly<Record<ClaimRole, readonly ClaimAction[]>> = {
  FAMILY: ['withdraw', 'appeal'],
  GRID: ['accept', 'decline'],
  LEAD: ['accept', 'decline', 'dismiss', 'reopen'],
  REVIEWER: ['vote'],
  VILLAGER: ['object'],
  DESK: ['pass', 'refuse', 'book', 'reopen', 'reverse', 'reinstate'],
};

const labels: Readonly<Record<ClaimState, string>> = {
  PROPOSED: '等核对',
  REVIEW: '评议中',
  NOTICE: '公示中',
  BOOKED: '已记上',
  REJECTED: '没有通过',
  WITHDRAWN: '已撤回',
  REVERSED: '已冲正',
};

/** The state an action leads to, or undefined when it is not possible there. */
export function claimStateAfter(state: ClaimState, action: ClaimAction): ClaimState | undefined {
  const row: Partial<Record<ClaimAction, ClaimState | 'SAME'>> = transitions[state];
  const next = row[action];
  return next === 'SAME' ? state : next;
}

/** Whether a role may do this to some claim at all. A family takes back what adds points, never what takes them. */
export function claimMay(role: ClaimRole, action: ClaimAction, points: number): boolean {
  if (role === 'FAMILY' && action === 'withdraw' && points < 0) return false;
  return rights[role].includes(action);
}

/** The word people read for a state. */
export const claimStateLabel = (state: ClaimState): string => labels[state];

/** Whether something is still to happen by itself. */
export const isClaimRunning = (state: ClaimState): boolean => ['PROPOSED', 'REVIEW', 'NOTICE'].includes(state);
