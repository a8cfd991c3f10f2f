import type { PointsBatch, Prisma } from '#prisma';
import type { Actor } from '../../kernel/context';
import { mayKeepPoints } from '../points/index';

type Ability = 'confirm' | 'cancel' | 'report';

/** The lists of the villages whose points somebody looks after. */
export function visibleTo({ posts }: Actor): Prisma.PointsBatchWhereInput {
  const placesOf = (post: 'GRID_LEAD' | 'TOWN_CLERK') =>
    posts.filter(({ kind }) => kind === post).map(({ placeCode }) => placeCode);
  return {
    OR: [
      { villageCode: { in: placesOf('GRID_LEAD') } },
      ...placesOf('TOWN_CLERK').map((town) => ({ villageCode: { startsWith: town.slice(0, 9) } })),
    ],
  };
}

/** What somebody may do with a list now. Whoever has brought it hands it in. */
export function abilitiesOf(actor: Actor, batch: PointsBatch, counts: { ready: number; rejected: number }): Ability[] {
  const abilities: Ability[] = [];
  if (batch.state === 'PREVIEW' && batch.byId === actor.id && mayKeepPoints(actor, batch.villageCode)) {
    if (counts.ready > 0) abilities.push('confirm');
    abilities.push('cancel');
  }
  if (counts.rejected > 0) abilities.push('report');
  return abilities;
}
