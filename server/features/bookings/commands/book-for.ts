import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import type { World } from '../../places/index';
import { villageAsked } from '../advisors';
import { type Claimed, claim } from '../claim';
import { otherSideOf } from '../interests';
import { advisorOfPerson } from '../queries';

/** 代约 and 现场取号: staff of the place, or the advisor, book for somebody without a phone. A walk-in stands at once. */
export async function bookFor(ctx: Ctx, world: World, input: Parsed<'bookings.bookFor'>): Promise<Claimed> {
  const { actor } = ctx;
  const villageCode = villageAsked(world, ctx, input.villageCode);
  const around = world.upwards(villageCode);
  const isOfPlace = actor.posts.some(
    ({ placeCode }) => around.includes(placeCode) || world.grid(placeCode)?.villageCode === villageCode,
  );
  if (!isOfPlace && !(await advisorOfPerson(ctx, actor.id))) throw new AppError('forbidden');
  const resident = await residentOf(ctx, input);
  return claim(ctx, world, {
    ...{ slotId: input.slotId, residentId: resident, residentName: input.personName, villageCode },
    ...{ matter: input.matter, disputeType: input.disputeType, phone: input.personPhone ?? null },
    other: otherSideOf(ctx, world, villageCode, input.otherParty),
    ...{ enteredById: actor.id, walkIn: input.walkIn, actorName: actor.name, actorRole: '代办' },
    text: input.walkIn ? '现场取号' : `代${input.personName}约了这个时间`,
  });
}

/** Somebody of this village with this name and number, or a new person without an account: two bookings count for one and the same person. */
async function residentOf(
  { db, districtId, now }: Ctx,
  { personName: name, personPhone, villageCode: homeVillageCode }: Parsed<'bookings.bookFor'>,
): Promise<string> {
  const phone = personPhone ?? null;
  const known = phone ? await db.person.findFirst({ where: { districtId, name, phone, disabledAt: null } }) : null;
  if (known) return known.id;
  const { id } = await db.person.create({
    data: { districtId, id: uuid(), name, phone, homeVillageCode, createdAt: now },
    select: { id: true },
  });
  return id;
}
