import PgBoss from 'pg-boss';
import { AppError } from '#shared/errors';
import { type Ctx, system } from './context';
import type { Db } from './db';
import { type EventName, emitter } from './events';
import { describeError } from './log';
import { type Ground, inTransaction } from './route';

/** A fact as it was written. */
export interface StoredEvent {
  districtId: string;
  id: string;
  name: EventName;
  payload: unknown;
  actorId: string | null;
  requestId: string | null;
  at: Date;
}

/** One feature's answer to some facts. `run` changes the database only; its effect happens once however often the job starts. */
export interface Subscriber {
  name: string;
  on: readonly EventName[];
  run(ctx: Ctx, event: StoredEvent): Promise<void>;
}

/** Something done again and again by whichever instance comes first. Must be idempotent and claim its rows. Runs again at once if there is 'more'. */
export interface Sweep {
  name: string;
  everyMs: number;
  run(): Promise<unknown>;
}

const queue = 'reactions';
const deadQueue = 'reactions_dead';
const relayBatch = 200;
const reactionBatch = 10;
/** pg-boss asks the database on its own pool: a silent network must not hang it for ever. */
const bossLimits = { connectionTimeoutMillis: 5000, query_timeout: 12_000, statement_timeout: 10_000, keepAlive: true };

interface ReactionJob {
  eventId: string;
  subscriber: string;
}

/** Runs one subscriber for one event in a transaction with its mark: a second start finds the mark and does nothing. */
export async function react(ground: Ground, subscriber: Subscriber, eventId: string): Promise<void> {
  await inTransaction(ground.prisma, async (db) => {
    const marked = await db.$executeRaw`
      INSERT INTO "ReactionMark" ("eventId", "subscriber") VALUES (${eventId}::uuid, ${subscriber.name}) ON CONFLICT DO NOTHING`;
    if (marked === 0) return;
    const event = await db.domainEvent.findFirst({ where: { districtId: ground.districtId, id: eventId } });
    if (!event) throw new AppError('not_found');
    await subscriber.run(systemContext(ground, db, `event:${eventId}`), event as StoredEvent);
  });
}

/** The context in which the desk itself acts. */
export function systemContext(ground: Ground, db: Db, requestId: string): Ctx {
  const now = ground.now();
  const about = { districtId: ground.districtId, actorId: system.id, requestId, now };
  return {
    db,
    districtId: ground.districtId,
    actor: system,
    now,
    requestId,
    emit: emitter(db, about),
    log: ground.log,
    link: (key) => ground.link(key, now),
    keyed: ground.keyed,
    idempotencyKey: undefined,
  };
}

/** Moves facts from the outbox to where `enqueue` puts them, in one transaction with the mark. Returns how many. */
export function relay(
  ground: Ground,
  subscribers: readonly Subscriber[],
  enqueue: (db: Db, jobs: ReactionJob[]) => Promise<void>,
): Promise<number> {
  return inTransaction(ground.prisma, async (db) => {
    const events = await db.$queryRaw<{ id: string; name: EventName }[]>`
      SELECT "id", "name" FROM "DomainEvent" WHERE "dispatchedAt" IS NULL ORDER BY "id" LIMIT ${relayBatch} FOR UPDATE SKIP LOCKED`;
    if (events.length === 0) return 0;
    const jobs = events.flatMap((event) =>
      subscribers
        .filter(({ on }) => on.includes(event.name))
        .map(({ name }) => ({ eventId: event.id, subscriber: name })),
    );
    if (jobs.length > 0) await enqueue(db, jobs);
    const ids = events.map(({ id }) => id);
    await db.$executeRaw`UPDATE "DomainEvent" SET "dispatchedAt" = now() WHERE "id" = ANY(${ids}::uuid[])`;
    return events.length;
  });
}

/**
 * Runs a batch of what waits in the queue. A failed job comes again by pg-boss (6 times, later and later); one that was running when the process
 * died comes again when its minute is over. pg-boss's own worker would rest half a second after each job.
 */
async function reactToSome(
  ground: Ground,
  boss: PgBoss,
  subscribers: readonly Subscriber[],
): Promise<'more' | undefined> {
  const jobs = await boss.fetch<ReactionJob>(queue, { batchSize: reactionBatch });
  for (const { id, data } of jobs) {
    const subscriber = subscribers.find(({ name }) => name === data.subscriber);
    try {
      if (subscriber) await react(ground, subscriber, data.eventId);
      await boss.complete(queue, id);
    } catch (error) {
      ground.log.error({ ...data, err: describeError(error) }, 'reaction failed');
      await boss.fail(queue, id, { failure: describeError(error) });
    }
  }
  return jobs.length < reactionBatch ? undefined : 'more';
}

/** Starts the relay, the reactions and the sweeps. Returns how to stop them; running jobs are finished first. */
export async function startJobs(
  ground: Ground,
  url: string,
  subscribers: readonly Subscriber[],
  sweeps: readonly Sweep[],
): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    ...{ connectionString: url, max: 4, application_name: 'desk-jobs', maintenanceIntervalSeconds: 15 },
    ...bossLimits,
  });
  boss.on('error', (error) => ground.log.error({ err: describeError(error) }, 'jobs'));
  await boss.start();
  await boss.createQueue(deadQueue);
  await boss.createQueue(queue, {
    name: queue,
    retryLimit: 6,
    retryDelay: 2,
    retryBackoff: true,
    deadLetter: deadQueue,
    expireInSeconds: 60,
  });

  const enqueue = (db: Db, jobs: ReactionJob[]) =>
    boss.insert(
      jobs.map((data) => ({ name: queue, data })),
      { db: { executeSql: async (text, values) => ({ rows: await db.$queryRawUnsafe(text, ...values) }) } },
    );
  const loops = [
    repeat(ground, { name: 'relay', everyMs: 300, run: () => relay(ground, subscribers, enqueue) }),
    repeat(ground, { name: 'reactions', everyMs: 300, run: () => reactToSome(ground, boss, subscribers) }),
    ...sweeps.map((sweep) => repeat(ground, sweep)),
  ];
  return {
    stop: async () => {
      await Promise.all(loops.map((stopLoop) => stopLoop()));
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}

/** Runs a sweep, rests, runs it again; never two at once. Returns how to stop it after the run in progress. */
function repeat(ground: Ground, { name, everyMs, run }: Sweep): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const turn = () => {
    running = run()
      .catch((error: unknown) => ground.log.error({ sweep: name, err: describeError(error) }, 'sweep failed'))
      .then((left) => {
        if (!stopped) timer = setTimeout(turn, left === 'more' ? 0 : everyMs);
      });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
