import type { Output, Parsed } from '#shared/contract';
import { topicLevels } from '#shared/domain/forum/lifecycle';
import { thresholdOf } from '#shared/domain/forum/voices';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { type World, worldOf } from '../../places/index';
import { maySetThresholds } from '../policy';

type Thresholds = Output<'forum.thresholds'>;

/** How many voices topics of a place need, by level. place_unknown for a code that is none. */
export async function thresholdsOf(ctx: Ctx, { placeCode }: Parsed<'forum.thresholds'>): Promise<Thresholds> {
  const { db, districtId, actor } = ctx;
  const world = await worldOf(db);
  if (!world.divisions.has(placeCode)) throw new AppError('place_unknown');
  const lines = await db.topicThreshold.findMany({ where: { districtId } });
  return {
    ...{ placeCode, label: world.placeLabel(placeCode), mayChange: maySetThresholds(actor, townOf(world, placeCode)) },
    items: topicLevels.map((level) => ({
      ...{ level, voices: thresholdOf(level, world.upwards(placeCode), lines) },
      own: lines.some((line) => line.placeCode === placeCode && line.level === level),
    })),
  };
}

/** Sets how many voices new topics of a place need; those that are collecting keep what they began with. */
export async function setThreshold(ctx: Ctx, input: Parsed<'forum.setThreshold'>): Promise<Thresholds> {
  const { db, districtId, actor } = ctx;
  const { placeCode, level, voices } = input;
  const world = await worldOf(db);
  if (!world.divisions.has(placeCode)) throw new AppError('place_unknown');
  if (!maySetThresholds(actor, townOf(world, placeCode))) throw new AppError('forbidden');
  await db.topicThreshold.upsert({
    where: { districtId_placeCode_level: { districtId, placeCode, level } },
    create: { districtId, placeCode, level, voices },
    update: { voices },
  });
  await ctx.emit('forum.thresholdSet', { placeCode, level, voices });
  return thresholdsOf(ctx, { placeCode });
}

/** The town a place lies in; undefined for the district. */
const townOf = (world: World, placeCode: string) =>
  world.upwards(placeCode).find((code) => world.divisions.get(code)?.kind === 'TOWN');
