import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role the desk works as. It may read and write rows, but owns nothing: it cannot switch off a trigger or change what a column means. */
const appRole = 'desk_app';
const grantLock = 5_115_020_002;

/** Tables in which even the desk writes less than elsewhere: the ledger is only added to, balances are its trigger's. */
const narrowed = [
  'REVOKE UPDATE, DELETE ON "PointsEntry" FROM %I',
  'REVOKE UPDATE, DELETE ON "PointsAccount" FROM %I',
  'GRANT UPDATE ("closedAt") ON "PointsAccount" TO %I',
  'REVOKE INSERT, UPDATE, DELETE ON "AuditEntry", "AuditHead" FROM %I',
  'REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM %I',
];

/**
 * Makes the role of the embedded database that the desk works as, with what it needs and no more, and gives its address. Run after each migration;
 * instances that start together take turns.
 */
export async function openAppRole(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password).update(appRole).digest('base64url');
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [grantLock]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole]);
    const verb = rowCount ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE ${appRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    await grantRights(client, appRole);
  } finally {
    await client.end();
  }
  url.username = appRole;
  url.password = password;
  return url.href;
}

/** The same rights for a role somebody else has made: that of `appUrl` in a database whose owner is `ownerUrl`. */
export async function grantAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [grantLock]);
    await grantRights(client, decodeURIComponent(new URL(appUrl).username));
  } finally {
    await client.end();
  }
}

async function grantRights(client: pg.Client, role: string): Promise<void> {
  const database = client.escapeIdentifier(client.database ?? '');
  const name = client.escapeIdentifier(role);
  await client.query('BEGIN');
  for (const statement of [
    // pg-boss keeps its own schema in order by itself.
    `GRANT CREATE ON DATABASE ${database} TO ${name}`,
    `GRANT USAGE ON SCHEMA public TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`,
    `GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
    ...narrowed.map((each) => each.replace('%I', name)),
    handOver(client.escapeLiteral(role)),
  ])
    await client.query(statement);
  await client.query('COMMIT');
}

/** What an earlier desk made as the owner in pg-boss's schema goes to the role. */
const handOver = (role: string) => `DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT format('SCHEMA %I', nspname) AS what FROM pg_namespace WHERE nspname = 'pgboss'
    UNION ALL SELECT format('TABLE %I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'pgboss' AND c.relkind IN ('r', 'p')
    UNION ALL SELECT format('FUNCTION %s', p.oid::regprocedure) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'pgboss'
    UNION ALL SELECT format('TYPE %I.%I', n.nspname, t.typname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = 'pgboss' AND t.typtype = 'e'
  LOOP
    EXECUTE format('ALTER %s OWNER TO %I', each.what, ${role});
  END LOOP;
END $$`;
