import pg from 'pg';
import { ensureDatabase } from '#server/kernel/postgres/embedded';
import { pendingMigrations } from '#server/kernel/postgres/migrate';
import { desk } from '../support/desk';
import { runScript } from '../support/script';

/** The schema engine is an ES module, which jest's own module loader cannot import: it runs in a process of its own, as in life. */
const schemaDrift = (url: string) => runScript('tests/support/migrating.ts', ['drift', url]);
const migrate = async (url: string): Promise<string[]> =>
  JSON.parse(await runScript('tests/support/migrating.ts', ['migrate', url]));

const fresh = async (name: string): Promise<string> => {
  const admin = new pg.Client(desk().databaseUrl);
  await admin.connect();
  await admin.query(`drop database if exists "${name}" with (force)`);
  await admin.end();
  return ensureDatabase(desk().databaseUrl, name);
};

describe('migrations', () => {
  it('lead to exactly the schema', async () => {
    expect(await schemaDrift(desk().databaseUrl)).toBe('');
  });

  it('are applied once by two instances that start together', async () => {
    const url = await fresh('desk_two_instances');

    const applied = await Promise.all([migrate(url), migrate(url)]);

    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query<{ times: number }>(
      'select count(*)::int as times from _prisma_migrations group by migration_name',
    );
    expect(new Set(rows.map(({ times }) => times))).toEqual(new Set([1]));
    expect(applied.flat()).toHaveLength(rows.length);
    expect(await pendingMigrations(client)).toEqual([]);
    await client.end();
  });

  it('are pending on an empty database, so /readyz is not ready there', async () => {
    const client = new pg.Client(await fresh('desk_empty'));
    await client.connect();
    expect((await pendingMigrations(client)).length).toBeGreaterThan(0);
    await client.end();
  });
});
