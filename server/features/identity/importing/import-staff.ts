import { v7 as uuid } from 'uuid';
import type { Post, PostKind } from '#prisma';
import { vacantPlaces } from '#shared/domain/staffing/posts';
import { addDays, type Day, dayOf } from '#shared/domain/time/clock';
import { announce, type ImportCtx, type ImportReport, type Rejected, type World } from '../../places';
import { endSessions } from '../commands/end-sessions';
import { postLabels } from '../policy';
import { type ReadPost, readPost } from './read-post';
import type { StaffLine } from './staff-sheet';

/** Posts of which a place has one at a time: somebody new ends the term of whoever was there. */
const single: readonly PostKind[] = ['GRID_STAFF', 'GRID_LEAD'];
const isoDay = (date: Date): Day => date.toISOString().slice(0, 10);
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

/**
 * Imports people and their posts with effective dates (Shanghai days; a missing start is today). A person is known by phone. A new 网格员 or 网格长
 * takes over: the earlier open term ends the day before and keeps to whom it was handed. Whose posts change signs in anew. Idempotent; grids without
 * staff are told as a warning.
 */
export async function importStaff(ctx: ImportCtx, world: World, lines: readonly StaffLine[]): Promise<ImportReport> {
  const rejected: Rejected[] = [];
  const seen = new Set<string>();
  const people = await peopleByPhone(ctx);
  let written = 0;
  let unchanged = 0;
  const changed = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const post = readPost(world, line, dayOf(ctx.now));
    const known = people.get(line.phone);
    const key = `${line.phone} ${line.post} ${line.place} ${line.department} ${line.from}`;
    const reason =
      typeof post === 'string'
        ? post
        : known && known.name !== line.name
          ? `电话 ${line.phone.slice(0, 3)}****${line.phone.slice(-4)} 已登记为另一个人`
          : seen.has(key)
            ? '和前面一行重复'
            : undefined;
    if (typeof post === 'string' || reason) {
      rejected.push({ line: line.line, reason: reason ?? '内容不对' });
      continue;
    }
    seen.add(key);
    const person = known ?? (await addPerson(ctx, line));
    people.set(line.phone, person);
    const touched = await writePost(ctx, person.id, post);
    for (const id of touched) changed.add(id);
    if (touched.length > 0) written += 1;
    else unchanged += 1;
    if (index % 100 === 99 || index + 1 === lines.length) ctx.progress?.(index + 1, lines.length);
  }
  await endSessions(ctx, [...changed]);
  const warnings = await vacancies(ctx, world);
  return announce(ctx, { what: '人员与岗位', read: lines.length, written, unchanged, rejected, warnings });
}

async function peopleByPhone({ db, districtId }: ImportCtx): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.person.findMany({
    where: { districtId, phone: { not: null }, posts: { some: {} } },
    select: { id: true, name: true, phone: true },
  });
  return new Map(rows.map(({ id, name, phone }) => [phone ?? '', { id, name }]));
}

const addPerson = ({ db, districtId, now }: ImportCtx, { name, phone }: StaffLine) =>
  db.person.create({ data: { districtId, id: uuid(), name, phone, createdAt: now }, select: { id: true, name: true } });

/** Answers whose posts were changed by it: nobody's when all was so already. */
async function writePost(ctx: ImportCtx, personId: string, post: ReadPost): Promise<string[]> {
  const { db, districtId } = ctx;
  const { kind, placeCode, departmentCode, startsOn, endsOn } = post;
  const end = endsOn ? dateOf(endsOn) : null;
  const same = await db.post.findFirst({
    where: { districtId, personId, kind, placeCode, departmentCode, startsOn: startsOn ? dateOf(startsOn) : undefined },
    orderBy: { startsOn: 'desc' },
  });
  if (same) {
    const isHandedOver = same.handedToId !== null && end === null;
    if (isHandedOver || same.endsOn?.getTime() === end?.getTime()) return [];
    await db.post.update({ where: { districtId_id: { districtId, id: same.id } }, data: { endsOn: end } });
    return [personId];
  }
  const start = startsOn ?? dayOf(ctx.now);
  const before = single.includes(kind) ? await handOver(ctx, post, start, personId) : [];
  const startsOnDate = dateOf(start);
  await db.post.create({
    data: { districtId, id: uuid(), personId, kind, placeCode, departmentCode, startsOn: startsOnDate, endsOn: end },
  });
  return [personId, ...before];
}

/** Ends what others hold in this place from the new start on, says to whom it went, and answers who they were. A term that begins later is left alone. */
async function handOver({ db, districtId }: ImportCtx, post: ReadPost, start: Day, toId: string): Promise<string[]> {
  const { kind, placeCode } = post;
  const before = await db.post.findMany({
    where: {
      districtId,
      kind,
      placeCode,
      startsOn: { lt: dateOf(start) },
      OR: [{ endsOn: null }, { endsOn: { gte: dateOf(start) } }],
    },
  });
  const endsOn = dateOf(addDays(start, -1));
  for (const { id } of before)
    await db.post.update({ where: { districtId_id: { districtId, id } }, data: { endsOn, handedToId: toId } });
  return before.map(({ personId }) => personId);
}

async function vacancies({ db, districtId, now }: ImportCtx, world: World): Promise<string[]> {
  const terms = (await db.post.findMany({ where: { districtId, kind: 'GRID_STAFF' } })).map(termOf);
  const grids = world.gridsOf(`${districtId}000000`).map(({ code }) => code);
  const vacant = vacantPlaces(grids, terms, 'GRID_STAFF', dayOf(now));
  if (vacant.length === 0) return [];
  const names = vacant.slice(0, 5).map((code) => world.placeLabel(code));
  const more = vacant.length > names.length ? `等 ${vacant.length} 个` : '';
  return [`没有${postLabels.GRID_STAFF}的网格：${names.join('、')}${more}`];
}

const termOf = ({ id, personId, kind, placeCode, startsOn, endsOn }: Post) => ({
  id,
  personId,
  kind,
  placeCode,
  startsOn: isoDay(startsOn),
  endsOn: endsOn && isoDay(endsOn),
});
