/** Where each person stands between the two directions in which opinions differ most; one x and one y a person. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const rounds = 200;
const enough = 1e-9;
const peopleAtOnce = 250;

/**
 * Places people by their answers: principal components of the matrix people × statements (1 agree, -1 disagree, 0 pass), where what a person has
 * not seen counts as the average, and those who have seen little are moved out from the middle in proportion (sqrt of statements by seen), as in
 * Small et al., Polis (2021). No chance is in it: the same answers give the same places. Yields between portions, so that a caller can let others work.
 * `rows[i][j]` is the answer of person i to statement j or null.
 */
export function* placePeople(rows: readonly (readonly (number | null)[])[], width: number): Generator<void, Positions> {
  const means = meansOf(rows, width);
  const centred = yield* centre(rows, means, width);
  const covariance = yield* covarianceOf(centred, width);
  const first = strongest(covariance, width, []);
  const second = strongest(covariance, width, [first]);
  const x = new Float64Array(rows.length);
  const y = new Float64Array(rows.length);
  centred.forEach((row, person) => {
    const seen = (rows[person] ?? []).reduce<number>((count, answer) => (answer === null ? count : count + 1), 0);
    const stretch = seen === 0 ? 0 : Math.sqrt(width / seen);
    x[person] = dot(row, first) * stretch;
    y[person] = dot(row, second) * stretch;
  });
  return { x, y };
}

function meansOf(rows: readonly (readonly (number | null)[])[], width: number): Float64Array {
  const sums = new Float64Array(width);
  const counts = new Float64Array(width);
  for (const row of rows)
    row.forEach((answer, column) => {
      if (answer === null) return;
      sums[column] = (sums[column] ?? 0) + answer;
      counts[column] = (counts[column] ?? 0) + 1;
    });
  return sums.map((sum, column) => (counts[column] ? sum / (counts[column] ?? 1) : 0));
}

function* centre(
  rows: readonly (readonly (number | null)[])[],
  means: Float64Array,
  width: number,
): Generator<void, Float64Array[]> {
  const centred: Float64Array[] = [];
  for (const row of rows) {
    const own = new Float64Array(width);
    for (let column = 0; column < width; column += 1) {
      const answer = row[column];
      if (answer !== null && answer !== undefined) own[column] = answer - (means[column] ?? 0);
    }
    if (centred.push(own) % peopleAtOnce === 0) yield;
  }
  return centred;
}

/** Statement by statement how answers go together; symmetric, row by row in one array. */
function* covarianceOf(centred: readonly Float64Array[], width: number): Generator<void, Float64Array> {
  const sums = new Float64Array(width * width);
  let done = 0;
  for (const row of centred) {
    for (let left = 0; left < width; left += 1) {
      const value = row[left] ?? 0;
      if (value === 0) continue;
      const start = left * width;
      for (let right = left; right < width; right += 1)
        sums[start + right] = (sums[start + right] ?? 0) + value * (row[right] ?? 0);
    }
    done += 1;
    if (done % peopleAtOnce === 0) yield;
  }
  for (let left = 0; left < width; left += 1)
    for (let right = 0; right < left; right += 1) sums[left * width + right] = sums[right * width + left] ?? 0;
  return sums;
}

/** The direction of most difference that is square to those already found, by power iteration from a fixed start; its largest part is positive. */
function strongest(covariance: Float64Array, width: number, found: readonly Float64Array[]): Float64Array {
  let direction = unit(
    square(
      Float64Array.from({ length: width }, (_, column) => 1 + 1 / (column + 2)),
      found,
    ),
  );
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(width);
    for (let row = 0; row < width; row += 1) {
      const start = row * width;
      let sum = 0;
      for (let column = 0; column < width; column += 1)
        sum += (covariance[start + column] ?? 0) * (direction[column] ?? 0);
      next[row] = sum;
    }
    const turned = unit(square(next, found));
    const moved = 1 - Math.abs(dot(turned, direction));
    direction = turned;
    if (moved < enough) break;
  }
  const largest = direction.reduce((best, part) => (Math.abs(part) > Math.abs(best) + enough ? part : best), 0);
  return largest < 0 ? direction.map((part) => -part) : direction;
}

function square(direction: Float64Array, found: readonly Float64Array[]): Float64Array {
  return found.reduce((left, other) => {
    const shared = dot(left, other);
    return left.map((part, column) => part - shared * (other[column] ?? 0));
  }, direction);
}

function unit(direction: Float64Array): Float64Array {
  const length = Math.sqrt(dot(direction, direction));
  return length < enough ? new Float64Array(direction.length) : direction.map((part) => part / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
