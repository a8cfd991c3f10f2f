/** 紧急程度: P0 特急, P1 紧急, P2 一般, P3 复杂或跨部门, Q 咨询, S 建议. */
export const ticketLevels = ['P0', 'P1', 'P2', 'P3', 'Q', 'S'] as const;
export type TicketLevel = (typeof ticketLevels)[number];

/**
 * How long something may take. `minutes` and `hours` run day and night; `calmHours` too, but from the counted receipt and never ending on a
 * day off; `workingMinutes` run in office hours; `workdays` end at 23:59:59.
 */
export interface Span {
  readonly unit: 'minutes' | 'hours' | 'calmHours' | 'workingMinutes' | 'workdays';
  readonly value: number;
}

/** The limits of one level, with where they come from. `extend` is granted once; absent means never. */
export interface SlaRule {
  readonly level: TicketLevel;
  readonly name: string;
  readonly clock: 'natural' | 'working';
  readonly accept: Span;
  readonly contact: Span;
  readonly handle: Span;
  readonly extend?: Span;
  readonly reopen: Span;
  readonly prov: 'default';
  readonly source: string;
}

const workdays = (value: number): Span => ({ unit: 'workdays', value });
const hours = (value: number): Span => ({ unit: 'hours', value });
const minutes = (value: number): Span => ({ unit: 'minutes', value });
const usual = {
  clock: 'working',
  accept: { unit: 'workingMinutes', value: 240 },
  contact: { unit: 'calmHours', value: 24 },
  reopen: workdays(5),
  prov: 'default',
} as const;

/** The limits the desk starts with: domain 6.4, every number a default to be confirmed by the district. Blank cells of that table read as for P2. */
export const slaRules: Readonly<Record<TicketLevel, SlaRule>> = {
  P0: {
    ...usual,
    level: 'P0',
    name: '特急',
    clock: 'natural',
    accept: minutes(15),
    contact: minutes(60),
    handle: hours(24),
    source: 'default, to be confirmed; no extension',
  },
  P1: {
    ...usual,
    level: 'P1',
    name: '紧急',
    clock: 'natural',
    accept: minutes(30),
    contact: hours(2),
    handle: hours(24),
    extend: hours(24),
    source: 'default, to be confirmed; length of the extension assumed',
  },
  P2: {
    ...usual,
    level: 'P2',
    name: '一般',
    handle: workdays(5),
    extend: workdays(5),
    source: 'default, to be confirmed; other cities 24 h contact and 5 working days',
  },
  P3: {
    ...usual,
    level: 'P3',
    name: '复杂',
    accept: workdays(1),
    handle: workdays(15),
    extend: workdays(15),
    source: 'default, to be confirmed; other cities at most 15 days',
  },
  Q: {
    ...usual,
    level: 'Q',
    name: '咨询',
    handle: workdays(1),
    extend: workdays(2),
    source: 'default, to be confirmed; 1 working day, a complex one 3 by extension',
  },
  S: { ...usual, level: 'S', name: '建议', handle: workdays(10), source: 'default, to be confirmed' },
};

/** How often a level may be extended: once, or never for P0 and suggestions. */
export function extendLimitOf(level: TicketLevel): 0 | 1 {
  return slaRules[level].extend ? 1 : 0;
}
