import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';

/** Gives the consent or takes it back; with it go all sentences of this person, accepted ones too. */
export async function chooseLearning(
  { db, districtId, actor, now, emit }: Ctx,
  { agreed }: Parsed<'learning.choose'>,
): Promise<void> {
  const own = { districtId, personId: actor.id };
  if (agreed) await db.learningConsent.createMany({ data: [{ ...own, givenAt: now }], skipDuplicates: true });
  else {
    await db.learningConsent.deleteMany({ where: own });
    await db.example.deleteMany({ where: own });
  }
  await emit('learning.chosen', { personId: actor.id, agreed });
}
