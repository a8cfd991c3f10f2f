import type { Prisma } from '#prisma';
import type { World } from '#server/features/places/index';
import { later, minuteMs } from '#shared/domain/time/clock';
import { defaultHours } from '#shared/domain/time/workdays';
import { addWorkingMinutes } from '#shared/domain/time/working-time';
import type { Random } from './random';

export type TicketRow = Prisma.TicketCreateManyInput;

/** Somebody who acts on a ticket, as the time line names them. */
export interface Player {
  readonly id: string | null;
  readonly name: string;
  readonly role: string;
}

/** One thing that happens to a ticket at an instant, and the columns it changes. */
export interface Moment {
  readonly at: Date;
  readonly action: string;
  readonly by: Player;
  readonly text: string;
  readonly note?: string | null;
  readonly internal?: boolean;
  readonly set: Partial<TicketRow>;
}

type Line = Omit<Moment, 'at' | 'set'> & { set: (at: Date) => Partial<TicketRow> };

/** The life of one ticket while it is being told: each line comes later than the one before. */
export interface Script {
  readonly moments: Moment[];
  /** Goes on after between `from` and `to` office minutes (of the clock for urgent ones, and a good deal sooner). */
  after(from: number, to: number, line: Line): void;
  /** Goes on at an instant. */
  at(when: Date, line: Line): void;
  /** The instant of the last line. */
  now(): Date;
}

/** A script that begins at a receipt. */
export function createScript(world: World, random: Random, receivedAt: Date, isUrgent: boolean): Script {
  const moments: Moment[] = [];
  let current = receivedAt;
  const at = (when: Date, { set, ...line }: Line) => {
    current = when;
    moments.push({ ...line, at: when, set: set(when) });
  };
  return {
    moments,
    at,
    now: () => current,
    after: (from, to, line) => {
      const minutes = random.int(from, to);
      at(isUrgent ? later(current, Math.max(2, minutes * 0.12) * minuteMs) : worked(world, current, minutes), line);
    },
  };
}

/** So many office minutes later; where the calendar ends, natural ones. */
export function worked({ calendar }: World, from: Date, minutes: number): Date {
  const counted = addWorkingMinutes(from, minutes, calendar, defaultHours);
  return counted.covered ? counted.value : later(from, minutes * minuteMs);
}
