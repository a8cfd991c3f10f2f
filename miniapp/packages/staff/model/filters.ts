import type { Input } from '#shared/contract';
import { statusLabel, type TicketStatus, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { wordsOfParam } from '../../../services/params';

/** What the queue is asked for, without the paging. */
export type Filters = Omit<Input<'workbench.queue'>, 'cursor' | 'limit'>;
export type View = NonNullable<Filters['view']>;
export type Figure = NonNullable<Filters['figure']>;
export type Level = NonNullable<Filters['level']>;

export const levelNames: Record<Level, string> = {
  P0: 'P0 特急',
  P1: 'P1 紧急',
  P2: 'P2 一般',
  P3: 'P3 复杂',
  Q: '咨询',
  S: '建议',
};
const levels = Object.keys(levelNames) as Level[];

const viewNames: Record<View, string> = {
  todo: '待办',
  mine: '我手上',
  assist: '协办',
  check: '待核查',
  decide: '待裁决',
  overdue: '超期',
  all: '全部',
  done: '已办结',
};

const figureNames: Record<Figure, string> = {
  opened: '新收到的',
  open: '在办的',
  closed: '已办结的',
  overdue: '超期的',
  dueSoon: '快到期的',
  rated: '评价过的',
  notContacted: '没联系居民的',
  notSolved: '没解决的',
  notSatisfied: '不满意的',
};

const isKey = <K extends string>(names: Record<K, string>, key: string | undefined): key is K =>
  key !== undefined && Object.keys(names).includes(key);

/** The statuses a queue may be narrowed to, with the words people read. */
export const statusOptions = ticketStatuses.map((code) => ({ code, name: statusLabel(code) }));
/** The levels a queue may be narrowed to, with the words people read. */
export const levelOptions = levels.map((code) => ({ code, name: levelNames[code] }));

/** A page address's parameters → filters. Anything not understood is left out, never guessed. Dates are YYYY-MM-DD in Asia/Shanghai. */
export function filtersFrom(params: Record<string, string | undefined>): Filters {
  const day = (text: string | undefined) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
  const status = ticketStatuses.find((known) => known === params.status);
  return tidy({
    view: isKey(viewNames, params.view) ? params.view : params.figure ? 'all' : 'todo',
    search: wordsOfParam(params.search)?.slice(0, 40),
    placeCode: params.placeCode,
    categoryCode: params.categoryCode,
    status,
    level: levels.find((known) => known === params.level),
    leadUnit: params.leadUnit,
    from: day(params.from),
    to: day(params.to),
    figure: isKey(figureNames, params.figure) ? params.figure : undefined,
  });
}

/** The address of the queue behind a figure: the same filter, and a `label` that says in words what was tapped. */
export function queueUrl(filters: Filters, label?: string): string {
  const pairs = Object.entries({ ...tidy(filters), label })
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return `/packages/staff/pages/queue/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Drops what is empty, so that equal filters are equal cache keys. */
export function tidy(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Filters;
}

/** One removable chip: what it says and which keys go when it is tapped away. */
export interface Chip {
  label: string;
  clears: (keyof Filters)[];
}

/** What narrows the list beyond its view and search, in words. `label` is what the board said about a drill-down. */
export function chipsOf(filters: Filters, names: { category?: string; label?: string }): Chip[] {
  const chips: Chip[] = [];
  const drilled: (keyof Filters)[] = ['figure', 'from', 'to', 'placeCode', 'leadUnit'];
  if (drilled.some((key) => filters[key])) {
    chips.push({ label: names.label ?? figureChip(filters), clears: drilled });
  }
  if (filters.status) chips.push({ label: statusLabel(filters.status as TicketStatus), clears: ['status'] });
  if (filters.level) chips.push({ label: levelNames[filters.level], clears: ['level'] });
  if (filters.categoryCode) chips.push({ label: names.category ?? '某一分类', clears: ['categoryCode'] });
  return chips;
}

const figureChip = ({ figure, from, to }: Filters) =>
  [figure ? figureNames[figure] : '看板里的', from && to ? `${from} 至 ${to}` : ''].filter(Boolean).join(' · ');
