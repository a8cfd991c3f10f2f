import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import type { Input } from '#shared/contract';
import type { Random } from '../../prisma/seed/random';
import * as fire from './under-fire';

/** One try to write something. `status` 0: the connection broke or nobody answered. */
interface Try {
  at: number;
  ms: number;
  status: number;
  /** A refusal that says when to come again. */
  isPlain: boolean;
}

/** What was confirmed to people, against what lies in the database. */
interface Account {
  confirmed: number;
  lost: number;
  doubled: number;
}

/** People who go on using a desk while it is broken, and remember what it confirmed to them. */
export interface Crowd {
  readonly tries: readonly Try[];
  /**
   * Everybody writes one thing after the other until `fault` is over, however it ends; what fails is tried again under the same key, as the
   * mini-program does.
   */
  useWhile(url: string, fault: () => Promise<void>): Promise<void>;
  /** Until when, after `since`, tries still failed, in milliseconds. */
  failedForMs(since: number): number;
  /** How many writings were given up after their last try. */
  givenUp(): number;
  settle(database: pg.Client): Promise<Account>;
}

interface Writing {
  token: string;
  key: string;
  sent: Input<'chat.send'>;
  /** What must be there once it is confirmed: a sentence, or the ticket of a person. */
  sentence?: string;
}

interface Wanted {
  talkers: number;
  /** Reports made ready beforehand, a village each; one in six writings is one of them. */
  villages: readonly string[];
  random: Random;
  /** How often one writing is tried again; by default until the crowd gives up ten seconds after the end. */
  retries?: number;
  /** Milliseconds between two tries, and between two writings. */
  restMs?: number;
}

/** Signs everybody in and lets the reporters say everything but the last word. */
export async function gather(url: string, wanted: Wanted): Promise<Crowd> {
  const { talkers, villages, random, retries = Number.POSITIVE_INFINITY, restMs = 60 } = wanted;
  const tag = random.int(100_000, 999_999);
  const tokens: string[] = [];
  await fire.inTurns(
    Array.from({ length: talkers }, (_none, person) => person),
    8,
    async () => {
      tokens.push(await fire.signIn(url, randomUUID()));
    },
  );
  const reports: fire.Ready[] = [];
  await fire.inTurns(villages, 8, async (village) => {
    reports.push(await fire.readyToFile(url, randomUUID(), village));
  });
  const tries: Try[] = [];
  const sentences: string[] = [];
  const tickets: string[] = [];
  let givenUp = 0;

  const tryOnce = async (url: string, { token, key, sent, sentence }: Writing): Promise<boolean> => {
    const at = performance.now();
    const answer = await fire.ask(url, 'chat.send', sent, { token, key }).catch(() => undefined);
    const status = answer?.status ?? 0;
    const isPlain = [429, 503].includes(status) && Number(answer?.retryAfter) > 0;
    tries.push({ at, ms: performance.now() - at, status, isPlain });
    if (!answer || status !== 200) return false;
    if (sentence) sentences.push(sentence);
    else tickets.push(fire.filedIn(answer.body));
    return true;
  };

  return {
    tries,
    useWhile: async (url, fault) => {
      let over: number | undefined;
      const isOver = () => over !== undefined;
      const hasGivenUp = () => over !== undefined && performance.now() - over > 10_000;
      const using = Promise.all(
        tokens.map(async (token, person) => {
          for (let turn = 1; !isOver(); turn += 1) {
            const report = random.chance(1 / 6) ? reports.pop() : undefined;
            const sentence = `你好，第${turn}句，${tag}-${person}`;
            const writing = report ?? { token, key: randomUUID(), sent: { text: sentence }, sentence };
            let left = retries;
            let isDone = await tryOnce(url, writing);
            for (; !isDone && left > 0 && !hasGivenUp(); left -= 1) {
              await rest(restMs * (1 + random.next()));
              isDone = await tryOnce(url, writing);
            }
            if (!isDone) givenUp += 1;
            await rest(restMs * random.next());
          }
        }),
      );
      await fault().finally(() => {
        over = performance.now();
      });
      await using;
    },
    givenUp: () => givenUp,
    failedForMs: (since) =>
      Math.max(0, ...tries.filter(({ status }) => status !== 200).map(({ at, ms }) => at + ms - since)),
    settle: async (database) => {
      const said = await countsIn(
        database,
        `SELECT "text" AS what, count(*)::int AS n FROM "Message" WHERE "speaker" = 'RESIDENT' AND "text" LIKE '%，${tag}-%' GROUP BY 1`,
      );
      const filed = await countsIn(database, 'SELECT "id"::text AS what, 1 AS n FROM "Ticket"');
      const perPerson = await countsIn(
        database,
        'SELECT "reporterId"::text AS what, count(*)::int AS n FROM "Ticket" WHERE "reporterId" IS NOT NULL GROUP BY 1',
      );
      const isDoubled = (n: number) => n > 1;
      return {
        confirmed: sentences.length + tickets.length,
        lost:
          sentences.filter((sentence) => !said.has(sentence)).length + tickets.filter((id) => !filed.has(id)).length,
        doubled: [...said.values(), ...perPerson.values()].filter(isDoubled).length,
      };
    },
  };
}

async function countsIn(database: pg.Client, sql: string): Promise<Map<string, number>> {
  const { rows } = await database.query<{ what: string; n: number }>(sql);
  return new Map(rows.map(({ what, n }) => [what, n]));
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor(((ordered.length - 1) * percent) / 100)] ?? 0;
}

/** How many answers had which status, as `200: 812, 503: 9`. */
export function statuses(tries: readonly { status: number }[]): string {
  const counts = new Map<number, number>();
  for (const { status } of tries) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts.entries()]
    .toSorted()
    .map(([status, n]) => `${status}: ${n}`)
    .join(', ');
}
