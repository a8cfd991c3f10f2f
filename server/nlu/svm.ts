/** A sparse example: indexes of its features with their values, and its label. */
export interface Example {
  features: Int32Array;
  values: Float32Array;
  label: number;
}

/** Repeatable pseudo-random numbers in [0, 1) (mulberry32), so that training gives the same model every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}

/**
 * L2-regularised L2-loss SVM for one label against the rest, by dual coordinate descent (Hsieh et al. 2008). Positive examples weigh
 * `balance` times more. Returns the weights with the bias as the last element.
 */
export function trainOne(
  examples: readonly Example[],
  width: number,
  label: number,
  options: { cost: number; balance: number; rounds: number; seed: number },
): Float64Array {
  const weights = new Float64Array(width + 1);
  const alpha = new Float64Array(examples.length);
  const squares = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = examples.map((_, index) => index);
  const random = seeded(options.seed + label);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    let moved = 0;
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const sign = example.label === label ? 1 : -1;
      const diagonal = 1 / (2 * options.cost * (sign === 1 ? options.balance : 1));
      const { features, values } = example;
      let margin = weights[width] ?? 0;
      for (let at = 0; at < features.length; at++) margin += (weights[features[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const kept = alpha[index] ?? 0;
      const gradient = sign * margin - 1 + diagonal * kept;
      const next = Math.max(0, kept - gradient / ((squares[index] ?? 1) + diagonal));
      const step = (next - kept) * sign;
      if (step === 0) continue;
      alpha[index] = next;
      moved = Math.max(moved, Math.abs(step));
      for (let at = 0; at < features.length; at++) {
        const feature = features[at] ?? 0;
        weights[feature] = (weights[feature] ?? 0) + step * (values[at] ?? 0);
      }
      weights[width] = (weights[width] ?? 0) + step;
    }
    if (moved < 1e-3) break;
  }
  return weights;
}
