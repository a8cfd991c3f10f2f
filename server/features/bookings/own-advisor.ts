import type { Advisor } from '#prisma';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { World } from '../places/index';
import { advisorOfPerson } from './queries';

/** The advisor who is asking, or forbidden. */
export async function ownAdvisor(ctx: Ctx): Promise<Advisor> {
  const advisor = await advisorOfPerson(ctx, ctx.actor.id);
  if (!advisor) throw new AppError('forbidden');
  return advisor;
}

/** The codes of the villages an advisor serves today, those as first advisor before the others. */
export async function servedVillages(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  advisorId: string,
): Promise<string[]> {
  const today = new Date(dayOf(now));
  const rows = await db.advisorVillage.findMany({
    where: {
      ...{ districtId, advisorId, startsOn: { lte: today } },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    orderBy: [{ rank: 'asc' }, { villageCode: 'asc' }],
    select: { villageCode: true },
  });
  return [...new Set(rows.map(({ villageCode }) => villageCode))];
}

/** Places as people choose them. */
export const labelled = (world: World, codes: readonly string[]) =>
  codes.map((code) => ({ code, label: world.placeLabel(code) }));
