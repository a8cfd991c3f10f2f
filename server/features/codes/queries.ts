import type { QrCode } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { CodeKind } from '#shared/domain/codes/place-code';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { mayPrintFor, mustPrint } from './policy';
import { presentSubject } from './present';
import { type Subject, subjectsOf } from './subjects';

/** What this actor may print codes for, with the codes in use. */
export async function listSubjects(
  ctx: Ctx,
  { kind, search, cursor, limit }: Parsed<'codes.list'>,
): Promise<Output<'codes.list'>> {
  mustPrint(ctx.actor);
  const world = await worldOf(ctx.db);
  const mayPrint = mayPrintFor(ctx.actor, world);
  const all = (await subjectsOf(ctx, world, kind)).filter(
    ({ placeCode, name, detail }) =>
      mayPrint(placeCode) && (!search || name.includes(search) || detail.includes(search)),
  );
  const start = cursor ? all.findIndex(({ subjectId }) => subjectId === cursor) + 1 : 0;
  const shown = all.slice(start, start + limit);
  const inUse = await codesInUse(ctx, kind, shown);
  return {
    items: shown.map((subject) => presentSubject(subject, inUse.get(subject.subjectId), ctx.now)),
    nextCursor: start + limit < all.length ? (shown.at(-1)?.subjectId ?? null) : null,
  };
}

/** The codes in use of these subjects, by subject. */
export async function codesInUse(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  kind: CodeKind,
  subjects: readonly Subject[],
): Promise<Map<string, QrCode>> {
  const rows = await db.qrCode.findMany({
    where: { districtId, kind, retiredAt: null, subjectId: { in: subjects.map(({ subjectId }) => subjectId) } },
  });
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** Codes in use with what they stand for, in the order of `ids`; not_found when one is not this actor's to print. */
export async function printable(ctx: Ctx, ids: readonly string[]): Promise<{ code: QrCode; subject: Subject }[]> {
  mustPrint(ctx.actor);
  const { db, districtId } = ctx;
  const world = await worldOf(db);
  const mayPrint = mayPrintFor(ctx.actor, world);
  const rows = await db.qrCode.findMany({ where: { districtId, id: { in: [...ids] }, retiredAt: null } });
  const subjects = new Map<string, Subject>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const wanted = rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId);
    for (const subject of await subjectsOf(ctx, world, kind, wanted))
      subjects.set(`${kind} ${subject.subjectId}`, subject);
  }
  return ids.map((id) => {
    const code = rows.find((row) => row.id === id);
    const subject = code && subjects.get(`${code.kind} ${code.subjectId}`);
    if (!subject || !mayPrint(subject.placeCode)) throw new AppError('not_found');
    return { code, subject };
  });
}
