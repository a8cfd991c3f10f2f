import { createHash } from 'node:crypto';
import { lastDays } from '#shared/domain/law/in-force';
import type { Day } from '#shared/domain/time/clock';
import type { ImportCtx, ImportReport, Rejected } from '../../places/index';
import { type LawFile, type LawText, textHash } from './law-text';

type Taken = 'written' | 'same' | 'replaced';

/**
 * Imports laws, a version each: a law is known by its title, a version by its first day in force. The same text again changes nothing; another text
 * for the same day takes the place of the old one and is named as something to look at. Versions end the day before the next begins. Idempotent;
 * two imports at once wait for each other. Texts stay in the database: the project holds none.
 */
export async function importLaws(ctx: ImportCtx, files: readonly LawFile[]): Promise<ImportReport> {
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('laws.import'))`;
  const rejected: Rejected[] = [];
  const warnings: string[] = [];
  const seen = new Set<string>();
  let written = 0;
  let read = 0;
  for (const [index, file] of files.entries()) {
    const line = index + 1;
    if ('reason' in file) rejected.push({ line, reason: `${file.file}：${file.reason}` });
    else {
      const { law } = file;
      const hash = textHash(law);
      const twin = `${law.title} ${law.effective} ${hash}`;
      if (seen.has(twin)) continue;
      seen.add(twin);
      const taken = await take(ctx, law, hash);
      if (typeof taken !== 'string') rejected.push({ line, reason: `${file.file}：${taken.reason}` });
      else if (taken !== 'same') written += 1;
      if (taken === 'replaced') warnings.push(`${law.short}（${law.effective} 起）的文字换过了，请核对`);
      warnings.push(...law.warnings.map((warning) => `${law.short}：${warning}`));
    }
    read += 1;
    if (line % 10 === 0 || line === files.length) ctx.progress?.(line, files.length);
  }
  const report = { what: '法律法规', read, written, unchanged: read - written - rejected.length, rejected, warnings };
  if (written > 0) await ctx.emit('laws.imported', { versions: written });
  return report;
}

async function take(ctx: ImportCtx, law: LawText, hash: string): Promise<Taken | { readonly reason: string }> {
  const { db, now } = ctx;
  const known = await db.law.findFirst({ where: { title: law.title } });
  const id = known?.id ?? law.id ?? `law-${createHash('sha1').update(law.title).digest('hex').slice(0, 12)}`;
  if (!known) {
    const other = await db.law.findFirst({ where: { OR: [{ id }, { short: law.short }] } });
    if (other) return { reason: `和「${other.title}」的编号或简称相同` };
    await db.law.create({ data: { id, title: law.title, short: law.short } });
  }
  const effectiveFrom = new Date(`${law.effective}T00:00:00Z`);
  const before = await db.lawVersion.findUnique({ where: { lawId_effectiveFrom: { lawId: id, effectiveFrom } } });
  if (before?.textHash === hash) return (await closeVersions(ctx, id, law)) ? 'written' : 'same';
  if (before) await db.lawVersion.delete({ where: { lawId_effectiveFrom: { lawId: id, effectiveFrom } } });
  const { history, note, source, articles } = law;
  await db.lawVersion.create({
    data: {
      ...{ lawId: id, effectiveFrom, history: [...history], note, source },
      ...{ articleCount: articles.length, textHash: hash, importedAt: now },
    },
  });
  await db.lawArticle.createMany({
    data: articles.map(({ path, ...article }) => ({ lawId: id, effectiveFrom, path: [...path], ...article })),
  });
  await closeVersions(ctx, id, law);
  return before ? 'replaced' : 'written';
}

/** Gives every version of a law its last day. Answers whether one changed. */
async function closeVersions({ db, now }: ImportCtx, lawId: string, { repealed }: LawText): Promise<boolean> {
  const versions = await db.lawVersion.findMany({
    where: { lawId },
    select: { effectiveFrom: true, effectiveTo: true },
  });
  const ends = lastDays(
    versions.map(({ effectiveFrom }) => dayOfDate(effectiveFrom)),
    repealed ?? null,
  );
  let changed = false;
  for (const { effectiveFrom, effectiveTo } of versions) {
    const end = ends.get(dayOfDate(effectiveFrom)) ?? null;
    if (end === (effectiveTo && dayOfDate(effectiveTo))) continue;
    changed = true;
    await db.lawVersion.update({
      where: { lawId_effectiveFrom: { lawId, effectiveFrom } },
      data: { effectiveTo: end && new Date(`${end}T00:00:00Z`), importedAt: now },
    });
  }
  return changed;
}

const dayOfDate = (date: Date): Day => date.toISOString().slice(0, 10);
