import { z } from 'zod';
import { ticketLevels } from '#shared/domain/tickets/levels';
import { AppError } from '#shared/errors';
import { announce, complaintOf, type ImportCtx, type ImportReport, isSame, type Rejected } from './report';

const unit = z.string().regex(/^[a-z0-9]{2,20}$/, '单位编码是 2 到 20 位小写字母或数字');
const Department = z.object({
  code: unit,
  name: z.string().trim().min(1),
  shortName: z.string().trim().min(1),
  tier: z.enum(['RESIDENT', 'LINKED', 'OTHER', 'CENTRE']),
  source: z.string(),
});
const Category = z.object({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  name: z.string().trim().min(1),
  group: z.string().trim().min(1),
  level: z.enum(ticketLevels),
  handler: z.enum(['GRID', 'CENTRE']),
  leadUnit: unit,
  assistUnits: z.array(unit),
  openWhen: z.string(),
  closeWhen: z.string(),
  sensitive: z.boolean(),
});
const CategoryFile = z.object({
  meta: z.object({ version: z.string().min(1), effectiveOn: z.iso.date() }),
  categories: z.array(z.unknown()),
});

/** The rows of a list that are well formed, with the line (from 1) of each; the others are rejected. */
function wellFormed<T extends z.ZodType>(schema: T, entries: readonly unknown[], rejected: Rejected[]) {
  return entries.flatMap((entry, index) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) return [{ line: index + 1, row: parsed.data }];
    rejected.push({ line: index + 1, reason: complaintOf(parsed.error) });
    return [];
  });
}

/** Imports departments ({departments: [...]}); a code keeps its meaning, names may change. Idempotent. Throws invalid_input for another shape. */
export async function importDepartments(ctx: ImportCtx, file: unknown): Promise<ImportReport> {
  const parsed = z.object({ departments: z.array(z.unknown()) }).safeParse(file);
  if (!parsed.success) throw new AppError('invalid_input', { file: complaintOf(parsed.error) });
  const rejected: Rejected[] = [];
  const rows = wellFormed(Department, parsed.data.departments, rejected).map(({ row }) => row);
  const existing = new Map((await ctx.db.department.findMany()).map((row) => [row.code, row]));
  const changed = rows.filter((row) => !isSame(existing.get(row.code), row));
  for (const row of changed) await ctx.db.department.upsert({ where: { code: row.code }, create: row, update: row });
  ctx.progress?.(rows.length, rows.length);
  return announce(ctx, {
    what: '部门',
    read: parsed.data.departments.length,
    written: changed.length,
    unchanged: rows.length - changed.length,
    rejected,
    warnings: [],
  });
}

/**
 * Imports one version of the category table ({meta: {version, effectiveOn}, categories: [...]}). A version that is there may not change:
 * tickets refer to it; rows that differ are rejected. Units must be known. Idempotent. Throws invalid_input for another shape.
 */
export async function importCategories(ctx: ImportCtx, file: unknown): Promise<ImportReport> {
  const parsed = CategoryFile.safeParse(file);
  if (!parsed.success) throw new AppError('invalid_input', { file: complaintOf(parsed.error) });
  const { meta, categories } = parsed.data;
  const rejected: Rejected[] = [];
  const units = new Set((await ctx.db.department.findMany({ select: { code: true } })).map(({ code }) => code));
  const existing = new Map(
    (await ctx.db.category.findMany({ where: { version: meta.version } })).map((row) => [row.code, row]),
  );
  const fresh = wellFormed(Category, categories, rejected).flatMap(({ line, row }) => {
    const unknown = [row.leadUnit, ...row.assistUnits].find((code) => !units.has(code));
    const { effectiveFrom: _from, version: _version, position: _position, ...before } = existing.get(row.code) ?? {};
    const reason = unknown
      ? `没有单位 ${unknown}`
      : existing.has(row.code) && !isSame(before, row)
        ? `版本 ${meta.version} 里的 ${row.code} 不能改，请用新的版本号`
        : undefined;
    if (reason) rejected.push({ line, reason });
    if (reason || existing.has(row.code)) return [];
    return [
      { ...row, version: meta.version, position: line, effectiveFrom: new Date(`${meta.effectiveOn}T00:00:00Z`) },
    ];
  });
  if (fresh.length > 0) await ctx.db.category.createMany({ data: fresh });
  ctx.progress?.(categories.length, categories.length);
  return announce(ctx, {
    what: '事项分类',
    read: categories.length,
    written: fresh.length,
    unchanged: categories.length - fresh.length - rejected.length,
    rejected,
    warnings: [],
  });
}
