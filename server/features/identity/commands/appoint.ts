import { v7 as uuid } from 'uuid';
import type { PostKind } from '#prisma';
import type { Ctx } from '#server/kernel/context';
import { addDays, dayOf } from '#shared/domain/time/clock';

interface Office {
  readonly personId: string;
  readonly kind: PostKind;
  readonly placeCode: string;
}

/** Puts somebody on a post from today (Shanghai); nothing when it is held already. */
export async function beginPost({ db, districtId, now }: Ctx, office: Office): Promise<void> {
  const today = new Date(dayOf(now));
  const held = await db.post.findFirst({
    where: { districtId, ...office, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { id: true },
  });
  if (!held) await db.post.create({ data: { districtId, id: uuid(), ...office, startsOn: today } });
}

/** Ends somebody's post: yesterday was its last day. One that began today has never been. */
export async function endPost({ db, districtId, now }: Ctx, office: Office): Promise<void> {
  const today = new Date(dayOf(now));
  await db.post.deleteMany({ where: { districtId, ...office, startsOn: { gte: today } } });
  await db.post.updateMany({
    where: { districtId, ...office, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    data: { endsOn: new Date(addDays(dayOf(now), -1)) },
  });
}
