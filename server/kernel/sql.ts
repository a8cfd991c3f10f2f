import { createHash } from 'node:crypto';
import pg from 'pg';
import { Prisma } from '#prisma';

/** Statements alone: what a transaction of Prisma can do too, without its models. */
export interface Sql {
  $queryRaw<T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
}

/** How long a transaction may take in all, in milliseconds, as with Prisma's. */
const longest = 12_000;

/** Values as Prisma's own statements give them: days as midnight UTC, bigint and decimal exact. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: BigInt,
  [pg.types.builtins.NUMERIC]: (text) => new Prisma.Decimal(text),
  [pg.types.builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/**
 * Statements straight on a pool or a connection. Prisma takes three times as long over one as PostgreSQL's own client does, and the calls that many
 * people make at once are made of them (decision 014).
 */
export function sqlOver(connection: Pick<pg.Pool, 'query'>): Sql {
  const run = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const { text, values: given } = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    return connection.query({ name: statementName(text), text, values: given.map(sent), types });
  };
  return {
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await run(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  };
}

/** Instants travel in UTC, whatever time zone the machine is in. */
const sent = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** Runs `work` in one transaction of statements. A connection whose transaction took too long is closed, so that nothing of it can follow. */
export async function transact<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const watch = setTimeout(() => void (client as pg.PoolClient & pg.Client).end(), longest);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(sqlOver(client));
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('the transaction had failed before it was to be kept');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    clearTimeout(watch);
    client.release(broken);
  }
}

const names = new Map<string, string>();
/** Statements written in loops would fill the memory; those beyond are hashed each time. */
const mostNames = 5000;

/** The name of a prepared statement: the hash of its text, worked out once. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  if (names.size < mostNames) names.set(text, name);
  return name;
}
