import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ensureDatabase } from '#server/kernel/postgres/embedded';
import { pendingMigrations } from '#server/kernel/postgres/migrate';
import { desk } from '../support/desk';
import { runScript } from '../support/script';
import { figures } from './figures';
import * as fire from './under-fire';

const name = 'desk_half_migrated';

async function emptyDatabase(): Promise<string> {
  const admin = await fire.connectTo(desk().databaseUrl);
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin.end();
  return ensureDatabase(desk().databaseUrl, name);
}

describe('F22: a migration killed midway', () => {
  it.each([1, 3])(
    'is finished by the next start, whatever it had begun (try %i)',
    async (turn) => {
      const url = await emptyDatabase();
      const watcher = await fire.connectTo(url);
      const begun = async () => {
        const { rows } = await watcher
          .query<{ n: number }>('SELECT count(*)::int AS n FROM _prisma_migrations')
          .catch(() => ({ rows: [{ n: 0 }] }));
        return rows[0]!.n >= turn;
      };
      const migrating = spawn(process.execPath, ['--import', 'tsx', 'tests/support/migrating.ts', 'migrate', url]);
      const gone = once(migrating, 'exit');
      await fire.until('a migration has begun', begun, 30_000);
      migrating.kill('SIGKILL');
      await gone;
      const left = await pendingMigrations(watcher);

      await runScript('tests/support/migrating.ts', ['migrate', url]);
      expect(await pendingMigrations(watcher)).toEqual([]);
      const { rows } = await watcher.query<{ times: number }>(
        'SELECT count(*)::int AS times FROM _prisma_migrations WHERE finished_at IS NOT NULL GROUP BY migration_name',
      );
      expect(new Set(rows.map(({ times }) => times))).toEqual(new Set([1]));
      figures({ 'pending after the kill': left.length });
      await watcher.end();
    },
    60_000,
  );
});
