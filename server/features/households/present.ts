import type { Household, Person } from '#prisma';
import type { Output } from '#shared/contract';
import { moveKindLabel, moveStateLabel } from '#shared/domain/households/moves';
import { splitRuleLabel } from '#shared/domain/households/split';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { splitRuleOf } from '../points/index';
import { isMinor } from './family';
import { type Move, missingConsents, standingTo } from './moves';

type View = Output<'households.decide'>;
type Named = Pick<Person, 'id' | 'name' | 'adultOn'>;

/** A change as this caller may see and touch it. Minors are counted, not named. */
export async function presentMove(ctx: Ctx, move: Move): Promise<View> {
  const { db, districtId, now } = ctx;
  const world = await worldOf(db);
  const missing = move.state === 'OPEN' ? await missingConsents(ctx, move) : [];
  const people = await db.person.findMany({
    where: { districtId, id: { in: [move.byId, ...move.personIds, ...missing] } },
    select: { id: true, name: true, adultOn: true },
  });
  const homes = await db.household.findMany({
    where: { districtId, id: { in: [move.householdId, move.otherId].flatMap((id) => id ?? []) } },
  });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const { id, kind, state, note, reason } = move;
  return {
    ...{ id, kind, state, note, reason, kindText: moveKindLabel(kind), stateText: moveStateLabel(state) },
    text: sentence(move, { people, homes, placeName: world.placeLabel(move.villageCode), now }),
    askedText: momentText(move.askedAt, now),
    placeLabel: world.placeLabel(move.villageCode),
    pointsText: await pointsText(ctx, move),
    waitingFor: missing.map((personId) => nameOf.get(personId) ?? ''),
    abilities: await abilitiesOf(ctx, move, missing),
  };
}

function sentence(
  { kind, householdId, otherId, byId, name, personIds, adultOn }: Move,
  about: { people: readonly Named[]; homes: readonly Household[]; placeName: string; now: Date },
): string {
  const { people, homes, placeName, now } = about;
  const home = (id: string | null) => {
    const found = homes.find((one) => one.id === id);
    return found ? `${found.name}（${found.code}）` : '';
  };
  const asker = people.find(({ id }) => id === byId)?.name ?? '';
  switch (kind) {
    case 'REGISTER':
      return `${asker}要登记一户：${name ?? ''}`;
    case 'JOIN':
      return `${asker}${adultOn && isMinor({ adultOn }, now) ? '（未满 18 岁）' : ''}要入${home(householdId)}`;
    case 'SPLIT':
      return `${goers(people, personIds, now)}从${home(householdId)}分出去，立「${name ?? ''}」`;
    case 'MERGE':
      return `${home(householdId)}全家并到${home(otherId)}`;
    case 'RELOCATE':
      return `${home(householdId)}全家迁到${placeName}`;
  }
}

function goers(people: readonly Named[], personIds: readonly string[], now: Date): string {
  const going = people.filter(({ id }) => personIds.includes(id));
  const grown = going.filter((person) => !isMinor(person, now)).map((person) => person.name);
  const minors = going.length - grown.length;
  return [grown.join('、'), minors > 0 ? `和未成年人 ${minors} 位` : ''].join('');
}

async function pointsText(ctx: Ctx, { kind, agreed, moved, villageCode }: Move): Promise<string | null> {
  if (kind === 'REGISTER' || kind === 'JOIN') return null;
  if (moved !== null) return moved > 0 ? `${moved} 分跟着过去了` : '没有积分过去';
  if (kind !== 'SPLIT') return '积分一起过去，一分不少';
  return agreed === null ? splitRuleLabel(await splitRuleOf(ctx, villageCode)) : `全家商定分走 ${agreed} 分`;
}

async function abilitiesOf(ctx: Ctx, move: Move, missing: readonly string[]): Promise<View['abilities']> {
  if (move.state !== 'OPEN') return [];
  const { asks, isFamily, letsIn, works } = await standingTo(ctx, move);
  if (asks) return ['withdraw'];
  const decides = letsIn || (works && !isFamily);
  return [
    ...(missing.includes(ctx.actor.id) ? (['consent'] as const) : []),
    ...(decides ? (['grant', 'refuse'] as const) : []),
  ];
}
