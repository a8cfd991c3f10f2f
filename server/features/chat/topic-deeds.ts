import { withTopic } from '#shared/domain/chat/raise-topic';
import type { Choice, Effect, Outcome } from '#shared/domain/chat/reply';
import type { TopicDeed, TopicDraft } from '#shared/domain/chat/topic-state';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { raiseTopic, similarTo, supportTopic, topicSummaries } from '../forum/index';
import type { World } from '../places/index';
import type { Drawn } from './drawn';

/** What a turn leads to once its topic was written, or refused: a refusal keeps the talk as it was. */
interface Done {
  readonly led: Outcome;
  readonly drawn: readonly Drawn[];
}

/** Topics of the place that may be the same as the draft. */
export async function similarTopics(
  ctx: Ctx,
  world: World,
  { draft }: Effect & { kind: 'topics' },
): Promise<{ id: string; title: string }[]> {
  const { townCode, villageCode } = whereOf(world, draft);
  const found = await similarTo(ctx, draft, { townCode, villageCode });
  return found.filter(({ phase }) => phase !== 'ENDED').map(({ id, title }) => ({ id, title }));
}

const whereOf = (world: World, { level, villageCode }: TopicDraft) => ({
  townCode: world.divisions.get(villageCode)?.parentCode ?? '',
  villageCode: level === 'TOWN' ? null : villageCode,
});

/** Does what the talk about a topic agreed on. Whatever is refused leaves nothing behind and is said. Needs a transaction. */
export async function doTopic(ctx: Ctx, led: Outcome): Promise<Done> {
  const effect = led.effects.find((one) => one.kind === 'topic');
  if (!effect) return { led, drawn: [] };
  await ctx.db.$executeRaw`SAVEPOINT topic`;
  try {
    return { led, drawn: [await done(ctx, effect.deed)] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.db.$executeRaw`ROLLBACK TO SAVEPOINT topic`;
    const keeps = effect.deed.kind === 'raise';
    const state = withTopic(led.state, keeps ? effect.talk : undefined);
    return {
      led: { ...led, state, effects: [] },
      drawn: [{ text: `${Object.values(error.fields ?? {})[0] ?? error.message}。`, card: null }],
    };
  }
}

async function done(ctx: Ctx, deed: TopicDeed): Promise<Drawn> {
  if (deed.kind === 'support') {
    const { supportCount } = await supportTopic(ctx, { id: deed.topicId });
    return topicCard(ctx, deed.topicId, `附议了，现在有 ${supportCount} 人。走到每一步都会告诉您。`);
  }
  const { title, body, level, villageCode } = deed.draft;
  const id = await raiseTopic(ctx, { title, body, level, placeCode: villageCode, photoIds: [] });
  return topicCard(ctx, id, '提出去了。先核对内容，通过后大家就能看到、能附议，走到每一步都会告诉您。');
}

async function topicCard(ctx: Ctx, id: string, text: string): Promise<Drawn> {
  const [topic] = await topicSummaries(ctx, [id]);
  const options: Choice[] = [{ label: '看议题', action: 'page', payload: { url: pageOf(id) } }];
  return { text, card: topic ? { type: 'topic', topic, options } : null };
}

const pageOf = (id: string) => `/packages/forum/pages/topic/index?id=${id}`;
