import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { notify } from '../notifications/index';
import { balanceOf } from './queries';
import { yearEndNotice } from './years';

/** Families read in good time that their points of the year will expire. */
export const pointsSubscribers: readonly Subscriber[] = [
  {
    name: 'points.yearEnding',
    on: ['points.yearEnding'],
    run: async (ctx, event) => {
      const { db, districtId } = ctx;
      const { householdId, year } = event.payload as Events['points.yearEnding'];
      const words = await yearEndNotice(ctx, householdId);
      if (!words) return;
      const members = await db.person.findMany({
        where: { districtId, householdId, disabledAt: null },
        select: { id: true },
      });
      const balance = await balanceOf(ctx, householdId);
      await notify(
        ctx,
        members.map(({ id: personId }) => ({
          ...{ personId, kind: event.name, dedupeKey: `${event.id}:${personId}`, template: 'due' as const },
          title: `您家 ${year} 年的积分快到期了`,
          body: `现在有 ${balance} 分。${words}`,
          page: 'packages/points/pages/family/index',
        })),
      );
    },
  },
];
