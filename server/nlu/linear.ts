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
  /** Room for the reading of one text. */
  sums: Int32Array;
  margins: Float64Array;
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
    sums: new Int32Array(width),
    margins: new Float64Array(width),
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

/** Raw margins, one a label, in a place of the head's own that the next reading overwrites. The vector of features has length 1, so long and short texts compare. */
function read(head: Head, { ids, count }: Features): Float64Array {
  const { starts, columns, weights, bias, sums, margins } = head;
  sums.fill(0);
  for (let at = 0; at < ids.length; at++) {
    const feature = ids[at] ?? 0;
    const end = starts[feature + 1] ?? 0;
    for (let place = starts[feature] ?? 0; place < end; place++) {
      const column = columns[place] ?? 0;
      sums[column] = (sums[column] ?? 0) + (weights[place] ?? 0);
    }
  }
  const unit = head.scale / (Math.sqrt(count) || 1);
  for (let column = 0; column < sums.length; column++)
    margins[column] = (sums[column] ?? 0) * unit + (bias[column] ?? 0);
  return margins;
}

/** Raw margins, one a label. */
export function marginsOf(head: Head, features: Features): Float64Array {
  return read(head, features).slice();
}

/** Farther behind the best than this, in units of the temperature, a label has no share worth counting. */
const negligible = -16;
const most = 8;
const bestColumns = new Int32Array(most);
const bestWeights = new Float64Array(most);

/** Calibrated probabilities of the labels whose column is not marked in `out`, best first, at most `count` (and eight); of two equal ones the earlier label is ahead. */
export function scored(head: Head, features: Features, count: number, out?: Uint8Array): Scored[] {
  const margins = read(head, features);
  let top = Number.NEGATIVE_INFINITY;
  for (let column = 0; column < margins.length; column++) top = Math.max(top, margins[column] ?? 0);
  let total = 0;
  let many = 0;
  for (let column = 0; column < margins.length; column++) {
    const behind = ((margins[column] ?? 0) - top) / head.temperature;
    if (behind < negligible || out?.[column] === 1) continue;
    const weight = Math.exp(behind);
    total += weight;
    if (many === count && weight <= (bestWeights[count - 1] ?? 0)) continue;
    let place = many === count ? count - 1 : many++;
    for (; place > 0 && (bestWeights[place - 1] ?? 0) < weight; place--) {
      bestWeights[place] = bestWeights[place - 1] ?? 0;
      bestColumns[place] = bestColumns[place - 1] ?? 0;
    }
    bestWeights[place] = weight;
    bestColumns[place] = column;
  }
  const best: Scored[] = [];
  for (let place = 0; place < many; place++)
    best.push({
      label: head.labels[bestColumns[place] ?? 0] ?? '',
      confidence: (bestWeights[place] ?? 0) / (total || 1),
    });
  return best;
}

/** The features that speak loudest for a label, strongest first, by name. */
export function strongest(
  head: Head,
  names: readonly string[],
  features: Features,
  label: string,
  count: number,
): string[] {
  const { starts, columns, weights } = head;
  const column = head.labels.indexOf(label);
  const found: { name: string; weight: number }[] = [];
  for (const feature of features.ids)
    for (let place = starts[feature] ?? 0; place < (starts[feature + 1] ?? 0); place++) {
      const weight = weights[place] ?? 0;
      if (columns[place] === column && weight > 0) found.push({ name: names[feature] ?? '', weight });
    }
  return found
    .sort((a, b) => b.weight - a.weight || b.name.length - a.name.length)
    .slice(0, count)
    .map((one) => one.name);
}
