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
  const sums = new Array<number>(width).fill(0);
  for (const feature of features) {
    const row = head.rows.get(feature);
    if (row === undefined) continue;
    const offset = row * width;
    for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + (head.weights[offset + label] ?? 0);
  }
  const length = Math.sqrt(features.length) || 1;
  return sums.map((sum, label) => (sum * head.scale) / length + (head.bias[label] ?? 0));
}

/** Calibrated probabilities, best first. */
export function scored(head: Head, features: readonly string[]): Scored[] {
  const margins = marginsOf(head, features);
  const top = Math.max(...margins);
  const weights = margins.map((margin) => Math.exp((margin - top) / head.temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return head.labels
    .map((label, index) => ({ label, confidence: (weights[index] ?? 0) / total }))
    .sort((a, b) => b.confidence - a.confidence);
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
