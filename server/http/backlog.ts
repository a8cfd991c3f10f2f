import { Gauge, type Registry } from 'prom-client';
import type { Prismas } from '../kernel/db';

interface Backlog {
  waiting: number;
  oldestSeconds: number;
  deadJobs: number;
  deadDeliveries: number;
}

const gauges = {
  waiting: ['desk_outbox_waiting', 'Facts that have not reached their subscribers yet'],
  oldestSeconds: ['desk_outbox_oldest_seconds', 'How long the oldest of them has waited'],
  deadJobs: ['desk_dead_jobs', 'Reactions laid aside after their last try'],
  deadDeliveries: ['desk_dead_deliveries', 'Messages that could not be delivered'],
} as const satisfies Record<keyof Backlog, readonly [name: string, help: string]>;

/** What waits and what was laid aside, and how far this machine's clock is ahead: asked when figures are. A database that is away leaves the last ones. */
export function measureBacklog(registry: Registry, prisma: Prismas, aheadMs: () => number): void {
  let asked: Promise<Backlog | undefined> | undefined;
  const ask = () => {
    asked ??= backlogOf(prisma)
      .catch(() => undefined)
      .finally(() => setImmediate(() => (asked = undefined)));
    return asked;
  };
  for (const [figure, [name, help]] of Object.entries(gauges) as [keyof Backlog, readonly [string, string]][])
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        const backlog = await ask();
        if (backlog) this.set(backlog[figure]);
      },
    });
  new Gauge({
    ...{ name: 'desk_clock_ahead_seconds', help: 'This machine against the database', registers: [registry] },
    collect() {
      this.set(aheadMs() / 1000);
    },
  });
}

async function backlogOf(prisma: Prismas): Promise<Backlog> {
  const [outbox] = await prisma.$queryRaw<Backlog[]>`
    SELECT count(*)::int AS "waiting", COALESCE(extract(epoch FROM now() - min("at")), 0)::float8 AS "oldestSeconds",
      (SELECT count(*)::int FROM "Delivery" WHERE "state" = 'DEAD') AS "deadDeliveries", to_regclass('pgboss.job') IS NOT NULL AS "hasJobs"
    FROM "DomainEvent" WHERE "dispatchedAt" IS NULL`;
  const { hasJobs = false, ...rest } = (outbox ?? {}) as Backlog & { hasJobs?: boolean };
  const deadJobs = hasJobs ? await deadJobsIn(prisma) : 0;
  return { ...rest, deadJobs };
}

async function deadJobsIn(prisma: Prismas): Promise<number> {
  const [row] = await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'reactions_dead' AND state < 'completed'`;
  return row?.n ?? 0;
}
