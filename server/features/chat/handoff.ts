import type { Prisma } from '#prisma';
import { type Actor, type Ctx, holds } from '../../kernel/context';
import { onDuty } from '../identity/index';
import { centreUnit } from '../tickets/index';

const minuteMs = 60_000;

/** After so many minutes a talk moves on by itself. Defaults, to be confirmed. */
export const returnMinutes = { queued: 30, agentSilent: 10, residentSilent: 30 } as const;

/** An instant so many minutes later. */
export const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * minuteMs);

/** Whose queue a talk stands in: the village's, when somebody is on duty there, else the centre's. */
export async function queueCodeFor(ctx: Ctx, villageCode: string | undefined): Promise<string> {
  if (!villageCode) return centreUnit;
  return (await onDuty(ctx, villageCode)).length > 0 ? villageCode : centreUnit;
}

/** The waiting and running talks with people that this actor may see: the centre all, others those of their places. */
export function talksVisibleTo(actor: Actor): Prisma.ConversationWhereInput {
  const running = { mode: { in: ['QUEUED', 'HUMAN'] as const } };
  if (holds(actor, 'CENTRE_SEAT')) return { mode: { in: [...running.mode.in] } };
  const places = actor.posts.flatMap(({ kind, placeCode }): Prisma.ConversationWhereInput[] => {
    if (kind === 'GRID_STAFF' || kind === 'GRID_LEAD') return [{ queueCode: placeCode.slice(0, 12) }];
    if (kind === 'TOWN_CLERK') return [{ queueCode: { startsWith: placeCode.slice(0, 9) } }];
    return [];
  });
  return { mode: { in: [...running.mode.in] }, OR: [...places, { agentId: actor.id }] };
}
