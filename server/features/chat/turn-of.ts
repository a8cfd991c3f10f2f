import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { advance, expectingOf } from '#shared/domain/chat/flow';
import type { Place } from '#shared/domain/chat/place';
import { type Effect, type Outcome, outcome } from '#shared/domain/chat/reply';
import type { Facts, Heard, Turn } from '#shared/domain/chat/turn';
import { isStaffed, staffedFrom } from '#shared/domain/staffing/duty';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { wishedTimes } from '../bookings/index';
import type { World } from '../places/index';
import { findDuplicates } from '../tickets/index';
import { rulesThatFit } from './claim-deeds';
import { hear, homePlace, namedPlace, pinnedPlace } from './heard';
import type { LoadedTurn, Talk } from './load-turn';
import { similarTopics } from './topic-deeds';

type Sent = Parsed<'chat.send'>;

/** What the talk leads to: the flow is asked, and asked again with what it wanted to have looked up. */
export async function lead(ctx: Ctx, world: World, sent: Sent, talk: Talk, loaded: LoadedTurn): Promise<Outcome> {
  const home = homePlace(world, loaded.homeVillageCode, loaded.homeGridCode);
  const facts = factsOf(ctx, world, talk, home);
  const first = advance(talk.state, await turnOf(ctx, world, sent, talk, home), facts);
  const look = first.effects.find((effect) => effect.kind === 'look');
  const bookings = first.effects.find((effect) => effect.kind === 'bookings');
  if (bookings) {
    const found = await wishedTimes(ctx, bookings.search);
    const then = advance(first.state, { kind: 'found', found }, facts);
    return outcome(then.state, [...first.replies, ...then.replies], then.effects);
  }
  const topics = first.effects.find((effect) => effect.kind === 'topics');
  if (topics) {
    const then = advance(first.state, { kind: 'topicsFound', similar: await similarTopics(ctx, world, topics) }, facts);
    return outcome(then.state, [...first.replies, ...then.replies], then.effects);
  }
  const rules = first.effects.find((effect) => effect.kind === 'claimRules');
  if (rules) {
    const then = advance(first.state, { kind: 'claimFound', found: await rulesThatFit(ctx, rules.text) }, facts);
    return outcome(then.state, [...first.replies, ...then.replies], then.effects);
  }
  if (!look) return first;
  const second = advance(first.state, { kind: 'looked', similar: await similarTo(ctx, look) }, facts);
  const rest = first.effects.filter((effect) => effect !== look);
  return outcome(second.state, [...first.replies, ...second.replies], [...rest, ...second.effects]);
}

function factsOf({ now }: Ctx, world: World, talk: Talk, home: Place | undefined): Facts {
  const staffed = isStaffed(now, world.calendar);
  const opens = staffedFrom(now, world.calendar);
  const other = world.categories.get('other');
  return {
    now,
    id: uuid(),
    mode: talk.mode,
    ...(home && { home }),
    staffed: staffed.covered && staffed.value,
    opensText: opens.covered ? momentText(opens.value, now) : '上班时间',
    otherCategory: { code: 'other', name: other?.name ?? '其他事项', sensitive: false },
  };
}

async function turnOf(ctx: Ctx, world: World, sent: Sent, talk: Talk, home: Place | undefined): Promise<Turn> {
  const photos = sent.attachmentIds ?? [];
  const pin = sent.location ? { pin: pinnedPlace(world, sent.location) } : {};
  if (sent.action) {
    const place = namedPlace(world, sent.payload ?? {});
    return {
      ...{ kind: 'tapped', action: sent.action, payload: sent.payload ?? {}, photos, ...pin },
      ...(place && { place }),
    };
  }
  if (!sent.text) return { kind: 'sent', photos, ...pin };
  const heard = hear(world, sent.text, { now: ctx.now, expecting: expectingOf(talk.state), home });
  return { kind: 'said', text: sent.text, heard: await withGroupGrid(ctx, heard), photos, ...pin };
}

/** A villagers' group belongs to a grid: 高桥村三组 is found by its building group. */
async function withGroupGrid({ db, districtId }: Ctx, heard: Heard): Promise<Heard> {
  const { place } = heard;
  if (!place?.group || !place.villageCode || place.gridCode) return heard;
  const group = await db.buildingGroup.findFirst({
    where: { districtId, gridCode: { startsWith: place.villageCode }, name: { endsWith: place.group } },
    orderBy: { gridCode: 'asc' },
    select: { gridCode: true },
  });
  return group ? { ...heard, place: { ...place, gridCode: group.gridCode } } : heard;
}

function similarTo(ctx: Ctx, { draft }: Effect & { kind: 'look' }): Promise<string[]> {
  const { category, where, what = '', said } = draft.details;
  return findDuplicates(ctx, {
    categoryCode: category?.code ?? 'other',
    text: `${what} ${said.join(' ')}`,
    position: where?.position,
    villageCode: where?.villageCode,
  });
}
