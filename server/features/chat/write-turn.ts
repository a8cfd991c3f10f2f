import type { DomainEvent, Message } from '#prisma';
import { Prisma } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { bodyHash } from '../../kernel/idempotency';
import { type TicketPlan, ticketInsert } from '../tickets/index';
import type { Talk } from './load-turn';

/** Everything that one turn writes. `before` is the version that was read; undefined makes the conversation. */
export interface TurnWrite {
  readonly talk: Talk;
  readonly before: number | undefined;
  readonly messages: readonly Message[];
  readonly events: readonly Omit<DomainEvent, 'dispatchedAt'>[];
  readonly plan: TicketPlan | undefined;
  readonly body: unknown;
  readonly response: unknown;
}

/**
 * Writes a turn in one statement: conversation (guarded by the version that was read), messages, the stored reply of the request, facts, and the
 * ticket when one is filed. False when somebody else wrote first: then nothing at all is written.
 */
export async function writeTurn(ctx: Ctx, write: TurnWrite): Promise<boolean> {
  try {
    const [row] = await ctx.db.$queryRaw<{ moved: number }[]>(statement(ctx, write));
    return row?.moved === 1;
  } catch (error) {
    if (isTakenKey(error)) return false;
    throw error;
  }
}

function statement(ctx: Ctx, write: TurnWrite): Prisma.Sql {
  const { plan, messages, events } = write;
  const ticket = plan ? Prisma.sql`, ${ticketInsert(plan, Prisma.sql`SELECT 1 FROM moved`)}` : Prisma.empty;
  const kept = ctx.idempotencyKey ? Prisma.sql`, ${keptReply(ctx, ctx.idempotencyKey, write)}` : Prisma.empty;
  const facts =
    events.length > 0
      ? Prisma.sql`, facts AS (INSERT INTO "DomainEvent"
          SELECT r.* FROM moved, jsonb_populate_recordset(NULL::"DomainEvent", ${JSON.stringify(events)}::jsonb) r)`
      : Prisma.empty;
  return Prisma.sql`WITH moved AS (${moved(ctx, write)}),
    said AS (INSERT INTO "Message"
      SELECT r.* FROM moved, jsonb_populate_recordset(NULL::"Message", ${JSON.stringify(messages)}::jsonb) r)${facts}${kept}${ticket}
    SELECT count(*)::int AS moved, max(pg_notify('chat', moved."id"::text)::text) AS told FROM moved`;
}

function moved({ districtId, actor, now }: Ctx, { talk, before }: TurnWrite): Prisma.Sql {
  const state = JSON.stringify(talk.state);
  if (before === undefined)
    return Prisma.sql`INSERT INTO "Conversation"
        ("districtId", "id", "personId", "state", "version", "seq", "mode", "queueCode", "queuedAt", "returnAt", "lastAt", "createdAt")
      VALUES (${districtId}, ${talk.id}::uuid, ${actor.id}::uuid, ${state}::jsonb, 1, ${talk.seq}, ${talk.mode}::"ChatMode", ${talk.queueCode},
        ${talk.queuedAt}, ${talk.returnAt}, ${now}, ${now})
      ON CONFLICT DO NOTHING RETURNING "id"`;
  return Prisma.sql`UPDATE "Conversation" SET "state" = ${state}::jsonb, "version" = "version" + 1, "seq" = ${talk.seq},
      "mode" = ${talk.mode}::"ChatMode", "queueCode" = ${talk.queueCode}, "agentId" = ${talk.agentId}::uuid, "queuedAt" = ${talk.queuedAt},
      "returnAt" = ${talk.returnAt}, "lastAt" = ${now}
    WHERE "districtId" = ${districtId} AND "id" = ${talk.id}::uuid AND "version" = ${before} RETURNING "id"`;
}

function keptReply({ districtId, actor, now }: Ctx, key: string, { body, response }: TurnWrite): Prisma.Sql {
  return Prisma.sql`kept AS (INSERT INTO "IdempotencyKey" ("districtId", "actorId", "key", "name", "bodyHash", "response", "createdAt")
    SELECT ${districtId}, ${actor.id}::uuid, ${key}, 'chat.send', ${bodyHash('chat.send', body)}, ${JSON.stringify(response)}::jsonb, ${now} FROM moved)`;
}

/** The key was used by a twin (or for another call) since it was read: nothing of the statement has happened. */
function isTakenKey(error: unknown): boolean {
  const text = `${(error as Error).message ?? ''} ${JSON.stringify((error as { meta?: unknown }).meta ?? {})}`;
  return text.includes('IdempotencyKey_pkey') || (text.includes('23505') && text.includes('IdempotencyKey'));
}
