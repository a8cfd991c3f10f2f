import { v7 as uuid } from 'uuid';
import type { HouseholdConsent, HouseholdMove, Prisma } from '#prisma';
import { consentsNeeded } from '#shared/domain/households/moves';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { placesInCare } from '../claims/index';
import { familyOf, isMinor, personOf } from './family';

export type Move = HouseholdMove & { consents: HouseholdConsent[] };

/** Writes down what somebody asks for; whoever asks agrees. */
export async function ask(
  ctx: Ctx,
  wish: Omit<Prisma.HouseholdMoveUncheckedCreateInput, 'districtId' | 'id' | 'byId' | 'askedAt' | 'consents'>,
): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const id = uuid();
  await db.householdMove.create({
    data: {
      ...{ districtId, id, byId: actor.id, askedAt: now, ...wish },
      consents: { create: { personId: actor.id, at: now } },
    },
    select: { id: true },
  });
  await ctx.emit('household.moved', { moveId: id, action: 'ask' });
}

/** A change by id whoever asks, nobody else deciding on it meanwhile, or not_found. */
export async function lockMove(ctx: Ctx, id: string): Promise<Move> {
  const { db, districtId } = ctx;
  await db.$queryRaw`SELECT 1 FROM "HouseholdMove" WHERE "districtId" = ${districtId} AND "id" = ${id}::uuid FOR UPDATE`;
  return loadMove(ctx, id);
}

/** A change by id whoever asks, or not_found. */
export async function loadMove({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, id: string): Promise<Move> {
  const move = await db.householdMove.findUnique({
    where: { districtId_id: { districtId, id } },
    include: { consents: true },
  });
  if (!move) throw new AppError('not_found');
  return move;
}

/** Those whose agreement a change still waits for. */
export async function missingConsents(ctx: Pick<Ctx, 'db' | 'districtId' | 'now'>, move: Move): Promise<string[]> {
  if (!move.householdId || move.kind === 'JOIN' || move.kind === 'RELOCATE') return [];
  const own = await familyOf(ctx, move.householdId);
  const other = move.kind === 'MERGE' && move.otherId ? await familyOf(ctx, move.otherId) : null;
  const given = new Set(move.consents.map(({ personId }) => personId));
  return consentsNeeded(move, own, other?.headId ?? null).filter((personId) => !given.has(personId));
}

/** How somebody stands to a change: asked for it, is of a household it is about, is the head who lets people in, works for the place. */
export interface Standing {
  readonly asks: boolean;
  readonly isFamily: boolean;
  readonly letsIn: boolean;
  readonly works: boolean;
}

export async function standingTo(ctx: Ctx, move: HouseholdMove): Promise<Standing> {
  const { db, districtId, actor, now } = ctx;
  const me = await personOf(ctx);
  const concerned = [move.householdId, move.kind === 'REGISTER' || move.kind === 'SPLIT' ? null : move.otherId];
  const isFamily = me.householdId !== null && concerned.includes(me.householdId) && !isMinor(me, now);
  const asks = move.byId === actor.id;
  const letsIn =
    move.kind === 'JOIN' &&
    (await db.household.count({ where: { districtId, id: move.householdId ?? '', headId: actor.id } })) > 0;
  const inCare = { AND: [{ districtId, id: move.id }, placesInCare(actor)] };
  return { asks, isFamily, letsIn, works: (await db.householdMove.count({ where: inCare })) > 0 };
}
