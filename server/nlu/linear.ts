import { type Features, featureReader } from './features';

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

/** A head ready to score: the weights that are not zero, feature by feature, `starts` telling where each begins. */
export interface Head {
  labels: readonly string[];
  starts: Int32Array;
  columns: Uint8Array;
  weights: Int8Array;
  scale: number;
  bias: readonly number[];
  temperature: number;
}

export interface Scored {
  label: string;
  confidence: number;
}

/** Heads with the features they share: what is read once serves all. */
export interface Heads<Stored extends readonly StoredHead[]> {
  names: readonly string[];
  read: (text: string) => Features;
  heads: { [At in keyof Stored]: Head };
}

/** Unpacks stored heads; takes tens of milliseconds, done once at load. */
export function loadHeads<const Stored extends readonly StoredHead[]>(...stored: Stored): Heads<Stored> {
  const names = [...new Set(stored.flatMap((head) => head.features))];
  const heads = stored.map((head) => unpacked(head, names)) as { [At in keyof Stored]: Head };
  return { names, read: featureReader(names), heads };
}

function unpacked(stored: StoredHead, names: readonly string[]): Head {
  const bytes = Buffer.from(stored.weights, 'base64');
  const dense = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const width = stored.labels.length;
  const rows = new Map(stored.features.map((feature, row) => [feature, row]));
  const full = dense.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
  const head = {
    labels: stored.labels,
    starts: new Int32Array(names.length + 1),
    columns: new Uint8Array(full),
    weights: new Int8Array(full),
    scale: stored.scale,
    bias: stored.bias,
    temperature: stored.temperature,
  };
  let end = 0;
  names.forEach((name, at) => {
    const row = rows.get(name);
    for (let column = 0; row !== undefined && column < width; column++) {
      const weight = dense[row * width + column] ?? 0;
      if (weight === 0) continue;
      head.columns[end] = column;
      head.weights[end++] = weight;
    }
    head.starts[at + 1] = end;
  });
  return head;
}

/** Raw margins, one a label. The vector of features has length 1, so long and short texts compare. */
export function marginsOf(head: Head, { ids, count }: Features): Float64Array {
  const { starts, columns, weights } = head;
  const margins = new Float64Array(head.labels.length);
  for (let at = 0; at < ids.length; at++) {
    const feature = ids[at] ?? 0;
    const end = starts[feature + 1] ?? 0;
    for (let place = starts[feature] ?? 0; place < end; place++) {
      const column = columns[place] ?? 0;
      margins[column] = (margins[column] ?? 0) + (weights[place] ?? 0);
    }
  }
  const unit = head.scale / (Math.sqrt(count) || 1);
  for (let column = 0; column < margins.length; column++)
    margins[column] = (margins[column] ?? 0) * unit + (head.bias[column] ?? 0);
  return margins;
}

/** Farther behind the best than this, in units of the temperature, a label has no share worth counting. */
const negligible = -16;

/** Calibrated probabilities of the labels that are not in `out`, best first, at most `count`. */
export function scored(head: Head, features: Features, count: number, out?: ReadonlySet<string>): Scored[] {
  const margins = marginsOf(head, features);
  let top = Number.NEGATIVE_INFINITY;
  for (const margin of margins) if (margin > top) top = margin;
  let total = 0;
  const best: Scored[] = [];
  for (let index = 0; index < margins.length; index++) {
    const label = head.labels[index] ?? '';
    const behind = ((margins[index] ?? 0) - top) / head.temperature;
    if (behind < negligible || out?.has(label)) continue;
    const weight = Math.exp(behind);
    total += weight;
    if (best.length < count || weight > (best[best.length - 1]?.confidence ?? 0))
      insert(best, { label, confidence: weight }, count);
  }
  for (const one of best) one.confidence /= total || 1;
  return best;
}

/** Keeps a short list in order; of two equal ones the earlier label stays ahead. */
function insert(best: Scored[], one: Scored, count: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.confidence ?? 0) < one.confidence) place--;
  best.splice(place, 0, one);
  if (best.length > count) best.pop();
}

/** The features that speak loudest for a label, strongest first, by name. */
export function strongest(
  head: Head,
  names: readonly string[],
  features: Features,
  label: string,
  count: number,
): string[] {
  const column = head.labels.indexOf(label);
  const found: { name: string; weight: number }[] = [];
  for (const feature of features.ids)
    for (let place = head.starts[feature] ?? 0; place < (head.starts[feature + 1] ?? 0); place++) {
      const weight = head.weights[place] ?? 0;
      if (head.columns[place] === column && weight > 0) found.push({ name: names[feature] ?? '', weight });
    }
  return found
    .sort((a, b) => b.weight - a.weight || b.name.length - a.name.length)
    .slice(0, count)
    .map((one) => one.name);
}
