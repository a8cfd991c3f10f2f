import type { PointsBatch } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { visibleTo } from './policy';

type Asking = Pick<Ctx, 'db' | 'districtId'>;

/** How many lines of a list are where, and the points they ask for. */
export interface Counts {
  readonly total: number;
  readonly ready: number;
  readonly rejected: number;
  readonly filed: number;
  readonly points: number;
}

/** A list of a village this actor looks after, or not_found. */
export async function findBatch({ db, districtId, actor }: Ctx, id: string): Promise<PointsBatch> {
  const batch = await db.pointsBatch.findFirst({ where: { AND: [{ districtId, id }, visibleTo(actor)] } });
  if (!batch) throw new AppError('not_found');
  return batch;
}

/** The counts of lists, by id. */
export async function countsOf(
  { db, districtId }: Asking,
  batches: readonly { id: string }[],
): Promise<Map<string, Counts>> {
  const groups = await db.pointsBatchLine.groupBy({
    by: ['batchId', 'state'],
    where: { districtId, batchId: { in: batches.map(({ id }) => id) } },
    _count: { line: true },
    _sum: { points: true },
  });
  return new Map(
    batches.map(({ id }) => {
      const own = groups.filter(({ batchId }) => batchId === id);
      const of = (state: string) => own.find((group) => group.state === state)?._count.line ?? 0;
      const [ready, rejected, filed] = [of('READY'), of('REJECTED'), of('FILED')];
      const points = own.reduce((sum, { state, _sum }) => sum + (state === 'REJECTED' ? 0 : (_sum.points ?? 0)), 0);
      return [id, { ready, rejected, filed, points, total: ready + rejected + filed }];
    }),
  );
}
