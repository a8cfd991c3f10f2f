import type { PointsBatch } from '#prisma';
import type { Output } from '#shared/contract';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { abilitiesOf } from './policy';
import { countsOf } from './queries';

const stateTexts: Readonly<Record<PointsBatch['state'], string>> = {
  PREVIEW: '还没有交',
  RUNNING: '正在交',
  DONE: '交完了',
  CANCELLED: '作废了',
};

/** Lists with their counts, in the order given. */
export async function presentBatches(ctx: Ctx, batches: readonly PointsBatch[]): Promise<Output<'batches.get'>[]> {
  const world = await worldOf(ctx.db);
  const counts = await countsOf(ctx, batches);
  return batches.map((batch) => {
    const { id, villageCode, month, fileName, state } = batch;
    const own = counts.get(id) ?? { total: 0, ready: 0, rejected: 0, filed: 0, points: 0 };
    return {
      ...{ id, villageCode, month, fileName, state, ...own },
      placeLabel: world.placeLabel(villageCode),
      stateText: stateTexts[state],
      atText: momentText(batch.endedAt ?? batch.createdAt, ctx.now),
      abilities: abilitiesOf(ctx.actor, batch, own),
    };
  });
}

/** One list with its counts. */
export async function presentBatch(ctx: Ctx, batch: PointsBatch): Promise<Output<'batches.get'>> {
  const [shown] = await presentBatches(ctx, [batch]);
  return shown as Output<'batches.get'>;
}
