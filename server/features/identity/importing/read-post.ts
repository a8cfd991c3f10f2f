import type { PostKind } from '#prisma';
import type { Day } from '#shared/domain/time/clock';
import type { World } from '../../places';
import { isPhone } from '../phone';
import { postLabels } from '../policy';
import type { StaffLine } from './staff-sheet';

/** A post as a line of the list asks for it. Without a start the line only says that it is so today. */
export interface ReadPost {
  readonly kind: PostKind;
  readonly placeCode: string;
  readonly departmentCode: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

type PlaceKind = 'GRID' | 'VILLAGE' | 'TOWN' | 'DISTRICT';

/** What kind of place a post belongs to. */
const placeOf: Readonly<Record<PostKind, PlaceKind>> = {
  GRID_STAFF: 'GRID',
  BUILDING_LEAD: 'GRID',
  GRID_LEAD: 'VILLAGE',
  LEGAL_ADVISOR: 'VILLAGE',
  TOWN_CLERK: 'TOWN',
  DEPARTMENT_CLERK: 'DISTRICT',
  CENTRE_SEAT: 'DISTRICT',
  JUSTICE_BUREAU: 'DISTRICT',
  ADMIN: 'DISTRICT',
  COUNCIL_MEMBER: 'VILLAGE',
  SERVICE_TEAM: 'VILLAGE',
  MEDIATOR: 'VILLAGE',
  REVIEWER: 'VILLAGE',
  MERCHANT: 'VILLAGE',
};
const placeWords: Readonly<Record<PlaceKind, string>> = {
  GRID: '网格',
  VILLAGE: '村（社区）',
  TOWN: '镇街',
  DISTRICT: '区',
};
const ownDepartment: Partial<Record<PostKind, string>> = { CENTRE_SEAT: 'zhongxin', JUSTICE_BUREAU: 'sifa' };

/** The post that a line means, or why it cannot be (Chinese). Places and departments are given by code or by name. */
export function readPost(world: World, line: StaffLine, today: Day): ReadPost | string {
  if (line.name.length < 2 || line.name.length > 20) return '姓名要 2 到 20 个字';
  if (!isPhone(line.phone)) return '手机号是 11 位数字';
  const kind = (Object.keys(postLabels) as PostKind[]).find(
    (one) => one === line.post || postLabels[one] === line.post,
  );
  if (!kind) return `没有「${line.post}」这个岗位`;
  const placeCode = findPlace(world, placeOf[kind], line.place);
  if (!placeCode) return `没有找到${placeWords[placeOf[kind]]}「${line.place}」${ambiguous(world, line.place)}`;
  const department =
    kind === 'DEPARTMENT_CLERK' ? findDepartment(world, line.department) : (ownDepartment[kind] ?? null);
  if (department === undefined) return `没有找到部门「${line.department}」`;
  const [startsOn, endsOn] = [readDay(line.from), readDay(line.to)];
  if (startsOn === undefined || endsOn === undefined) return '日期要写成 2026-11-23';
  if (endsOn && endsOn < (startsOn ?? today)) return '结束日期早于开始日期';
  return { kind, placeCode, departmentCode: department, startsOn, endsOn };
}

/** By code, by full label (李庄镇高桥村) or by a name that only one place has; the district may be left out. */
function findPlace(world: World, kind: PlaceKind, text: string): string | undefined {
  const district = `${world.districtId}000000`;
  if (kind === 'DISTRICT')
    return text === '' || text === district || text === world.placeName(district) ? district : undefined;
  const codes =
    kind === 'GRID'
      ? world.gridsOf(district).map(({ code }) => code)
      : [...world.divisions.values()].filter((division) => division.kind === kind).map(({ code }) => code);
  if (codes.includes(text)) return text;
  const named = codes.filter((code) => world.placeLabel(code) === text);
  const found = named.length > 0 ? named : codes.filter((code) => world.placeName(code) === text);
  return found.length === 1 ? found[0] : undefined;
}

const ambiguous = (world: World, text: string) =>
  [...world.divisions.values()].filter(({ name }) => name === text).length > 1 ? '，重名的请写上镇街' : '';

function findDepartment(world: World, text: string): string | undefined {
  return [...world.departments.values()].find(({ code, name, shortName }) => [code, name, shortName].includes(text))
    ?.code;
}

/** A day, null for an empty cell, undefined for anything else. 2026/11/3 and 2026年11月3日 are read too. */
function readDay(text: string): Day | null | undefined {
  if (text === '') return null;
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year) return undefined;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
}
