import type { Output, Parsed } from '#shared/contract';
import { type ExampleIntent, exampleIntentLabels } from '#shared/domain/learning/examples';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { worldOf } from '../places/index';
import { mustJudgeExamples } from './policy';

/** Whether the caller lets the desk learn from his or her words, and how many sentences it has. */
export async function learningChoice({
  db,
  districtId,
  actor,
}: Pick<Ctx, 'db' | 'districtId' | 'actor'>): Promise<Output<'learning.choice'>> {
  const own = { districtId, personId: actor.id };
  const [consent, examples] = [
    await db.learningConsent.findFirst({ where: own, select: { personId: true } }),
    await db.example.count({ where: own }),
  ];
  return { agreed: consent !== null, examples };
}

/** Sentences of one state, the latest first. Whose they are is not said. */
export async function exampleQueue(
  ctx: Ctx,
  { state, cursor, limit }: Parsed<'learning.queue'>,
): Promise<Output<'learning.queue'>> {
  mustJudgeExamples(ctx);
  const { db, districtId, now } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.example.findMany({
    where: {
      ...{ districtId, state },
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const world = await worldOf(db);
  return {
    items: page.map(({ id, text, intent, categoryCode, unitCode, state, createdAt }) => ({
      ...{ id, text, categoryCode, state, intent: intent as ExampleIntent },
      intentLabel: exampleIntentLabels[intent as ExampleIntent],
      categoryLabel: categoryCode ? (world.categories.get(categoryCode)?.name ?? null) : null,
      unitLabel: world.unitName(unitCode),
      atText: momentText(createdAt, now),
    })),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
  };
}

/** The sentences that were accepted, in the order they came, as lines of the corpus: text, intent, category. */
export async function acceptedLines({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>): Promise<string[]> {
  const rows = await db.example.findMany({
    where: { districtId, state: 'ACCEPTED' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { text: true, intent: true, categoryCode: true },
  });
  return rows.map(({ text, intent, categoryCode }) =>
    [text.replace(/\s+/g, ' '), intent, categoryCode ?? '-'].join('\t'),
  );
}
