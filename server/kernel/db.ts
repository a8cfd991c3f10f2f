import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '#prisma';
import { AppError, type ErrorCode } from '#shared/errors';

export type Prismas = PrismaClient;
/** What a command or query works on: the client itself or a transaction of it. */
export type Db = Prisma.TransactionClient;

/**
 * Opens the pool and Prisma over it. The time-outs are not optional: without them a silent network hangs requests for ever
 * and poisons the pool. Statements are named by their text, so PostgreSQL prepares each once a connection.
 */
export function openDb(url: string, poolSize: number): { prisma: Prismas; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    query_timeout: 15_000,
    statement_timeout: 12_000,
    keepAlive: true,
  });
  // A checked-out client without a listener would end the process when PostgreSQL restarts.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => createHash('sha1').update(sql).digest('base64url'),
  });
  const prisma = new PrismaClient({ adapter });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const byConstraint: Record<string, ErrorCode> = {
  TicketFollower_pkey: 'ticket_already_joined',
  Conversation_districtId_personId_key: 'conversation_busy',
  Message_districtId_conversationId_seq_key: 'conversation_busy',
};

const lost = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  '57014',
]);
const lostMessage =
  /not queryable|Connection terminated|timeout exceeded|Query read timeout|Database .*not reachable|connection error|ECONNREFUSED|too many clients|the database system is/i;

interface DatabaseError {
  code?: string;
  message?: string;
  meta?: {
    driverAdapterError?: {
      cause?: { originalCode?: string; constraint?: { index?: string; fields?: string[] }; kind?: string };
    };
    code?: string;
  };
}

/** A database failure as the catalogue has it: by constraint name or connection class; undefined if it is a bug of ours. */
export function translateDatabaseError(error: unknown): AppError | undefined {
  const { code, message = '', meta } = (error ?? {}) as DatabaseError;
  const cause = meta?.driverAdapterError?.cause;
  const sqlState = cause?.originalCode ?? meta?.code ?? code;
  if ((code && lost.has(code)) || (sqlState && lost.has(sqlState)) || lostMessage.test(message))
    return new AppError('unavailable');
  const index = cause?.constraint?.index ?? Object.keys(byConstraint).find((name) => message.includes(`"${name}"`));
  const named = index ? byConstraint[index] : undefined;
  if (named) return new AppError(named);
  if (sqlState === '22021' || sqlState === '22P05') return new AppError('invalid_input');
  return undefined;
}

/** Whether the same transaction may simply be run again (serialisation failure or deadlock). */
export function isRetryable(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as DatabaseError;
  return (
    code === 'P2034' || ['40001', '40P01'].includes(meta?.driverAdapterError?.cause?.originalCode ?? meta?.code ?? '')
  );
}
