import { understand } from '#server/nlu/understand';
import type { Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';

/** What a sentence is taken for, and why; for staff and for trying out. */
export async function understood(
  { db, actor, now }: Ctx,
  { text }: Parsed<'chat.understand'>,
): Promise<Output<'chat.understand'>> {
  const world = await worldOf(db);
  const read = understand(text, {
    now,
    gazetteer: world.gazetteer,
    ...(actor.homeVillageCode && { homeVillageCode: actor.homeVillageCode }),
  });
  const { category, department, danger } = read;
  return {
    intent: read.intent,
    confidence: read.confidence,
    candidates: read.candidates,
    category: category
      ? { code: category.code, name: category.name, confidence: category.confidence, because: category.because }
      : null,
    department: department ?? null,
    danger: danger ?? null,
    details: { ...read.details },
    because: read.because,
  };
}
