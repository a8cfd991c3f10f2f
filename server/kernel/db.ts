import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '#prisma';
import { AppError, type ErrorCode } from '#shared/errors';
import { withSealing } from './sealing/extension';
import { type Sql, sqlOver, statementName, transact } from './sql';

export type Prismas = PrismaClient;
/** What a command or query works on: the client itself or a transaction of it. */
export type Db = Prisma.TransactionClient;

/** How long PostgreSQL is waited for, in milliseconds: for a connection, for an answer, and how long a statement may run there. */
interface Patience {
  connect: number;
  answer: number;
  statement: number;
}

/** Imports, seeds and commands: nobody is waiting at the other end. */
const patient: Patience = { connect: 5000, answer: 15_000, statement: 12_000 };
/** Requests: a person is told after some six seconds that the desk is busy. The board of a year takes three at a million tickets. */
export const prompt: Patience = { connect: 1500, answer: 4800, statement: 4600 };

/**
 * Opens the pool and Prisma over it. The time-outs are not optional: without them a silent network hangs requests for ever
 * and poisons the pool. Statements are named by their text, so PostgreSQL prepares each once a connection.
 */
export function openDb(
  url: string,
  poolSize: number,
  patience = patient,
): { prisma: Prismas; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: patience.connect,
    idleTimeoutMillis: 30_000,
    query_timeout: patience.answer,
    statement_timeout: patience.statement,
    keepAlive: true,
  });
  // A checked-out client without a listener would end the process when PostgreSQL restarts.
  pool.on('connect', (client) => endWhenSilent(client.on('error', () => undefined)));
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => statementName(sql),
  });
  const prisma = withSealing(new PrismaClient({ adapter }));
  pools.set(prisma, pool);
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const pools = new WeakMap<Prismas, pg.Pool>();

function poolOf(prisma: Prismas): pg.Pool {
  const pool = pools.get(prisma);
  if (!pool) throw new Error('a client that openDb did not open');
  return pool;
}

/** The pool beneath, for single statements that many people wait for. */
export const sqlOf = (prisma: Prismas): Sql => sqlOver(poolOf(prisma));

/** One transaction of statements alone, for work that many people wait for. */
export const sqlTransaction = <T>(prisma: Prismas, work: (sql: Sql) => Promise<T>): Promise<T> =>
  transact(poolOf(prisma), work);

/**
 * Ends a connection whose answer did not come in time. Prisma would ask it to roll back, wait as long again, and give it back to the pool with its
 * transaction open.
 */
function endWhenSilent(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const watched = (...args: unknown[]) => {
    const answer = query(...args);
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === 'Query read timeout') void (client as pg.PoolClient & pg.Client).end();
      });
    return answer;
  };
  Object.assign(client, { query: watched });
}

const byConstraint: Record<string, ErrorCode> = {
  TicketFollower_pkey: 'ticket_already_joined',
  Conversation_districtId_personId_key: 'conversation_busy',
  Message_districtId_conversationId_seq_key: 'conversation_busy',
  TopicPhoto_districtId_attachmentId_fkey: 'photo_in_use',
  MeetingPhoto_districtId_attachmentId_fkey: 'photo_in_use',
  TopicSupport_districtId_photoId_fkey: 'photo_in_use',
  PointsEntry_districtId_source_key: 'points_source_used',
  PointsEntry_districtId_reversesId_key: 'points_already_reversed',
  RuleBook_draft: 'stale_version',
  RuleBookPhoto_districtId_attachmentId_fkey: 'photo_in_use',
  HouseholdMove_open: 'household_change_open',
  HouseholdMove_asked: 'household_asked',
  HouseholdInvite_open: 'stale_version',
  Household_districtId_code_key: 'stale_version',
  PointsClaim_districtId_origin_key: 'points_claim_known',
  PointsClaimPhoto_evidence: 'points_evidence_used',
  PointsClaimPhoto_districtId_attachmentId_fkey: 'photo_in_use',
  PointsAppeal_districtId_claimId_key: 'points_appealed',
  PointsVote_pkey: 'points_voted',
  PointsObjection_districtId_claimId_personId_key: 'points_objected',
  ShopSettlement_districtId_outletId_month_key: 'settlement_done',
  ShopGood_districtId_photoId_fkey: 'photo_in_use',
  BookingPhoto_pkey: 'photo_in_use',
  BookingPhoto_districtId_attachmentId_fkey: 'photo_in_use',
  Booking_slot_key: 'slot_taken',
  Booking_advisor_free: 'slot_taken',
  Booking_resident_free: 'booking_same_time',
};

/** States that triggers of ours raise (migration `points`). */
const byState: Record<string, ErrorCode> = {
  CP001: 'points_not_enough',
  CP002: 'points_account_closed',
  CP003: 'place_unknown',
  CP004: 'points_entry_fixed',
  CP005: 'stale_version',
};

const lost = new Set([
  '57P01',
  '57P02',
  '57P03',
  // No room for connections, on the disk, in memory; a disk that fails; a server that is (still) a standby.
  '53300',
  '53100',
  '53200',
  '58030',
  '25006',
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
  // As the adapter names it when the socket failed and PostgreSQL said nothing.
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
]);
const lostMessage =
  /not queryable|Connection terminated|timeout exceeded|Query read timeout|Database .*not reachable|connection error|ECONNREFUSED|too many clients|the database system is/i;

interface Cause {
  originalCode?: string;
  constraint?: { index?: string; fields?: string[] };
  kind?: string;
}

interface DatabaseError {
  name?: string;
  code?: string;
  constraint?: string;
  message?: string;
  cause?: Cause;
  meta?: { driverAdapterError?: { cause?: Cause }; code?: string };
}

/** What PostgreSQL said. Prisma wraps the failure of a query; that of BEGIN and COMMIT comes as the adapter threw it. */
const causeOf = ({ name, cause, meta }: DatabaseError): Cause | undefined =>
  meta?.driverAdapterError?.cause ?? (name === 'DriverAdapterError' ? cause : undefined);

/** A database failure as the catalogue has it: by constraint name or connection class; undefined if it is a bug of ours. */
export function translateDatabaseError(error: unknown): AppError | undefined {
  const failure = (error ?? {}) as DatabaseError;
  const { code, message = '', meta } = failure;
  const cause = causeOf(failure);
  const sqlState = cause?.originalCode ?? meta?.code ?? code;
  if ([code, sqlState, cause?.kind].some((sign) => sign && lost.has(sign)) || lostMessage.test(message))
    return new AppError('unavailable');
  const index =
    cause?.constraint?.index ??
    failure.constraint ??
    Object.keys(byConstraint).find((name) => message.includes(`"${name}"`));
  const named = index ? byConstraint[index] : undefined;
  if (named) return new AppError(named);
  if (sqlState && byState[sqlState]) return new AppError(byState[sqlState]);
  if (sqlState === '22021' || sqlState === '22P05') return new AppError('invalid_input');
  return undefined;
}

/** Whether the same transaction may simply be run again (serialisation failure or deadlock). */
export function isRetryable(error: unknown): boolean {
  const failure = (error ?? {}) as DatabaseError;
  const sqlState = causeOf(failure)?.originalCode ?? failure.meta?.code;
  return [failure.code, sqlState].some((sign) => sign === 'P2034' || sign === '40001' || sign === '40P01');
}
