import { z } from 'zod';
import type { DivisionKind, Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import { centreOf } from '../outlines';
import { announce, complaintOf, type ImportCtx, type ImportReport, isSame, type Rejected } from './report';
import { type OutlineFeature, outlineFeatures } from './shapes';

const code12 = z.string().regex(/^\d{12}$/, '要 12 位数字的统计用区划代码');
const District = z.object({ code: code12, name: z.string().min(1) });
const Unit = z.object({
  code: code12,
  name: z.string().trim().min(1, '没有名称'),
  officialName: z.string().optional(),
  type: z.string().min(1, '没有类型'),
  parent: code12,
  managedBy: z.string().optional(),
  inArticleScope: z.boolean().default(true),
  aliases: z.array(z.string()).default([]),
});
const File = z.object({ district: District, towns: z.array(z.unknown()), villages: z.array(z.unknown()) });

type Row = Prisma.DivisionCreateManyInput;

/**
 * Imports district, towns and villages (shape: district, towns[], villages[]; statistics codes) with optional outlines (GeoJSON, GCJ-02,
 * properties.code). Idempotent; nothing is deleted. Throws invalid_input when the file is not of this shape or of another district.
 */
export async function importDivisions(ctx: ImportCtx, file: unknown, outlines: unknown[] = []): Promise<ImportReport> {
  const parsed = File.safeParse(file);
  if (!parsed.success) throw new AppError('invalid_input', { file: complaintOf(parsed.error) });
  const { district, towns, villages } = parsed.data;
  if (!district.code.startsWith(ctx.districtId))
    throw new AppError('invalid_input', {
      file: `文件是 ${district.name}（${district.code}）的，本台是 ${ctx.districtId}`,
    });

  const shapes = new Map(outlines.flatMap(outlineFeatures).map((feature) => [feature.code, feature]));
  const rejected: Rejected[] = [];
  const rows = new Map<string, Row>([[district.code, districtRow(district, shapes.get(ctx.districtId))]]);
  const take = (kind: DivisionKind, given: readonly unknown[], from: number) => {
    given.forEach((entry, index) => {
      const unit = Unit.safeParse(entry);
      const reason = unit.success ? whyNot(kind, unit.data, rows, district.code) : complaintOf(unit.error);
      if (!unit.success || reason) rejected.push({ line: from + index, reason: reason ?? '内容不对' });
      else rows.set(unit.data.code, unitRow(kind, unit.data, shapes.get(unit.data.code)));
    });
  };
  take('TOWN', towns, 2);
  take('VILLAGE', villages, 2 + towns.length);
  const inScope = villageScope(rows);
  const written = await write(ctx, inScope);
  return announce(ctx, {
    what: '行政区划',
    read: 1 + towns.length + villages.length,
    written,
    unchanged: rows.size - written,
    rejected,
    warnings: [],
  });
}

function whyNot(
  kind: DivisionKind,
  { code, name, parent }: z.output<typeof Unit>,
  rows: ReadonlyMap<string, Row>,
  districtCode: string,
): string | undefined {
  if (rows.has(code)) return `${name} 的代码 ${code} 重复`;
  if (kind === 'TOWN' && parent !== districtCode) return `${name} 不属于 ${districtCode}`;
  if (kind === 'VILLAGE' && rows.get(parent)?.kind !== 'TOWN') return `${name} 的上级 ${parent} 不在文件里`;
  return undefined;
}

const districtRow = (district: z.output<typeof District>, shape: OutlineFeature | undefined): Row => ({
  code: district.code,
  kind: 'DISTRICT',
  name: district.name,
  officialName: district.name,
  type: '区',
  parentCode: null,
  managedBy: district.name,
  inScope: true,
  aliases: [],
  ...placed(shape),
});

const unitRow = (kind: DivisionKind, unit: z.output<typeof Unit>, shape: OutlineFeature | undefined): Row => ({
  code: unit.code,
  kind,
  name: unit.name,
  officialName: unit.officialName ?? unit.name,
  type: unit.type,
  parentCode: unit.parent,
  managedBy: unit.managedBy ?? '',
  inScope: unit.inArticleScope,
  aliases: unit.aliases,
  ...placed(shape),
});

const placed = (shape: OutlineFeature | undefined): Pick<Row, 'lng' | 'lat' | 'boundary' | 'synthetic'> =>
  shape
    ? {
        ...centreOf(shape.outline),
        boundary: shape.outline as unknown as Prisma.InputJsonObject,
        synthetic: shape.synthetic,
      }
    : { lng: null, lat: null, synthetic: false };

/** A village of a town that another district manages is out of scope with it, and has its manager. */
function villageScope(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].map((row) => {
    const town = row.kind === 'VILLAGE' ? rows.get(row.parentCode ?? '') : undefined;
    return town ? { ...row, inScope: row.inScope && town.inScope, managedBy: row.managedBy || town.managedBy } : row;
  });
}

/** Writes what is new or differs; an outline that is there stays when the file brings none. */
async function write({ db, progress }: ImportCtx, rows: readonly Row[]): Promise<number> {
  const existing = new Map((await db.division.findMany()).map((division) => [division.code, division]));
  const fresh = rows.filter(({ code }) => !existing.has(code));
  if (fresh.length > 0) await db.division.createMany({ data: [...fresh] });
  let written = fresh.length;
  for (const [index, row] of rows.entries()) {
    const before = existing.get(row.code);
    const after = before && { ...before, ...(row.boundary ? row : withoutPlace(row)) };
    if (before && after && !isSame(before, after)) {
      await db.division.update({ where: { code: row.code }, data: row.boundary ? row : withoutPlace(row) });
      written += 1;
    }
    if (index % 100 === 99 || index + 1 === rows.length) progress?.(index + 1, rows.length);
  }
  return written;
}

function withoutPlace({ lng: _lng, lat: _lat, boundary: _boundary, synthetic: _synthetic, ...row }: Row) {
  return row;
}
