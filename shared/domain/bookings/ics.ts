import { timeText } from '../text/dates';
import { dayMs, dayOf, later } from '../time/clock';
import { type Manner, mannerLabel } from './availability';
import { escapeText, foldLine } from './ics-lines';

/** One talk in an advisor's calendar. It carries no name and no matter of anybody: what a feed says can be read by whoever has its address. */
export interface CalendarEntry {
  /** Root id of the chain of reschedules: the same however often the talk moves. */
  readonly rootId: string;
  /** Grows with every change that calendars must follow. */
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the booking last changed; the DTSTAMP of its event. */
  readonly changedAt: Date;
  readonly manner: Manner;
  /** Where it is held, for example 高桥村村委会; for ONSITE only. */
  readonly place?: string;
}

/** A feed of one advisor. */
export interface CalendarFeed {
  /** Shown as the calendar's name, for example 翠屏服务台 · 我的接待. */
  readonly name: string;
  /** The domain in UIDs, for example desk.example. It must never change. */
  readonly domain: string;
  readonly entries: readonly CalendarEntry[];
  readonly now: Date;
}

/** A cancelled talk stays in the feed so many times 24 h after its end, so that calendars learn of it (features B16). */
const cancelledDays = 30;

/** Past talks leave the feed so many times 24 h after their end. Default, to be confirmed. */
const pastDays = 90;

/** Minutes before the start at which a calendar rings. Default, to be confirmed. */
const alarmMinutes = 60;

/** Asia/Shanghai since the end of its last summer time on 1991-09-15; no talk is older. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T020000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * The feed as an RFC 5545 stream: CRLF, folded at 75 octets, times in Asia/Shanghai, one event a root id (that of the highest
 * sequence; of two with the same the one that stands). The text depends on the entries and not on when it is asked for, so that an unchanged feed has an unchanged hash.
 */
export function calendarFeed({ name, domain, entries, now }: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cuiping Desk//Bookings 1.0//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...timeZone,
    ...latest(entries)
      .filter((entry) => staysInFeed(entry, now))
      .flatMap((entry) => eventLines(entry, domain)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

/** Whether an entry still belongs into the feed. */
function staysInFeed({ status, endsAt }: CalendarEntry, now: Date): boolean {
  return now <= later(endsAt, (status === 'CANCELLED' ? cancelledDays : pastDays) * dayMs);
}

function latest(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const byRoot = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const known = byRoot.get(entry.rootId);
    if (!known || isNewer(entry, known)) byRoot.set(entry.rootId, entry);
  }
  return [...byRoot.values()].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.rootId < b.rootId ? -1 : 1),
  );
}

function isNewer(entry: CalendarEntry, known: CalendarEntry): boolean {
  if (entry.sequence !== known.sequence) return entry.sequence > known.sequence;
  return known.status === 'CANCELLED' && entry.status !== 'CANCELLED';
}

function eventLines(entry: CalendarEntry, domain: string): readonly string[] {
  const { rootId, sequence, status, startsAt, endsAt, changedAt, manner, place } = entry;
  const summary = `法律咨询（${mannerLabel(manner)}）`;
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${alarmMinutes}M`,
    `DESCRIPTION:${summary}`,
    'END:VALARM',
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${rootId}@${domain}`,
    `DTSTAMP:${utcStamp(changedAt)}`,
    `LAST-MODIFIED:${utcStamp(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;TZID=Asia/Shanghai:${localStamp(startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${localStamp(endsAt)}`,
    `SUMMARY:${status === 'CANCELLED' ? `已取消：${summary}` : summary}`,
    ...(place && manner === 'ONSITE' ? [`LOCATION:${escapeText(place)}`] : []),
    `STATUS:${status}`,
    `TRANSP:${status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    ...(status === 'CANCELLED' ? [] : alarm),
    'END:VEVENT',
  ];
}

function utcStamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function localStamp(instant: Date): string {
  return `${dayOf(instant).replaceAll('-', '')}T${timeText(instant).replace(':', '')}00`;
}
