import { dayText } from '../model/figures';

/** One day of the trend: how many were opened and how many closed. `date` is YYYY-MM-DD in Asia/Shanghai. */
export interface TrendDay {
  date: string;
  opened: number;
  closed: number;
}

const width = 640;
const height = 200;
const edge = { left: 36, right: 12, top: 12, bottom: 28 };

/** The top of the value axis: the next round number above `most`, at least 4, so that the grid lines are whole numbers. */
export function axisTop(most: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))));
  const nice = [1, 2, 4, 8, 10].map((times) => times * step).find((top) => top >= most);
  return Math.max(4, nice ?? most);
}

/** The trend as an SVG document: opened as a jade line, closed as a dashed grey one, so that colour is not the only difference. */
export function drawTrend(days: readonly TrendDay[]): string {
  const top = axisTop(Math.max(0, ...days.flatMap(({ opened, closed }) => [opened, closed])));
  const plot = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const x = (at: number) => edge.left + (days.length > 1 ? (at / (days.length - 1)) * plot.width : plot.width / 2);
  const y = (value: number) => edge.top + plot.height * (1 - value / top);
  const line = (pick: (day: TrendDay) => number) =>
    days.map((day, at) => `${at ? 'L' : 'M'}${x(at).toFixed(1)} ${y(pick(day)).toFixed(1)}`).join('');

  const grid = [0, top / 2, top].map(
    (value) =>
      `<path d="M${edge.left} ${y(value)}H${width - edge.right}" stroke="#E3E6E1"/>` +
      `<text x="${edge.left - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const marks = [...new Set([0, Math.floor((days.length - 1) / 2), days.length - 1])].flatMap((at) => {
    const day = days[at];
    const anchor = at === 0 ? 'start' : at === days.length - 1 ? 'end' : 'middle';
    return day ? [`<text x="${x(at)}" y="${height - 8}" text-anchor="${anchor}">${dayText(day.date)}</text>`] : [];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<g font-family="sans-serif" font-size="12" fill="#57606A">',
    ...grid,
    ...marks,
    '</g><g fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">',
    `<path d="${line((day) => day.closed)}" stroke="#57606A" stroke-dasharray="2 5"/>`,
    `<path d="${line((day) => day.opened)}" stroke="#0F7B5F"/>`,
    '</g></svg>',
  ].join('');
}

/** The same trend in one sentence, for people who listen. */
export function trendWords(days: readonly TrendDay[]): string {
  const sum = (pick: (day: TrendDay) => number) => days.reduce((total, day) => total + pick(day), 0);
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return '这段时间没有数据';
  return `${dayText(first.date)}到${dayText(last.date)}，收到 ${sum((day) => day.opened)} 件，办结 ${sum((day) => day.closed)} 件`;
}
