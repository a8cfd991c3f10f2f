import { AppError } from '#shared/errors';
import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { holdersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { countsOf } from './queries';

/** When a list is through: whoever has brought it reads how it went, the reviewers that there is work, once for all of it. */
export const batchSubscribers: readonly Subscriber[] = [
  {
    name: 'batches.notices',
    on: ['batch.done'],
    run: async (ctx, event) => {
      const { db, districtId } = ctx;
      const { batchId } = event.payload as Events['batch.done'];
      const batch = await db.pointsBatch.findUnique({ where: { districtId_id: { districtId, id: batchId } } });
      const counts = (await countsOf(ctx, [{ id: batchId }])).get(batchId);
      if (!batch || !counts) throw new AppError('not_found');
      const reviewers = counts.filed > 0 ? await holdersOf(ctx, 'REVIEWER', batch.villageCode) : [];
      await notify(ctx, [
        {
          ...{ personId: batch.byId, kind: event.name, dedupeKey: `${event.id}:${batch.byId}`, template: 'progress' },
          title: '积分清单交完了',
          body: `${batch.fileName}：交了 ${counts.filed} 件，退回 ${counts.rejected} 行`,
          page: `packages/staff/pages/points-batch/index?id=${batchId}`,
        },
        ...reviewers
          .filter(({ id }) => id !== batch.byId)
          .map(({ id }) => ({
            ...{ personId: id, kind: event.name, dedupeKey: `${event.id}:${id}:review` },
            title: `有 ${counts.filed} 件积分的事等您评议`,
            body: `${batch.month} 的清单，可以看过以后一起投`,
            page: 'packages/points/pages/desk/index',
          })),
      ]);
    },
  },
];
