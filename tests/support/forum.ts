import { settleText } from '#server/features/forum/index';
import { asSystem, desk } from './desk';

/** What moderation does for every piece of text that waits, here by hand. */
export async function passTexts(state: 'PASSED' | 'HELD' | 'REFUSED' = 'PASSED'): Promise<void> {
  const events = await desk().prisma.domainEvent.findMany({
    where: { name: 'forum.textPosted' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  for (const { payload } of events) {
    const { kind, textId } = payload as { kind: string; textId: string };
    await asSystem((ctx) => settleText(ctx, kind, textId, state));
  }
}
