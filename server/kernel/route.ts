import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { ZodType } from 'zod';
import { contract, type Name, type Output, type Parsed } from '#shared/contract';
import type { Access, Endpoint } from '#shared/contract/endpoint';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { actorOf } from './auth';
import { type Actor, anonymous, type Ctx, isStaff, nobody, type Stating } from './context';
import { type Db, isRetryable, type Prismas, sqlOf, sqlTransaction } from './db';
import { emitter } from './events';
import { claimKey, once } from './idempotency';
import type { Log } from './log';
import { takeTurn } from './rate-limit';
import { Refusal } from './refusal';
import type { Sql } from './sql';

/**
 * What runs a call. `{ own }` handlers bring their own transaction, `keyed` ones their idempotency too (one statement, where it is hot); `{ sql }` commands run in a
 * transaction that takes statements alone and costs a third: what they read by models they read first, because whoever waits for a second connection while
 * holding one stops the desk when all do so.
 */
export type Handler<N extends Name> =
  | ((ctx: Ctx, input: Parsed<N>) => Promise<Output<N>>)
  | { sql: (before: Ctx, input: Parsed<N>) => Promise<(ctx: Stating) => Promise<Output<N>>> }
  | { own: (ctx: Ctx, input: Parsed<N>) => Promise<Output<N>>; keyed?: true };
export type Handlers = { [N in Name]?: Handler<N> };

/** What the routes stand on, given once by app.ts. */
export interface Ground {
  prisma: Prismas;
  districtId: string;
  now: () => Date;
  log: Log;
  /** Signs a path to a stored file that works for a limited time. */
  link: (fileKey: string, now: Date) => string;
  /** A text under the desk's secret (HMAC-SHA256, hex), to compare what is not to be kept. */
  keyed: (text: string) => string;
}

type Run<T = unknown> = (ctx: Ctx, input: unknown) => Promise<T>;
const retries = 3;

const accesses: readonly string[] = ['public', 'member', 'staff'] satisfies Access[];

/**
 * One POST per contract entry: admit, parse, run (commands in one transaction), and let out only what is named. Throws at the start when a call does not
 * say who may use it, or has nobody to answer it.
 */
export function mount(
  router: Router,
  ground: Ground,
  handlers: Handlers,
  calls: Partial<Record<Name, Endpoint<ZodType, ZodType>>> = contract,
): void {
  for (const [name, declared] of Object.entries(calls) as [Name, Endpoint<ZodType, ZodType>][]) {
    if (!accesses.includes(declared.access)) throw new Error(`${name} does not say who may use it`);
    const handler = handlers[name] as
      | Run
      | { own: Run; keyed?: true }
      | { sql: Run<(ctx: Stating) => Promise<unknown>> }
      | undefined;
    if (!handler) throw new Error(`nobody answers ${name}`);
    router.post(`/api/${name}`, async (http) => {
      const now = ground.now();
      const actor = await admit(http, ground, now, declared.access);
      const parsed = declared.input.safeParse((http.request as { body?: unknown }).body ?? {});
      if (!parsed.success) throw new AppError('invalid_input', fieldErrors(parsed.error.issues));

      if (declared.limit)
        await takeTurn(sqlOf(ground.prisma), ground.districtId, callerOf(name, actor, http), declared.limit, now);
      const context = (db: Db): Ctx => contextOf(http, ground, db, actor, now);
      let result: unknown;
      if (typeof handler === 'function' && declared.kind === 'query')
        result = await handler(context(ground.prisma), parsed.data);
      else if ('own' in handler) {
        const ctx = context(ground.prisma);
        if (declared.kind === 'command' && !handler.keyed) await claimKey(ctx, name, parsed.data);
        result = await handler.own(ctx, parsed.data);
      } else {
        const before = context(ground.prisma);
        const stating = (db: Sql): Stating => ({ ...before, db });
        result = await (typeof handler === 'function'
          ? inTransaction(ground.prisma, async (db) => {
              const ctx = context(db);
              if (!declared.isSecret) return once(ctx, name, parsed.data, () => handler(ctx, parsed.data));
              await claimKey(ctx, name, parsed.data);
              return handler(ctx, parsed.data);
            })
          : handler
              .sql(before, parsed.data)
              .then((run) =>
                inSqlTransaction(ground.prisma, (sql) =>
                  once(stating(sql), name, parsed.data, () => run(stating(sql))),
                ),
              )
        ).catch(async (error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          throw await error.complete(stating(sqlOf(ground.prisma)));
        });
      }
      http.body = declared.output.parse(result);
    });
  }
}

/** Who spends a turn: the person, or the address of a caller who is not signed in. */
const callerOf = (name: Name, { id }: Actor, http: Context) => `${name} ${id === nobody ? http.ip : id}`;

/** The context of a request; also for the few routes outside the contract (files, live channel). */
export function contextOf(http: Context, ground: Ground, db: Db, actor: Actor, now: Date): Ctx {
  const requestId = String(http.state.requestId ?? randomUUID());
  const about = { districtId: ground.districtId, actorId: actor.id, requestId, now };
  return {
    db,
    districtId: ground.districtId,
    actor,
    now,
    requestId,
    emit: emitter(db, about),
    log: ground.log,
    link: (fileKey) => ground.link(fileKey, now),
    keyed: ground.keyed,
    idempotencyKey: keyOf(http),
    ...(http.get('user-agent') && { userAgent: http.get('user-agent') }),
  };
}

/** The caller, or the reason why he or she may not call. */
export async function admit(
  http: Context,
  ground: Ground,
  now: Date,
  access: Access,
  token = bearer(http),
): Promise<Actor> {
  if (!token) {
    if (access === 'public') return anonymous;
    throw new AppError('unauthenticated');
  }
  const actor = await actorOf(sqlOf(ground.prisma), token, now, dayOf(now)).catch((error: unknown) => {
    if (access === 'public' && error instanceof AppError) return anonymous;
    throw error;
  });
  http.state.actorId = actor.id;
  if (access === 'staff' && !isStaff(actor)) throw new AppError('forbidden');
  return actor;
}

/** One transaction, run again when PostgreSQL says that only the order was wrong. */
export const inTransaction = <T>(prisma: Prismas, work: (db: Db) => Promise<T>): Promise<T> =>
  inOrder(() => prisma.$transaction(work, { maxWait: 8000, timeout: 12_000 }));

const inSqlTransaction = <T>(prisma: Prismas, work: (sql: Sql) => Promise<T>): Promise<T> =>
  inOrder(() => sqlTransaction(prisma, work));

async function inOrder<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === retries || !isRetryable(error)) throw error;
    }
  }
}

const bearer = (http: Context) => /^Bearer ([\w-]{20,100})$/.exec(http.get('authorization'))?.[1];

function keyOf(http: Context): string | undefined {
  const key = http.get('idempotency-key');
  if (!key) return undefined;
  if (!/^[\w-]{8,80}$/.test(key)) throw new AppError('invalid_input', { 'idempotency-key': '请求编号不对' });
  return key;
}

const fieldErrors = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  Object.fromEntries(issues.map((issue) => [issue.path.join('.') || '_', issue.message]));
