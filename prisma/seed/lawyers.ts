import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { addDays, type Day, dayOf, weekdayOf } from '#shared/domain/time/clock';
import { townsOf } from './deal-villages';
import type { Stage } from './history';
import { type Lawyer, story } from './people';

/** An advisor of the demonstration: the row, the lawyer behind it and the lines of the week. `zeal` 0 to 1 decides how well the norms are met. */
export interface Advising extends Lawyer {
  readonly row: Prisma.AdvisorCreateManyInput;
  readonly lines: readonly Prisma.AdvisorAvailabilityCreateManyInput[];
  readonly zeal: number;
}

/** Firms, teams and advisors as rows. */
export interface Bar {
  readonly firms: Prisma.LawFirmCreateManyInput[];
  readonly teams: Prisma.AdvisorTeamCreateManyInput[];
  readonly teamTowns: Prisma.TeamTownCreateManyInput[];
  readonly advisors: readonly Advising[];
  readonly villages: Prisma.AdvisorVillageCreateManyInput[];
}

/** Seventeen invented firms. */
const firmNames = [
  ...['青岚', '江麓', '禾川', '石渡', '桂舟', '明堰', '竹屿', '云埂', '望砣', '南渠', '东岙', '楠溪'],
  ...['白塬', '春垄', '晨汐', '磐渡', '榕坝'],
] as const;

const fieldsOfLaw = ['婚姻家庭', '邻里相邻', '土地承包', '劳动用工', '合同借贷', '损害赔偿', '征地拆迁', '消费维权'];

/** 17 firms' teams for 16 towns and their advisors with hours: visits in turn, calls, market days, 到点日 and leave. */
export function inventBar({ world, crowd, random, now }: Stage): Bar {
  const { districtId } = world;
  const today = dayOf(now);
  const since = new Date(`${addDays(today, -400)}T00:00:00Z`);
  const firms = firmNames.map((name, index) => ({
    ...{ districtId, id: uuid(), name: `四川${name}律师事务所`, address: '宜宾市翠屏区（虚构）' },
    phone: `19999${String(90_000 + index)}0`,
  }));
  const teams = firms.map(({ id: firmId, name }) => ({
    ...{ districtId, id: uuid(), firmId, name: `${name.slice(2, 4)}法律顾问团队` },
  }));
  const towns = townsOf(world, story).map(({ code }) => code);
  const reserve = teams.at(-1);
  const served = new Map<string, string>();
  const advisors = crowd.lawyers.map((lawyer, index): Advising => {
    const home = teams[towns.indexOf(lawyer.townCode) % (teams.length - 1)];
    const isLast = crowd.lawyers[index + 1]?.townCode !== lawyer.townCode;
    const ofTown = crowd.lawyers.filter(({ townCode }) => townCode === lawyer.townCode).length;
    const team = isLast && ofTown > 3 ? reserve : home;
    for (const each of [home, team]) if (each) served.set(`${each.id} ${lawyer.townCode}`, lawyer.townCode);
    const id = uuid();
    const isChen = index === 0;
    return {
      ...lawyer,
      zeal: isChen ? 0.95 : 0.55 + 0.45 * random.next(),
      row: {
        ...{ districtId, id, personId: lawyer.person.id, teamId: team?.id ?? '' },
        licenceNo: `1511520${String(20_000_000 + index * 137).slice(0, 8)}${index % 2}`,
        fields: isChen ? ['婚姻家庭', '邻里相邻', '土地承包'] : pickSome(fieldsOfLaw, index),
        languages: ['普通话', '四川话'],
        intro: isChen ? '做了十二年乡村法律服务，说宜宾话，最熟家里、邻里和土地的事。' : '在村里坐班，电话也接。',
        ...{ slotMinutes: 40, bufferMinutes: 0, noticeHours: 2, windowDays: 21, dailyLimit: 10, maxVillages: 5 },
        ...{ feedHash: null, version: 1 },
      },
      lines: linesOf(districtId, id, lawyer, index, today, since),
    };
  });
  return {
    ...{ firms, teams, advisors },
    teamTowns: [...served].map(([key, townCode]) => ({
      ...{ districtId, id: uuid(), teamId: key.slice(0, 36), townCode, startsOn: since, endsOn: null },
    })),
    villages: advisors.flatMap((advisor, index) => {
      const next = advisors[index + 1];
      const substitute = next?.townCode === advisor.townCode ? next : undefined;
      return advisor.villages.flatMap((villageCode) =>
        [
          { advisorId: advisor.row.id, rank: 'PRIMARY' as const },
          ...(substitute ? [{ advisorId: substitute.row.id, rank: 'SUBSTITUTE' as const }] : []),
        ].map((given) => ({ districtId, id: uuid(), villageCode, startsOn: since, endsOn: null, ...given })),
      );
    }),
  };
}

const pickSome = (list: readonly string[], index: number): string[] =>
  [0, 3, 5].map((step) => list[(index + step) % list.length] ?? '');

type Line = Prisma.AdvisorAvailabilityCreateManyInput;

/** Mornings in the villages in turn; afternoons on the phone and by video. 陈律师 sits in 高桥村 on two afternoons and answers calls at weekends. */
function linesOf(
  districtId: string,
  advisorId: string,
  { villages }: Lawyer,
  index: number,
  today: Day,
  startsOn: Date,
): Line[] {
  const line = (given: Partial<Line> & Pick<Line, 'kind' | 'fromMinute' | 'toMinute'>): Line => ({
    ...{ districtId, id: uuid(), advisorId, manner: null, villageCode: null, weekday: null, date: null },
    ...{ untilDate: null, marketDigits: [], lunar: false, startsOn, endsOn: null, note: '' },
    ...given,
  });
  const onSite = (weekday: number, villageCode: string, [fromMinute, toMinute]: readonly [number, number]) =>
    line({ kind: 'WEEKLY', manner: 'ONSITE', weekday, villageCode, fromMinute, toMinute });
  const remote = (weekday: number, manner: 'PHONE' | 'VIDEO', toMinute = 1020) =>
    line({ kind: 'WEEKLY', manner, weekday, fromMinute: 870, toMinute });
  const [home = '', second] = villages;
  const isChen = index === 0;
  const saturday = addDays(today, ((6 - weekdayOf(today) + 7) % 7) + 7);
  return [
    ...villages.slice(0, 5).map((code, place) => onSite(place + 1, code, morning)),
    ...villages.slice(5).map((code) => onSite(1, code, [870, 1020])),
    ...(isChen
      ? [
          ...[remote(1, 'PHONE'), onSite(2, home, [870, 1070]), remote(3, 'VIDEO'), onSite(4, home, [870, 1070])],
          ...[remote(5, 'PHONE'), remote(6, 'PHONE', 990), remote(7, 'PHONE', 990)],
        ]
      : [remote(2, 'PHONE'), remote(3, 'VIDEO', 990), remote(4, 'PHONE')]),
    ...(index % 2 === 0
      ? [
          line({
            ...{ kind: 'MARKET', manner: 'ONSITE', villageCode: home, marketDigits: [3, 6, 9], lunar: true },
            ...{ fromMinute: 510, toMinute: 670, note: '农历逢三、六、九赶场' },
          }),
        ]
      : []),
    line({
      ...{ kind: 'DATE', manner: 'ONSITE', villageCode: second ?? home, date: dateOf(saturday) },
      ...{ fromMinute: 540, toMinute: 960, note: '到点日' },
    }),
    ...(index % 6 === 2
      ? [
          line({
            ...{ kind: 'LEAVE', date: dateOf(addDays(today, 9)), untilDate: dateOf(addDays(today, 10)) },
            ...{ fromMinute: 0, toMinute: 1440, note: '外出培训' },
          }),
        ]
      : []),
  ];
}

/** Nine to half past eleven. */
export const morning = [540, 690] as const;

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
