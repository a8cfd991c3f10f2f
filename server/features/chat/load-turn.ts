import type { Attachment, ChatMode } from '#prisma';
import type { ChatState } from '#shared/domain/chat/state';
import { freshState } from '#shared/domain/chat/state';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

/** A conversation row as the talk needs it. */
export interface Talk {
  id: string;
  state: ChatState;
  version: number;
  seq: number;
  mode: ChatMode;
  queueCode: string | null;
  agentId: string | null;
  queuedAt: Date | null;
  returnAt: Date | null;
  lastAt: Date;
}

/** Everything one turn needs, read in one statement. */
export interface LoadedTurn {
  talk: Talk | undefined;
  homeVillageCode: string | null;
  homeGridCode: string | null;
  earlier: { bodyHash: string; response: unknown } | null;
  /** The photos that came with the turn and those of unfinished reports. */
  photos: readonly Attachment[];
}

interface Row extends Omit<LoadedTurn, 'talk' | 'photos'> {
  talk:
    | (Omit<Talk, 'queuedAt' | 'returnAt' | 'lastAt'> & Record<'queuedAt' | 'returnAt' | 'lastAt', string | null>)
    | null;
  photos: (Omit<Attachment, 'createdAt'> & { createdAt: string })[] | null;
}

/** Reads the turn's ground: the talk, the reply of the same request if there was one, home and photos. */
export async function loadTurn(ctx: Ctx, photoIds: readonly string[]): Promise<LoadedTurn> {
  const { db, districtId, actor, idempotencyKey } = ctx;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p."homeVillageCode", p."homeGridCode", to_jsonb(c) AS talk,
      (SELECT jsonb_build_object('bodyHash', i."bodyHash", 'response', i."response") FROM "IdempotencyKey" i
        WHERE i."districtId" = p."districtId" AND i."actorId" = p."id" AND i."key" = ${idempotencyKey ?? ''}) AS earlier,
      (SELECT jsonb_agg(a) FROM "Attachment" a WHERE a."districtId" = p."districtId" AND a."ownerId" = p."id"
        AND (a."id" = ANY(${[...photoIds]}::uuid[])
          OR a."id"::text IN (SELECT jsonb_path_query(c."state", '$.frames[*].details.photos[*]') #>> '{}'))) AS photos
    FROM "Person" p LEFT JOIN "Conversation" c ON c."districtId" = p."districtId" AND c."personId" = p."id"
    WHERE p."districtId" = ${districtId} AND p."id" = ${actor.id}::uuid`;
  if (!row) throw new AppError('unauthenticated');
  return {
    ...row,
    talk: row.talk
      ? {
          ...row.talk,
          state: stateOf(row.talk.state),
          queuedAt: date(row.talk.queuedAt),
          returnAt: date(row.talk.returnAt),
          lastAt: new Date(row.talk.lastAt ?? 0),
        }
      : undefined,
    photos: (row.photos ?? []).map((photo) => ({ ...photo, createdAt: new Date(photo.createdAt) })),
  };
}

/** A stored state, or a fresh one where it is of another version. */
export function stateOf(stored: unknown): ChatState {
  const state = stored as Partial<ChatState> | null;
  return state?.version === 1 && Array.isArray(state.frames) ? (state as ChatState) : freshState;
}

const date = (text: string | null) => (text === null ? null : new Date(text));
