import type { Ctx } from '../../kernel/context';

/** Whether a household has taken points for something it has not picked up yet. */
export const hasReserved = async (
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  householdId: string,
): Promise<boolean> => (await db.redemption.count({ where: { districtId, householdId, state: 'RESERVED' } })) > 0;
