import type { Output, Parsed } from '#shared/contract';
import { groupTotal } from '#shared/domain/bookings/ranking';
import { addDays } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { periodOf } from './period';
import { mustSupervise } from './policy';
import { scores } from './scores';

/** So many months stand side by side, the last one asked for included. */
const monthCount = 6;

/** The score of one advisor, firm or town, or the mean of all advisors, month by month up to the one (or the end of the quarter) asked for. */
export async function trend(ctx: Ctx, input: Parsed<'supervision.trend'>): Promise<Output<'supervision.trend'>> {
  mustSupervise(ctx);
  const { by, id, ...span } = input;
  const { months } = periodOf(span, ctx.now);
  const now = periodOf({}, ctx.now).months[0] ?? '';
  const asked = months.at(-1) ?? now;
  const [last = now] = [asked, now].sort();
  const shown = monthsUpTo(last);
  const found: Output<'supervision.trend'>['months'] = [];
  for (const month of shown) {
    const { items } = await scores(ctx, { month, by: by === 'district' ? 'advisor' : by });
    const score =
      by === 'district'
        ? (groupTotal(items.map((item) => item.score ?? undefined)) ?? null)
        : (items.find((item) => item.id === id)?.score ?? null);
    found.push({ month, label: `${Number(month.slice(5))} 月`, score });
  }
  return { months: found };
}

function monthsUpTo(last: string): string[] {
  const months = [last];
  while (months.length < monthCount) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7));
  return months;
}
