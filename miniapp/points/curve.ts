import type { Output } from '#shared/contract';

export type Month = Output<'points.year'>['months'][number];

const width = 320;
const height = 120;
const foot = 18;
const side = 8;

/** Where a month stands: from left to right through the whole year, higher with more points. */
function placeOf({ month, balance }: Pick<Month, 'month' | 'balance'>, most: number): readonly [number, number] {
  const x = side + ((month - 1) / 11) * (width - 2 * side);
  return [Math.round(x), Math.round(height - foot - (balance / most) * (height - foot - side))];
}

/** The year's curve as SVG: what there was at the end of each month. Empty without months. */
export function drawCurve(months: readonly Month[]): string {
  const most = Math.max(1, ...months.map(({ balance }) => balance));
  const places = months.map((month) => placeOf(month, most));
  const last = places.at(-1);
  if (!last) return '';
  const line = places.map(([x, y]) => `${x},${y}`).join(' ');
  const ticks = [1, 4, 7, 10]
    .map((month) => {
      const [x] = placeOf({ month, balance: 0 }, most);
      return `<text x="${x}" y="${height - 3}" font-size="11" fill="#57606a">${month}月</text>`;
    })
    .join('');
  const base = height - foot;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<line x1="0" y1="${base}" x2="${width}" y2="${base}" stroke="#e3e6e1"/>`,
    `<polygon points="${places[0]?.[0] ?? 0},${base} ${line} ${last[0]},${base}" fill="#e6f4ef"/>`,
    `<polyline points="${line}" fill="none" stroke="#0f7b5f" stroke-width="2" stroke-linejoin="round"/>`,
    `<circle cx="${last[0]}" cy="${last[1]}" r="3.5" fill="#0f7b5f"/>`,
    `${ticks}</svg>`,
  ].join('');
}

/** The same in words, for those who do not see it. */
export function curveWords(months: readonly Month[]): string {
  const moved = months.filter(({ plus, minus }) => plus !== 0 || minus !== 0);
  const told = moved.slice(-3).map(({ month, plus, minus }) => {
    const parts = [plus > 0 ? `加 ${plus}` : '', minus < 0 ? `减 ${-minus}` : ''].filter(Boolean).join('、');
    return `${month}月${parts}`;
  });
  return [...told, `现在 ${months.at(-1)?.balance ?? 0} 分`].join('，');
}
