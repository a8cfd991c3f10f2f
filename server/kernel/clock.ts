import { describeError, type Log } from './log';

/** The time all instances share. */
export interface Clock {
  now(): Date;
  /** How far the clock of this machine is ahead of the shared one, in milliseconds. */
  aheadMs(): number;
  close(): void;
}

const askEveryMs = 30_000;
/** A machine further off than this is told of in the log: its log lines and backups carry its own time. */
const tolerableMs = 2000;

interface Reading {
  atMs: number;
  /** On the clock of this process that never jumps. */
  readAt: number;
}

/**
 * The database's time, counted on between askings by a clock that cannot be set. Deadlines, leases, sessions and limits of several instances then agree
 * whatever their machines think, and nobody is reminded days too early by one whose clock is wrong. `ask` gives the database's time. Throws when
 * the first asking fails; later ones may fail, and the counting goes on.
 */
export async function openClock(ask: () => Promise<Date>, log: Log): Promise<Clock> {
  let latest = await read(ask);
  const now = () => new Date(latest.atMs + performance.now() - latest.readAt);
  const aheadMs = () => Date.now() - now().getTime();
  const tell = () => {
    if (Math.abs(aheadMs()) > tolerableMs) log.warn({ aheadMs: Math.round(aheadMs()) }, 'clock of this machine is off');
  };
  tell();
  const timer = setInterval(() => {
    read(ask).then(
      (reading) => {
        latest = reading;
        tell();
      },
      (error: unknown) => log.warn({ err: describeError(error) }, 'clock not asked'),
    );
  }, askEveryMs).unref();
  return { now, aheadMs, close: () => clearInterval(timer) };
}

/** The answer was true in the middle between asking and hearing it. */
async function read(ask: () => Promise<Date>): Promise<Reading> {
  const asked = performance.now();
  const at = await ask();
  return { atMs: at.getTime(), readAt: (asked + performance.now()) / 2 };
}
