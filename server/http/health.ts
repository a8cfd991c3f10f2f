import type Router from '@koa/router';
import type { Registry } from 'prom-client';
import type { Prismas } from '../kernel/db';
import { pendingMigrations } from '../kernel/postgres/migrate';
import { document } from '../openapi';

/** /livez (the process answers), /readyz (database and migrations), /metrics and /openapi.json. */
export function mountHealth(
  router: Router,
  { prisma, registry, isDraining }: { prisma: Prismas; registry: Registry; isDraining: () => boolean },
): void {
  router.get('/livez', (http) => {
    http.body = { ok: true };
  });
  router.get('/readyz', async (http) => {
    const pending = await pendingMigrations({
      query: async (sql) => ({ rows: await prisma.$queryRawUnsafe(sql) }),
    }).catch(() => undefined);
    const ready = !isDraining() && pending?.length === 0;
    http.status = ready ? 200 : 503;
    http.body = {
      ok: ready,
      database: pending !== undefined,
      migrations: pending?.length === 0,
      draining: isDraining(),
    };
  });
  router.get('/metrics', async (http) => {
    http.type = registry.contentType;
    http.body = await registry.metrics();
  });
  router.get('/openapi.json', (http) => {
    http.body = document();
  });
}
