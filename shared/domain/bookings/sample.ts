/** One record that may be drawn for checking; `group` is what the sample is spread over (a firm or an advisor). */
export interface Drawable {
  readonly id: string;
  readonly group: string;
}

/** How a sample is drawn: `seed` names the draw (quarter and a secret of the bureau), so that nobody can foresee it and anybody can repeat it. */
export interface Draw {
  readonly seed: string;
  /** Part of each group, 0 to 1, rounded up. */
  readonly share: number;
  /** At least so many of each group, or all of it if it has fewer. */
  readonly fewest: number;
}

/** A twentieth of the records of a quarter and at least one a group (features F: 抽查 5 %). Default, to be confirmed. */
export const defaultDraw: Omit<Draw, 'seed'> = { share: 0.05, fewest: 1 };

/** The ids drawn, group by group in order of name. The same draw over the same records gives the same sample, in whatever order they come. */
export function quarterlySample(records: readonly Drawable[], { seed, share, fewest }: Draw): readonly string[] {
  const groups = [...new Set(records.map(({ group }) => group))].sort();
  return groups.flatMap((group) => {
    const drawn = [...new Set(records.filter((record) => record.group === group).map(({ id }) => id))]
      .map((id) => ({ id, lot: lotOf(`${seed}|${id}`) }))
      .sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1));
    return drawn.slice(0, Math.max(fewest, Math.ceil(drawn.length * share - 1e-9))).map(({ id }) => id);
  });
}

/** A number from 0 to 2^32-1 spread evenly over texts: FNV-1a with the finishing steps of MurmurHash3. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
