import type { Positions } from './opinion-space';

/** People by group: `groupOf[i]` is the group of person i, from 0, the largest group first. */
export interface Grouping {
  readonly groupOf: readonly number[];
  readonly sizes: readonly number[];
}

/** Not more groups than people can tell apart, and none so small that it points at somebody. Defaults, to be confirmed. */
const mostGroups = 4;
export const smallestGroup = 3;
/** Below this mean silhouette a division says nothing: everybody is one group. Default, to be confirmed. */
const clearEnough = 0.3;
/** Groups whose middles are nearer than so many answers are not told apart: yes and no to one statement are 2 apart. Default, to be confirmed. */
const apartEnough = 1.5;
const rounds = 60;
/** The silhouette is taken of at most so many people, evenly spread over the list. */
const sampled = 400;

/**
 * Divides people by where they stand: k-means with 2 to 4 groups from fixed starts (the one farthest out, then always the one farthest from those
 * chosen); the number of groups is the one with the best mean silhouette, and one group when none is clear. A division with a group of fewer than 3
 * or with groups that hardly differ is not taken. The same places give the same groups. Yields between rounds.
 */
export function* groupPeople(positions: Positions): Generator<void, Grouping> {
  const count = positions.x.length;
  let best: { groupOf: number[]; quality: number } = {
    groupOf: new Array<number>(count).fill(0),
    quality: clearEnough,
  };
  for (let k = 2; k <= mostGroups && k * smallestGroup <= count; k += 1) {
    const { groupOf, centres } = yield* kMeans(positions, k);
    if (nearestTwo(centres) < apartEnough) continue;
    if (sizesOf(groupOf, k).some((size) => size < smallestGroup)) continue;
    const quality = silhouette(positions, groupOf, k);
    if (quality > best.quality) best = { groupOf, quality };
    yield;
  }
  return bySize(best.groupOf);
}

function* kMeans(positions: Positions, k: number): Generator<void, { groupOf: number[]; centres: Place[] }> {
  let centres = starts(positions, k);
  let groupOf: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const next = Array.from(positions.x, (_, person) => nearest(positions, person, centres));
    if (next.every((group, person) => group === groupOf[person])) break;
    groupOf = next;
    centres = centresOf(positions, groupOf, centres);
    yield;
  }
  return { groupOf, centres };
}

const nearestTwo = (centres: readonly Place[]) =>
  Math.min(...centres.flatMap((one, index) => centres.slice(index + 1).map((other) => distance(one, other))));

interface Place {
  readonly x: number;
  readonly y: number;
}

const placeOf = ({ x, y }: Positions, person: number): Place => ({ x: x[person] ?? 0, y: y[person] ?? 0 });

const distance = (a: Place, b: Place) => Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));

function starts(positions: Positions, k: number): Place[] {
  const chosen: Place[] = [];
  while (chosen.length < k) {
    let farthest = 0;
    let most = -1;
    for (let person = 0; person < positions.x.length; person += 1) {
      const place = placeOf(positions, person);
      const apart = Math.min(...(chosen.length ? chosen : [{ x: 0, y: 0 }]).map((other) => distance(place, other)));
      if (apart > most) {
        most = apart;
        farthest = person;
      }
    }
    chosen.push(placeOf(positions, farthest));
  }
  return chosen;
}

function nearest(positions: Positions, person: number, centres: readonly Place[]): number {
  const place = placeOf(positions, person);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, group) => {
    const apart = distance(place, centre);
    if (apart < least) {
      least = apart;
      best = group;
    }
  });
  return best;
}

function centresOf(positions: Positions, groupOf: readonly number[], before: readonly Place[]): Place[] {
  const sums = before.map(() => ({ x: 0, y: 0, count: 0 }));
  groupOf.forEach((group, person) => {
    const sum = sums[group];
    if (!sum) return;
    sum.x += positions.x[person] ?? 0;
    sum.y += positions.y[person] ?? 0;
    sum.count += 1;
  });
  return sums.map(({ x, y, count }, group) =>
    count ? { x: x / count, y: y / count } : (before[group] ?? { x: 0, y: 0 }),
  );
}

/** How much nearer people are to their own group than to the next one: 1 wholly, 0 not at all. */
function silhouette(positions: Positions, groupOf: readonly number[], k: number): number {
  const step = Math.max(1, Math.ceil(groupOf.length / sampled));
  const people = groupOf.flatMap((group, person) =>
    person % step === 0 ? [{ group, place: placeOf(positions, person) }] : [],
  );
  const total = people.reduce((sum, one) => {
    const apart = Array.from({ length: k }, () => ({ sum: 0, count: 0 }));
    for (const other of people) {
      const to = apart[other.group];
      if (!to || other === one) continue;
      to.sum += distance(one.place, other.place);
      to.count += 1;
    }
    const means = apart.map((to) => (to.count ? to.sum / to.count : Number.POSITIVE_INFINITY));
    const own = means[one.group] ?? 0;
    const next = Math.min(...means.filter((_, group) => group !== one.group));
    if (!Number.isFinite(own) || !Number.isFinite(next)) return sum;
    const wider = Math.max(own, next);
    return wider === 0 ? sum : sum + (next - own) / wider;
  }, 0);
  return people.length ? total / people.length : 0;
}

function sizesOf(groupOf: readonly number[], k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

/** Names groups by size: 0 is the largest; of equals the one whose first member comes first. */
function bySize(groupOf: readonly number[]): Grouping {
  const sizes = sizesOf(groupOf, Math.max(-1, ...groupOf) + 1);
  const order = sizes
    .map((_, group) => group)
    .toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || groupOf.indexOf(a) - groupOf.indexOf(b));
  const renamed = new Map(order.map((group, place) => [group, place]));
  return { groupOf: groupOf.map((group) => renamed.get(group) ?? 0), sizes: order.map((group) => sizes[group] ?? 0) };
}
