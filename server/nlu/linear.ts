/** One trained head as it is stored: `weights` holds features × labels int8 values in base64, `scale` turns them back. */
export interface StoredHead {
  labels: string[];
  features: string[];
  weights: string;
  scale: number;
  bias: number[];
  /** Softmax temperature fitted on sentences kept out of training. */
  temperature: number;
}

/** A head ready to score. */
export interface Head {
  labels: readonly string[];
  rows: ReadonlyMap<string, number>;
  weights: Int8Array;
  scale: number;
  bias: readonly number[];
  temperature: number;
}

export interface Scored {
  label: string;
  confidence: number;
}

/** Unpacks a stored head; takes milliseconds, done once at load. */
export function loadHead(stored: StoredHead): Head {
  const bytes = Buffer.from(stored.weights, 'base64');
  return {
    labels: stored.labels,
    rows: new Map(stored.features.map((feature, row) => [feature, row])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    scale: stored.scale,
    bias: stored.bias,
    temperature: stored.temperature,
  };
}

/** Raw margins, one a label. The vector of features has length 1, so long and short texts compare. */
export function marginsOf(head: Head, features: readonly string[]): number[] {
  const width = head.labels.length;
  const { rows, weights } = head;
  const sums = new Int32Array(width);
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) continue;
    const offset = row * width;
    for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + (weights[offset + label] ?? 0);
  }
  const length = Math.sqrt(features.length) || 1;
  const margins: number[] = [];
  for (let label = 0; label < width; label++)
    margins.push(((sums[label] ?? 0) * head.scale) / length + (head.bias[label] ?? 0));
  return margins;
}

/** Calibrated probabilities of the labels that `fits` lets through (all when it is not given), best first, at most `count`. */
export function scored(
  head: Head,
  features: readonly string[],
  count = head.labels.length,
  fits?: (label: string) => boolean,
): Scored[] {
  const margins = marginsOf(head, features);
  let top = Number.NEGATIVE_INFINITY;
  for (const margin of margins) if (margin > top) top = margin;
  let total = 0;
  const best: Scored[] = [];
  for (let index = 0; index < margins.length; index++) {
    const label = head.labels[index] ?? '';
    if (fits && !fits(label)) continue;
    const weight = Math.exp(((margins[index] ?? 0) - top) / head.temperature);
    total += weight;
    insert(best, { label, confidence: weight }, count);
  }
  for (const one of best) one.confidence /= total || 1;
  return best;
}

/** Keeps a short list in order; of two equal ones the earlier label stays ahead. */
function insert(best: Scored[], one: Scored, count: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.confidence ?? 0) < one.confidence) place--;
  if (place >= count) return;
  best.splice(place, 0, one);
  if (best.length > count) best.pop();
}

/** The features that speak loudest for a label, strongest first. */
export function strongest(head: Head, features: readonly string[], label: string, count: number): string[] {
  const column = head.labels.indexOf(label);
  const width = head.labels.length;
  return features
    .flatMap((feature) => {
      const row = head.rows.get(feature);
      const weight = row === undefined ? 0 : (head.weights[row * width + column] ?? 0);
      return weight > 0 ? [{ feature, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight || b.feature.length - a.feature.length)
    .slice(0, count)
    .map((one) => one.feature);
}
