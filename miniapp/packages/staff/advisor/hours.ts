import type { Input, Output } from '#shared/contract';
import { dayMs, minuteMs } from '#shared/domain/time/clock';
import type { Place } from '../components/place-choice';

export type Hours = Output<'advisor.hours'>;
export type HoursLine = Hours['lines'][number];
export type Kind = HoursLine['kind'];
export type Manner = NonNullable<HoursLine['manner']>;
type SavedLine = Input<'advisor.saveHours'>['lines'][number];

export const kinds: readonly { value: Kind; label: string; means: string }[] = [
  { value: 'WEEKLY', label: '每周', means: '每周这一天都坐班，法定节假日自动停。' },
  { value: 'DATE', label: '某一天', means: '只这一天，比如补班、专门到村。' },
  { value: 'MARKET', label: '赶场', means: '逢场就到村，按农历或公历的尾数算。' },
  { value: 'LEAVE', label: '请假', means: '这几天不接待。已约的居民会逐个收到通知，并给他们留一个最近的空档。' },
];

export const manners: readonly { value: Manner; label: string }[] = [
  { value: 'ONSITE', label: '到村' },
  { value: 'PHONE', label: '电话' },
  { value: 'VIDEO', label: '视频' },
];

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** A new line of hours as it is written. Days are YYYY-MM-DD, times HH:MM, both in Asia/Shanghai. */
export interface HoursDraft {
  kind: Kind;
  manner: Manner;
  place: Place | undefined;
  weekday: (typeof weekdays)[number];
  date: string;
  untilDate: string;
  marketDigits: readonly (typeof digits)[number][];
  lunar: boolean;
  from: string;
  to: string;
  note: string;
}

/** A Monday morning in the first village. */
export const firstHours = (today: string, place: Place | undefined): HoursDraft => ({
  ...{ kind: 'WEEKLY', manner: 'ONSITE', place, weekday: '周一', date: today, untilDate: today, marketDigits: [] },
  ...{ lunar: true, from: '09:00', to: '12:00', note: '' },
});

type Problems = Partial<Record<keyof HoursDraft, string>>;

/** What is still wrong with a line, as one sentence a field. Overlaps with other lines are the desk's to refuse. */
export function hoursProblems(draft: HoursDraft): Problems {
  const { kind, manner, place, from, to, date, untilDate, marketDigits, note } = draft;
  if (kind === 'LEAVE') {
    return {
      ...(date ? {} : { date: '选一天' }),
      ...(untilDate < date ? { untilDate: '最后一天不能早于第一天' } : {}),
      ...(note.trim() ? {} : { note: '写上原因，居民会看到' }),
    };
  }
  return {
    ...(from >= to ? { to: '结束要晚于开始' } : {}),
    ...((manner === 'ONSITE' || kind === 'MARKET') && !place ? { place: '选到哪个村（社区）' } : {}),
    ...(kind === 'MARKET' && marketDigits.length === 0 ? { marketDigits: '选逢几赶场' } : {}),
    ...(kind === 'DATE' && !date ? { date: '选一天' } : {}),
  };
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A written line (never leave) as the call takes it. A market is always on site. */
export function lineOf(draft: HoursDraft & { kind: Exclude<Kind, 'LEAVE'> }): SavedLine {
  const { kind, place, note, date, lunar } = draft;
  const manner = kind === 'MARKET' ? 'ONSITE' : draft.manner;
  return {
    ...{ kind, manner, fromMinute: minutesOf(draft.from), toMinute: minutesOf(draft.to), note: note.trim() },
    ...(manner === 'ONSITE' && place ? { villageCode: place.code } : {}),
    ...(kind === 'WEEKLY' ? { weekday: weekdays.indexOf(draft.weekday) + 1 } : {}),
    ...(kind === 'DATE' ? { date } : {}),
    ...(kind === 'MARKET'
      ? { lunar, marketDigits: draft.marketDigits.map((digit) => (digits.indexOf(digit) + 1) % 10) }
      : {}),
  };
}

/** The lines there are, but leave and one to drop, as the call takes them back: hours are saved as a whole. */
export function keptLines(lines: readonly HoursLine[], without?: string): SavedLine[] {
  return lines.flatMap((line) => {
    const { id, kind, manner, villageCode, weekday, date, marketDigits, lunar, fromMinute, toMinute, note } = line;
    if (kind === 'LEAVE' || !manner || id === without) return [];
    return [
      {
        ...{ kind, manner, marketDigits, lunar, fromMinute, toMinute, note },
        ...(villageCode ? { villageCode } : {}),
        ...(weekday ? { weekday } : {}),
        ...(date ? { date } : {}),
      },
    ];
  });
}

/** Whole days of leave as the call takes them. */
export const leaveOf = ({ date, untilDate, note }: HoursDraft): Input<'advisor.addLeave'> => ({
  ...{ date, untilDate, fromMinute: 0, toMinute: dayMs / minuteMs, note: note.trim() },
});
