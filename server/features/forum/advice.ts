import type { z } from 'zod';
import type { Output, Parsed } from '#shared/contract';
import type { TopicDetail } from '#shared/contract/forum';
import { keptOut } from '#shared/domain/forum/kept-out';
import { similarTopics } from '#shared/domain/forum/similar';
import { dayMs, later } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { homeOf } from './home';
import { presentSummary } from './present';
import { type Loaded, withOwn } from './queries';
import { type Place, placeOf, thresholdFor } from './rows';

/** Topics not older than this are compared, and not more of one place. Defaults, to be confirmed. */
const recentDays = 365;
const candidates = 300;

/** What somebody should know before putting a topic forward: similar ones, whether it is a matter for consultation, how many voices it needs. */
export async function adviseOn(ctx: Ctx, input: Parsed<'forum.advise'>): Promise<Output<'forum.advise'>> {
  const world = await worldOf(ctx.db);
  const where = placeOf(world, input);
  const similar = await similarTo(ctx, input, where);
  return {
    similar: similar.map((topic) => presentSummary(ctx, world, topic)),
    keptOut: keptOutOf(input),
    threshold: await thresholdFor(ctx, world, where),
    counts: homeOf(world, ctx.actor.homeVillageCode, where),
    placeLabel: world.placeLabel(where.villageCode ?? where.townCode),
  };
}

/** The same topics for a draft of the talk, the best first. */
export async function similarTo(
  { db, districtId, actor, now }: Ctx,
  draft: { title: string; body: string },
  { villageCode, townCode }: Pick<Place, 'villageCode' | 'townCode'>,
): Promise<Loaded[]> {
  const recent = await db.topic.findMany({
    where: {
      ...{ districtId, townCode, checkState: 'PASSED', activeAt: { gt: later(now, -recentDays * dayMs) } },
      status: { notIn: ['MERGED', 'SPLIT', 'WITHDRAWN', 'RULED_OUT', 'LAPSED'] },
      ...(villageCode && { OR: [{ villageCode }, { villageCode: null }] }),
    },
    orderBy: [{ activeAt: 'desc' }, { id: 'desc' }],
    take: candidates,
    include: withOwn(actor.id),
  });
  return similarTopics(draft, recent);
}

/** What the words are recognised as, in the shape of the contract. */
export function keptOutOf({ title, body }: { title: string; body: string }): z.output<typeof TopicDetail>['keptOut'] {
  const found = keptOut(`${title} ${body}`);
  return found
    ? { because: found.because, instead: found.instead, way: found.way, number: found.number ?? null }
    : null;
}
