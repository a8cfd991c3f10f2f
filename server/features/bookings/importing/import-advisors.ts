import { v7 as uuid } from 'uuid';
import { isDay } from '#shared/domain/bookings/availability-checks';
import { addDays, type Day, dayOf } from '#shared/domain/time/clock';
import { announce, type ImportCtx, type ImportReport, type Rejected, type World } from '../../places/index';
import type { AdvisorLine } from './advisor-sheet';

/** A line that can be written. */
interface Read extends AdvisorLine {
  readonly villageCode: string;
  readonly post: 'PRIMARY' | 'SUBSTITUTE';
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

const ranks = { '': 'PRIMARY', 主责: 'PRIMARY', 替补: 'SUBSTITUTE' } as const;
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
const listed = (text: string): string[] => text.split(/[、，,;；\s]+/).filter(Boolean);

/**
 * Imports who advises which village with effective dates (Shanghai days; a missing start is today). Firm and team are made where they are missing, a
 * person is known by phone, an advisor by licence. A new first advisor ends the term of the one before on the day before. Idempotent.
 */
export async function importAdvisors(
  ctx: ImportCtx,
  world: World,
  lines: readonly AdvisorLine[],
): Promise<ImportReport> {
  const rejected: Rejected[] = [];
  const villages = villagesByName(world);
  let written = 0;
  let unchanged = 0;
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, villages, dayOf(ctx.now));
    const outcome = typeof read === 'string' ? read : await write(ctx, read);
    if (typeof outcome === 'string') rejected.push({ line: line.line, reason: outcome });
    else if (outcome) written += 1;
    else unchanged += 1;
    if (index % 100 === 99 || index + 1 === lines.length) ctx.progress?.(index + 1, lines.length);
  }
  return announce(ctx, { what: '法律顾问', read: lines.length, written, unchanged, rejected, warnings: [] });
}

function villagesByName(world: World): ReadonlyMap<string, string> {
  const villages = [...world.divisions.values()].filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope);
  return new Map(villages.flatMap(({ code }) => [[code, code] as const, [world.placeLabel(code), code] as const]));
}

function readLine(line: AdvisorLine, villages: ReadonlyMap<string, string>, today: Day): Read | string {
  const { name, phone, licenceNo, firm, village, rank, from, to } = line;
  const villageCode = villages.get(village);
  if (!name || !firm) return '姓名和律所要填';
  if (!/^1\d{10}$/.test(phone)) return '手机号是 11 位数字';
  if (!/^\d{17}$/.test(licenceNo)) return '执业证号是 17 位数字';
  if (!villageCode) return `没有这个村（社区）：${village}（写全名，如 李庄镇高桥村，或 12 位编码）`;
  if (!Object.hasOwn(ranks, rank)) return '身份写主责或替补';
  if ((from && !isDay(from)) || (to && !isDay(to)) || (from && to && to < from))
    return '日期不对，写成 2026-11-23 这样';
  const post = ranks[rank as keyof typeof ranks];
  return { ...line, villageCode, post, startsOn: from || today, endsOn: to || null };
}

/** Answers whether anything was written, or why not. */
async function write(ctx: ImportCtx, line: Read): Promise<boolean | string> {
  const { db, districtId } = ctx;
  const { licenceNo, villageCode, post: rank, startsOn, endsOn } = line;
  const personId = await personOf(ctx, line);
  if (!personId) return `电话 ${line.phone.slice(0, 3)}****${line.phone.slice(-4)} 已登记为另一个人`;
  const known = await db.advisor.findFirst({ where: { districtId, OR: [{ licenceNo }, { personId }] } });
  if (known && (known.personId !== personId || known.licenceNo !== licenceNo)) return '执业证号已登记为另一个人';
  const teamId = await teamOf(ctx, line);
  const advisorId = known?.id ?? uuid();
  if (!known)
    await db.advisor.create({
      data: {
        ...{ districtId, id: advisorId, personId, teamId, licenceNo },
        ...{ fields: listed(line.fields), languages: listed(line.languages) },
      },
      select: { id: true },
    });
  const term = { districtId, advisorId, villageCode, rank };
  const same = await db.advisorVillage.findFirst({
    where: { ...term, ...(line.from && { startsOn: dateOf(startsOn) }) },
  });
  const end = endsOn ? dateOf(endsOn) : null;
  if (same && same.endsOn?.getTime() === end?.getTime()) return false;
  if (same) {
    await db.advisorVillage.update({ where: { districtId_id: { districtId, id: same.id } }, data: { endsOn: end } });
    return true;
  }
  if (rank === 'PRIMARY')
    await db.advisorVillage.updateMany({
      where: {
        ...{ districtId, villageCode, rank, startsOn: { lt: dateOf(startsOn) } },
        OR: [{ endsOn: null }, { endsOn: { gte: dateOf(startsOn) } }],
      },
      data: { endsOn: dateOf(addDays(startsOn, -1)) },
    });
  await db.advisorVillage.create({
    data: { ...term, id: uuid(), startsOn: dateOf(startsOn), endsOn: end },
    select: { id: true },
  });
  await db.post.create({
    data: {
      ...{ districtId, id: uuid(), personId, kind: 'LEGAL_ADVISOR', placeCode: villageCode },
      ...{ startsOn: dateOf(startsOn), endsOn: end },
    },
    select: { id: true },
  });
  return true;
}

async function personOf({ db, districtId, now }: ImportCtx, { name, phone }: Read): Promise<string | undefined> {
  const known = await db.person.findFirst({
    where: { districtId, phone, posts: { some: {} } },
    select: { id: true, name: true },
  });
  if (known) return known.name === name ? known.id : undefined;
  const id = uuid();
  await db.person.create({ data: { districtId, id, name, phone, createdAt: now }, select: { id: true } });
  return id;
}

/** The firm's team, serving the village's town from the line's first day on. */
async function teamOf({ db, districtId }: ImportCtx, { firm: name, villageCode, startsOn }: Read): Promise<string> {
  const firm = await db.lawFirm.upsert({
    where: { districtId_name: { districtId, name } },
    create: { districtId, id: uuid(), name },
    update: {},
    select: { id: true },
  });
  const known = await db.advisorTeam.findFirst({ where: { districtId, firmId: firm.id }, select: { id: true } });
  const teamId = known?.id ?? uuid();
  if (!known)
    await db.advisorTeam.create({
      data: { districtId, id: teamId, firmId: firm.id, name: `${name}法律顾问团队` },
      select: { id: true },
    });
  const townCode = `${villageCode.slice(0, 9)}000`;
  const serves = await db.teamTown.findFirst({ where: { districtId, teamId, townCode, endsOn: null } });
  if (!serves)
    await db.teamTown.create({
      data: { districtId, id: uuid(), teamId, townCode, startsOn: dateOf(startsOn) },
      select: { id: true },
    });
  return teamId;
}
