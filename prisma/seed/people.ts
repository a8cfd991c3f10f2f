import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { World } from '#server/features/places/index';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { dealVillages } from './deal-villages';
import { createNames } from './names';
import type { Random } from './random';

type PersonRow = Prisma.PersonCreateManyInput;
type PostRow = Prisma.PostCreateManyInput;
type PostKind = PostRow['kind'];

/** Where the story of the demonstration happens. */
export const story = {
  town: '511502101000',
  village: '511502101208',
  grid: '511502101208003',
  vacantGrid: '511502101208002',
} as const;

/** The people a visitor may be: name, role, and the post that makes the role. Default names, all invented. */
const cast = [
  { key: 'resident', name: '李大爷', role: '村民', openid: 'demo_li' },
  { key: 'neighbour', name: '陈孃孃', role: '村民（邻居）', openid: 'demo_chen' },
  { key: 'gridStaff', name: '王敏', role: '网格员', openid: 'demo_wangmin', post: ['GRID_STAFF', story.grid] },
  { key: 'gridLead', name: '张国平', role: '网格长', openid: 'demo_zhang', post: ['GRID_LEAD', story.village] },
  { key: 'buildingLead', name: '刘桂芳', role: '楼栋长', openid: 'demo_liu', post: ['BUILDING_LEAD', story.grid] },
  { key: 'advisor', name: '陈律师', role: '法律顾问', openid: 'demo_lawyer', post: ['LEGAL_ADVISOR', story.village] },
  {
    key: 'clerk',
    name: '周凯',
    role: '部门经办',
    openid: 'demo_zhou',
    post: ['DEPARTMENT_CLERK', '511502000000', 'zhifa'],
  },
  { key: 'townClerk', name: '杨雪', role: '镇街经办', openid: 'demo_yang', post: ['TOWN_CLERK', story.town] },
  { key: 'seat', name: '何静', role: '中心坐席', openid: 'demo_he', post: ['CENTRE_SEAT', '511502000000', 'zhongxin'] },
  {
    key: 'justice',
    name: '吴正华',
    role: '司法局',
    openid: 'demo_wu',
    post: ['JUSTICE_BUREAU', '511502000000', 'sifa'],
  },
  { key: 'admin', name: '罗文斌', role: '管理员', openid: 'demo_luo', post: ['ADMIN', '511502000000'] },
  {
    key: 'council',
    name: '曾德富',
    role: '议事会成员',
    openid: 'demo_zeng',
    post: ['COUNCIL_MEMBER', story.village],
  },
  {
    key: 'serviceTeam',
    name: '蒋秀英',
    role: '同心服务团',
    openid: 'demo_jiang',
    post: ['SERVICE_TEAM', story.village],
  },
  { key: 'mediator', name: '邱明芳', role: '人民调解员', openid: 'demo_qiu', post: ['MEDIATOR', story.village] },
  { key: 'merchant', name: '严老板', role: '积分兑换点', openid: 'demo_yan', post: ['MERCHANT', story.village] },
  { key: 'reviewer', name: '唐淑华', role: '评议员', openid: 'demo_tang', post: ['REVIEWER', story.village] },
] as const satisfies readonly {
  key: string;
  name: string;
  role: string;
  openid: string;
  post?: readonly [PostKind, string, string?];
}[];
export type CastKey = (typeof cast)[number]['key'];

/** A lawyer and the villages of a town he or she is first advisor of. */
export interface Lawyer {
  readonly person: PersonRow;
  readonly townCode: string;
  readonly villages: readonly string[];
}

/** Everybody of the demonstration as rows, and who may be asked for by post. */
export interface Crowd {
  readonly people: PersonRow[];
  readonly posts: PostRow[];
  readonly households: Prisma.HouseholdCreateManyInput[];
  readonly shifts: Prisma.DutyShiftCreateManyInput[];
  readonly cast: Readonly<Record<CastKey, PersonRow>>;
  /** Town by town, 陈律师 first. */
  readonly lawyers: readonly Lawyer[];
  /** Today's holder of a post in a place or of a department. */
  holder(kind: PostKind, code: string): PersonRow | undefined;
  /** Residents of a village. */
  residentsOf(villageCode: string): readonly PersonRow[];
}

const districtPlace = (world: World) => `${world.districtId}000000`;
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** Invents staff for every grid (a few stay vacant), village, town and department, and three residents with their household for every village. */
export function inventCrowd(world: World, random: Random, now: Date): Crowd {
  const { districtId } = world;
  const names = createNames(
    random,
    cast.map(({ name }) => name),
  );
  const people: PersonRow[] = [];
  const posts: PostRow[] = [];
  const households: Crowd['households'] = [];
  const holders = new Map<string, PersonRow>();
  const residents = new Map<string, PersonRow[]>();
  const today = dayOf(now);
  const since = addDays(today, -400);

  const person = (given: Partial<PersonRow> = {}): PersonRow => {
    const row = {
      districtId,
      id: uuid(),
      name: names.name(),
      phone: names.phone(),
      createdAt: startOf(since),
      ...given,
    };
    people.push(row);
    return row;
  };
  const post = (
    who: PersonRow,
    kind: PostKind,
    placeCode: string,
    departmentCode: string | null = null,
    from = since,
  ) => {
    posts.push({ districtId, id: uuid(), personId: who.id, kind, placeCode, departmentCode, startsOn: startOf(from) });
    const key = `${kind} ${kind === 'DEPARTMENT_CLERK' ? departmentCode : placeCode}`;
    if (!holders.has(key)) holders.set(key, who);
  };
  /** Somebody held the post before: it ended the day before the successor's began. */
  const predecessor = (successor: PersonRow, kind: PostKind, placeCode: string) =>
    posts.push({
      districtId,
      id: uuid(),
      personId: person().id,
      kind,
      placeCode,
      startsOn: startOf(addDays(since, -500)),
      endsOn: startOf(addDays(since, -1)),
      handedToId: successor.id,
    });

  const played = Object.fromEntries(
    cast.map((role) => {
      const row = person({ name: role.name, demoRole: role.role, openid: role.openid });
      if ('post' in role) {
        const [kind, placeCode, departmentCode] = role.post as readonly [PostKind, string, string?];
        post(row, kind, placeCode, departmentCode ?? null);
      }
      return [role.key, row];
    }),
  ) as Record<CastKey, PersonRow>;

  /** The played residents of the story's village by the place of their household. */
  const atHome: Readonly<Record<number, PersonRow>> = {
    ...{ 0: played.resident, 1: played.neighbour, 8: played.council, 9: played.serviceTeam, 7: played.mediator },
    ...{ 6: played.merchant },
    5: played.reviewer,
  };

  const villages = [...world.divisions.values()].filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope);
  villages.forEach((village, index) => {
    if (!holders.has(`GRID_LEAD ${village.code}`) && index % 80 !== 40) post(person(), 'GRID_LEAD', village.code);
    world.gridsOf(village.code).forEach((grid, position) => {
      const isVacant = grid.code === story.vacantGrid || (index * 7 + position) % 97 === 13;
      if (!isVacant && !holders.has(`GRID_STAFF ${grid.code}`)) {
        const staff = person();
        post(staff, 'GRID_STAFF', grid.code);
        if ((index + position) % 60 === 7) predecessor(staff, 'GRID_STAFF', grid.code);
      }
      if (position === 0 && index % 3 === 0 && village.code !== story.village) post(person(), 'MEDIATOR', village.code);
      if ((index + position) % 12 === 0 && grid.code !== story.grid) post(person(), 'BUILDING_LEAD', grid.code);
    });
    residents.set(village.code, familiesOf(village.code));
    if (village.code === story.village)
      for (const judge of (residents.get(village.code) ?? []).filter((_, place) => place === 2 || place >= 8))
        post(judge, 'REVIEWER', village.code);
  });

  const lawyers = dealVillages(world, story).map((share, index) => ({
    ...share,
    person: index === 0 ? played.advisor : person(),
  }));
  for (const lawyer of lawyers)
    for (const code of lawyer.villages) if (code !== story.village) post(lawyer.person, 'LEGAL_ADVISOR', code);
  for (const division of world.divisions.values())
    if (division.kind === 'TOWN' && division.inScope && division.code !== story.town)
      post(person(), 'TOWN_CLERK', division.code);
  for (const { code, tier } of world.departments.values())
    if (tier !== 'CENTRE' && code !== 'zhifa') post(person(), 'DEPARTMENT_CLERK', districtPlace(world), code);
  post(person(), 'DEPARTMENT_CLERK', districtPlace(world), 'zhifa');
  const seats = [played.seat, person(), person()];
  for (const seat of seats.slice(1)) post(seat, 'CENTRE_SEAT', districtPlace(world), 'zhongxin');

  function familiesOf(villageCode: string): PersonRow[] {
    const grids = world.gridsOf(villageCode);
    const isHome = villageCode === story.village;
    return Array.from({ length: isHome ? 10 : 3 }, (_, index) => {
      const gridCode = isHome && index < 2 ? story.grid : (grids[index % Math.max(1, grids.length)]?.code ?? null);
      const household = {
        districtId,
        id: uuid(),
        villageCode,
        gridCode,
        group: `${'一二三四五六七八九十'.charAt(isHome && index < 2 ? 2 : index)}组`,
      };
      const known = isHome ? atHome[index] : undefined;
      const resident = known ?? person();
      Object.assign(resident, { homeVillageCode: villageCode, homeGridCode: gridCode, householdId: household.id });
      const name = `${resident.name.charAt(0)}家`;
      households.push({
        ...household,
        headId: resident.id,
        name,
        code: `${villageCode.slice(6)}-${String(index + 1).padStart(3, '0')}`,
      });
      return resident;
    });
  }

  return {
    people,
    posts,
    households,
    shifts: shiftsOf(districtId, seats, today),
    cast: played,
    lawyers,
    holder: (kind, code) => holders.get(`${kind} ${code}`),
    residentsOf: (villageCode) => residents.get(villageCode) ?? [],
  };
}

/** The centre's roster for four weeks from yesterday, 08:30 to 17:30; 何静 is always on it. */
function shiftsOf(districtId: string, seats: readonly PersonRow[], today: string): Crowd['shifts'] {
  return Array.from({ length: 28 }, (_, index) => addDays(today, index - 1)).flatMap((day, index) =>
    seats
      .filter((_, place) => place === 0 || index % 2 === place % 2)
      .map(({ id }) => ({
        districtId,
        id: uuid(),
        personId: id,
        placeCode: 'zhongxin',
        startsAt: new Date(`${day}T08:30:00+08:00`),
        endsAt: new Date(`${day}T17:30:00+08:00`),
      })),
  );
}
