import { Prisma } from '#prisma';
import { timeText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { isSealedModel, opened } from '../../kernel/sealing/fields';
import { type Held, held } from './catalogue';

type Asking = Pick<Ctx, 'db' | 'districtId'>;
type Row = Readonly<Record<string, unknown>>;

/** One kind of data with the rows of one person. */
export interface Section {
  readonly held: Held;
  readonly rows: readonly Row[];
}

/** How many rows of each kind the desk holds about a person, in one statement. */
export async function countsOf({ db, districtId }: Asking, personId: string): Promise<Map<string, number>> {
  const counts = held.map(
    ({ model, whose }) =>
      Prisma.sql`SELECT ${model}::text AS "model", count(*)::int AS "rows" FROM ${Prisma.raw(`"${model}"`)} WHERE ${whose({ districtId, personId })}`,
  );
  const rows = await db.$queryRaw<{ model: string; rows: number }[]>(Prisma.join(counts, ' UNION ALL '));
  return new Map(rows.map(({ model, rows: count }) => [model, count]));
}

/** All the desk holds about a person, opened where it is sealed; kinds without rows are left away. */
export async function sectionsOf({ db, districtId }: Asking, personId: string): Promise<Section[]> {
  const sections: Section[] = [];
  for (const one of held) {
    const names = [...new Set([...Object.keys(one.columns), ...(isSealedModel(one.model) ? ['id'] : [])])];
    const rows = await db.$queryRaw<Row[]>(
      Prisma.sql`SELECT ${Prisma.raw(names.map((name) => `"${name}"`).join(', '))} FROM ${Prisma.raw(`"${one.model}"`)} WHERE ${one.whose({ districtId, personId })} ORDER BY 1`,
    );
    if (rows.length > 0) sections.push({ held: one, rows: rows.map((row) => shown(one, row)) });
  }
  return sections;
}

/** The columns that are handed out, opened where they are sealed. */
const shown = ({ model, columns }: Held, row: Row): Row =>
  Object.fromEntries(
    Object.keys(columns).map((column) => {
      const value = row[column];
      const isOpened = typeof value === 'string' && isSealedModel(model);
      return [column, isOpened ? opened(model, column, String(row.id), value) : value];
    }),
  );

/** The copy for machines: model and columns as they are called in the desk, instants in ISO 8601. */
export const jsonOf = (sections: readonly Section[], now: Date): string =>
  JSON.stringify(
    {
      format: 'cuiping-desk-personal-data/1',
      madeAt: now.toISOString(),
      data: Object.fromEntries(sections.map(({ held: { model }, rows }) => [model, rows])),
    },
    null,
    2,
  );

/** The copy for people: plain text in Chinese, times in Asia/Shanghai. */
export function textOf(sections: readonly Section[], now: Date): string {
  const lines = [
    '我的信息（翠屏服务台）',
    `导出时间：${momentOf(now)}`,
    '这份文件里有您的个人信息，请自己保管好，不要转给别人。',
  ];
  for (const { held: one, rows } of sections) {
    lines.push('', `【${one.title}】${rows.length} 条`, `为什么存：${one.purpose}。存多久：${one.kept}。`);
    for (const row of rows) {
      const parts = Object.entries(one.columns).flatMap(([column, label]) => {
        const value = wordOf(row[column]);
        return value === '' ? [] : [`${label}：${value}`];
      });
      lines.push(`- ${parts.join('；')}`);
    }
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const momentOf = (instant: Date) => `${dayOf(instant)} ${timeText(instant)}`;

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return momentOf(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).replace(/\s+/g, ' ');
}
