let frozen: Date | undefined;

/** Stops the desk's clock at an instant, e.g. freeze('2026-11-23T10:00:00+08:00'). */
export const freeze = (instant: string): Date => {
  frozen = new Date(instant);
  return frozen;
};

/** Moves the stopped clock on. */
export const pass = (time: { minutes?: number; hours?: number; days?: number }): Date => {
  const minutes = (time.minutes ?? 0) + 60 * (time.hours ?? 0) + 1440 * (time.days ?? 0);
  frozen = new Date(now().getTime() + minutes * 60_000);
  return frozen;
};

export const thaw = (): void => {
  frozen = undefined;
};

/** What the desk under test takes for the time. */
export const now = (): Date => new Date(frozen ?? Date.now());
