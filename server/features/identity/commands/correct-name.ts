import type { Ctx } from '#server/kernel/context';

/** Writes a person's name as it should read; for features that have decided that it may be corrected. */
export async function correctName({ db, districtId }: Ctx, personId: string, name: string): Promise<void> {
  await db.person.update({
    where: { districtId_id: { districtId, id: personId } },
    data: { name },
    select: { id: true },
  });
}
