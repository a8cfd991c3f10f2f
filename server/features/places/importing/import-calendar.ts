import { z } from 'zod';
import { AppError } from '#shared/errors';
import { announce, complaintOf, type ImportCtx, type ImportReport, type Rejected } from './report';

const Days = z.record(z.iso.date('日期要写成 2026-10-01'), z.string());
const Year = z.object({ status: z.enum(['official', 'provisional']), holidays: Days, workdays: Days });
const File = z.object({ years: z.record(z.string(), z.unknown()) });

/**
 * Imports the working calendar ({years: {"2026": {status, holidays: {day: name}, workdays: {day: name}}}}, Shanghai days). A year of the file
 * takes the place of the stored one, except that a provisional year never replaces an official one. Idempotent.
 */
export async function importCalendar(ctx: ImportCtx, file: unknown): Promise<ImportReport> {
  const parsed = File.safeParse(file);
  if (!parsed.success) throw new AppError('invalid_input', { file: complaintOf(parsed.error) });
  const rejected: Rejected[] = [];
  const years = Object.entries(parsed.data.years);
  let written = 0;
  for (const [index, [year, given]] of years.entries()) {
    const found = Year.safeParse(given);
    const reason = found.success ? whyNot(year, found.data) : complaintOf(found.error);
    if (!found.success || reason) rejected.push({ line: index + 1, reason: `${year} 年：${reason}` });
    else {
      const outcome = await writeYear(ctx, Number(year), found.data);
      if (outcome === 'written') written += 1;
      if (outcome === 'kept') rejected.push({ line: index + 1, reason: `${year} 年已有正式通知，不用推算的代替` });
    }
    ctx.progress?.(index + 1, years.length);
  }
  return announce(ctx, {
    what: '工作日历',
    read: years.length,
    written,
    unchanged: years.length - written - rejected.length,
    rejected,
    warnings: [],
  });
}

function whyNot(year: string, { holidays, workdays }: z.output<typeof Year>): string | undefined {
  if (!/^\d{4}$/.test(year)) return '年份要 4 位数字';
  const days = [...Object.keys(holidays), ...Object.keys(workdays)];
  const stray = days.find((day) => !day.startsWith(year));
  if (stray) return `${stray} 不在这一年`;
  const twice = Object.keys(holidays).find((day) => day in workdays);
  return twice ? `${twice} 既是假日又是工作日` : undefined;
}

async function writeYear(
  { db }: ImportCtx,
  year: number,
  { status, holidays, workdays }: z.output<typeof Year>,
): Promise<'written' | 'same' | 'kept'> {
  const within = { gte: new Date(Date.UTC(year, 0, 1)), lte: new Date(Date.UTC(year, 11, 31)) };
  const before = await db.calendarYear.findUnique({ where: { year } });
  if (before?.status === 'official' && status === 'provisional') return 'kept';
  const rows = [
    ...Object.entries(holidays).map(([day, name]) => ({ day, kind: 'HOLIDAY', name })),
    ...Object.entries(workdays).map(([day, name]) => ({ day, kind: 'WORKDAY', name })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  const stored = (await db.calendarDay.findMany({ where: { date: within }, orderBy: { date: 'asc' } })).map(
    ({ date, kind, name }) => ({ day: date.toISOString().slice(0, 10), kind, name }),
  );
  if (before?.status === status && JSON.stringify(stored) === JSON.stringify(rows)) return 'same';
  await db.calendarYear.upsert({ where: { year }, create: { year, status }, update: { status } });
  await db.calendarDay.deleteMany({ where: { date: within } });
  await db.calendarDay.createMany({
    data: rows.map(({ day, kind, name }) => ({ date: new Date(`${day}T00:00:00Z`), kind, name })),
  });
  return 'written';
}
