import { v7 as uuid } from 'uuid';
import type { ShopOutlet } from '#prisma';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mustKeepShop } from '../policy';
import { findOutlet } from '../queries';

/** Registers an outlet, or writes what has changed; closing one takes its goods off the shelf. Throws place_unknown, forbidden, not_found. */
export async function saveOutlet(ctx: Ctx, input: Parsed<'shop.saveOutlet'>): Promise<ShopOutlet> {
  const { db, districtId, now } = ctx;
  const { villageCode, name, address, hours, isOpen } = input;
  if ((await worldOf(db)).divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  mustKeepShop(ctx, villageCode);
  const known = input.id && (await findOutlet(ctx, input.id));
  if (known && known.villageCode !== villageCode) throw new AppError('not_found');
  const id = known ? known.id : uuid();
  const fields = { name, address, hours, closedAt: isOpen ? null : now };
  return db.shopOutlet.upsert({
    where: { districtId_id: { districtId, id } },
    create: { districtId, id, villageCode, createdAt: now, ...fields },
    update: fields,
  });
}
