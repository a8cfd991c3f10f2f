import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { insertTopic } from '../rows';
import { speakerOf } from '../speaker';
import { lockTopic } from '../texts';
import { carryVoices } from '../voices';

/** 拆分: the topic ends in two to four new ones of the same author and place, each with all its voices; every supporter is told and may take voices back. */
export async function splitTopic(ctx: Ctx, input: Parsed<'forum.split'>): Promise<string> {
  await lockTopic(ctx, input.id);
  const begun = await begin(ctx, input, 'split');
  const { topic, world } = begun;
  const { name, role } = speakerOf(world, ctx.actor, topic);
  for (const { title, body } of input.parts) {
    const { level, villageCode, townCode, place, authorId, status, threshold } = topic;
    const id = await insertTopic(ctx, world, {
      ...{ title, body, level, villageCode, townCode, place, authorId, status, threshold, splitFromId: topic.id },
      line: { text: `从「${topic.title}」拆分出来`, name, role },
    });
    await carryVoices(ctx, topic.id, { id, villageCode, townCode });
  }
  return move(ctx, begun, { action: 'split', text: `拆成 ${input.parts.length} 个议题分别商议`, note: input.reason });
}
