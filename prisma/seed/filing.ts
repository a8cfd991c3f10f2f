import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { CategoryEntry, World } from '#server/features/places/index';
import { alarmOf } from '#server/features/tickets/clock';
import { type Route, routeTicket } from '#shared/domain/tickets/routing';
import { deadlineInForce, deadlinesFor, warnAt } from '#shared/domain/tickets/sla';
import { dayOf } from '#shared/domain/time/clock';
import type { Players } from './life';
import type { Crowd } from './people';
import type { Scene } from './scenes';
import type { Moment, Player, TicketRow } from './script';

/** A ticket of the demonstration with everything that hangs on it. */
export interface Told {
  readonly row: TicketRow;
  readonly steps: Prisma.TicketStepCreateManyInput[];
}

/** A report as somebody of the crowd makes it. */
export interface Report {
  readonly category: CategoryEntry;
  readonly scene: Scene;
  readonly spot: string;
  readonly gridCode: string;
  readonly position: { readonly lng: number; readonly lat: number } | null;
  readonly reporterId: string | null;
  readonly receivedAt: Date;
  readonly no: string;
}

const centre = { code: 'zhongxin' } as const;

/** Files a report as the desk would: by its rules for the way and the limits, with the posts of the crowd. */
export function file(world: World, crowd: Crowd, report: Report): { row: TicketRow; route: Route; players: Players } {
  const { category, scene, gridCode, receivedAt } = report;
  const grid = world.grid(gridCode);
  const villageCode = grid?.villageCode ?? gridCode.slice(0, 12);
  const townCode = grid?.townCode ?? `${gridCode.slice(0, 9)}000`;
  const unit = (code: string) => ({ code, name: world.unitName(code) });
  const place = (code: string, kind: 'GRID_STAFF' | 'GRID_LEAD' | 'TOWN_CLERK') => ({
    code,
    name: world.placeName(code),
    holder: crowd.holder(kind, code) ?? null,
  });
  const route = routeTicket({
    grid: place(gridCode, 'GRID_STAFF'),
    village: place(villageCode, 'GRID_LEAD'),
    town: place(townCode, 'TOWN_CLERK'),
    centre: unit(centre.code),
    category: { ...category, lead: unit(category.leadUnit), assist: category.assistUnits.map(unit) },
    sensitive: category.sensitive,
  });
  const due = deadlinesFor(category.level, receivedAt, world.calendar);
  if (!due.covered) throw new RangeError(`工作日历没有 ${due.year} 年，演示数据无法生成`);
  const text = scene.said.replace('{}', report.spot);
  const row: TicketRow = {
    districtId: world.districtId,
    id: uuid({ msecs: receivedAt.getTime() }),
    no: `CP${dayOf(receivedAt).replaceAll('-', '')}-${report.no}`,
    title: scene.title,
    description: text,
    categoryCode: category.code,
    categoryVersion: world.categoryVersion,
    level: category.level,
    status: 'SUBMITTED',
    source: 'CHAT',
    reporterId: report.reporterId,
    anonymous: report.reporterId === null,
    confidential: route.hideReporter,
    address: `${world.placeLabel(villageCode)}${report.spot}`,
    lng: report.position?.lng ?? null,
    lat: report.position?.lat ?? null,
    townCode,
    villageCode,
    gridCode,
    handlingLevel: route.level,
    unitCode: route.unitCode,
    assigneeId: route.assigneeId ?? null,
    leadUnit: route.leadUnit,
    routing: route.hops.map(({ to, because }) => ({ to, because })),
    understanding: { intent: 'report', confidence: 0.93, because: [`说到了「${category.name}」`], said: [text] },
    receivedAt,
    acceptBy: due.acceptBy,
    contactBy: due.contactBy,
    handleBy: due.handleBy,
    clockProvisional: due.provisional,
    returnCount: 0,
    arbitrated: false,
    extendCount: 0,
    reopenCount: 0,
    urgeCount: 0,
  };
  return { row, route, players: playersOf(world, crowd, route, { villageCode, townCode }, report) };
}

function playersOf(
  world: World,
  crowd: Crowd,
  route: Route,
  { villageCode, townCode }: { villageCode: string; townCode: string },
  { gridCode, reporterId, category }: Report,
): Players {
  const seat: Player = { ...idName(crowd.cast.seat), role: '中心坐席' };
  const rung = (kind: 'GRID_STAFF' | 'GRID_LEAD' | 'TOWN_CLERK', code: string, role: string): Player | undefined => {
    const holder = crowd.holder(kind, code);
    return holder && { ...idName(holder), role };
  };
  const [staff, lead] = [rung('GRID_STAFF', gridCode, '网格员'), rung('GRID_LEAD', villageCode, '网格长')];
  const clerk = rung('TOWN_CLERK', townCode, world.placeName(townCode));
  const ladder = { GRID: staff, VILLAGE: lead, TOWN: clerk, CENTRE: seat };
  const holder = ladder[route.level] ?? seat;
  const unitName = world.unitName(category.leadUnit);
  const official = crowd.holder('DEPARTMENT_CLERK', category.leadUnit);
  return {
    reporter: { id: reporterId, name: '反映人', role: '居民' },
    holder,
    checker: [lead, clerk, seat].find((player) => player && player.id !== holder.id) ?? seat,
    department:
      official && route.level !== 'CENTRE'
        ? { ...idName(official), role: unitName, unitCode: category.leadUnit, unitName }
        : undefined,
  };
}

const idName = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** Lets the moments up to `now` happen: columns, time line, version, and the alarm that is next. */
export function tell(world: World, row: TicketRow, route: Route, moments: readonly Moment[], now: Date): Told {
  const happened = moments.filter(({ at }) => at <= now);
  const told: TicketRow = Object.assign({ ...row }, ...happened.map(({ set }) => set));
  told.version = 1 + happened.length;
  const opening = {
    at: row.receivedAt as Date,
    action: 'open',
    by: { id: row.reporterId ?? null, name: row.anonymous ? '匿名居民' : '反映人', role: '居民' },
    text: `报给了服务台，交给${route.hops[0]?.to ?? world.unitName(row.unitCode)}`,
  };
  const steps = [opening, ...happened].map((moment) => stepOf(row, moment));
  return { row: { ...told, ...nextAlarm(world, told, now) }, steps };
}

const stepOf = (
  { districtId, id }: TicketRow,
  { at, action, by, text, note, internal }: Omit<Moment, 'set'>,
): Prisma.TicketStepCreateManyInput => ({
  districtId,
  id: uuid({ msecs: at.getTime() }),
  ticketId: id,
  action,
  actorId: by.id,
  actorName: by.name,
  actorRole: by.role,
  text,
  note: note ?? null,
  internal: internal ?? false,
  at,
});

/** The next alarm in the future; what is overdue has been raised as often as its time allows. */
function nextAlarm(world: World, row: TicketRow, now: Date): Pick<TicketRow, 'alarmAt' | 'alarmKind' | 'escalation'> {
  const ticket = {
    status: row.status,
    level: row.level,
    receivedAt: row.receivedAt as Date,
    acceptBy: row.acceptBy as Date,
    contactBy: row.contactBy as Date,
    handleBy: row.handleBy as Date,
    resolvedAt: (row.resolvedAt as Date | undefined) ?? null,
    reopenCount: row.reopenCount ?? 0,
    handlingLevel: row.handlingLevel,
  };
  const dueAt = deadlineInForce(row.status, ticket);
  const yellow = dueAt && warnAt(row.level, ticket.receivedAt, dueAt, world.calendar);
  const isWarned = dueAt ? yellow?.covered === true && yellow.value <= now : false;
  for (let escalation = 0; escalation < 5; escalation += 1) {
    const alarm = alarmOf({ ...ticket, escalation }, isWarned || escalation > 0, world.calendar);
    if (!alarm.alarmAt || alarm.alarmAt > now) return { ...alarm, escalation: dueAt ? escalation : 0 };
  }
  return { alarmAt: null, alarmKind: null, escalation: 0 };
}
