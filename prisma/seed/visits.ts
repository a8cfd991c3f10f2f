import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { type Month, monthSpan, quarterMonths } from '#shared/domain/bookings/presence';
import { addDays, type Day, dayMs, dayOf, instantAt, later, minuteMs, weekdayOf } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { type Advising, morning } from './lawyers';
import { matters, topics } from './matters';
import { story } from './people';
import { type Outcome, type Talk, type Talks, tellTalk } from './tell-talk';

/** What advisors have done so far and will do: rows of every table. */
export interface Visits extends Talks {
  readonly presences: Prisma.AdvisorPresenceCreateManyInput[];
  readonly lectures: Prisma.AdvisorLectureCreateManyInput[];
  readonly calls: Prisma.CallTaskCreateManyInput[];
}

const slotMinutes = 40;

/** Visits, talks, records, ratings and lectures from the beginning of the quarter before this one up to now, and the bookings of the coming days. */
export function inventVisits(stage: Stage, advisors: readonly Advising[]): Visits {
  const visits: Visits = {
    ...{ slots: [], bookings: [], steps: [], records: [], followUps: [], complaints: [], presences: [], lectures: [] },
    calls: [],
  };
  const today = dayOf(stage.now);
  const [chen, ...others] = advisors;
  for (const advisor of advisors) {
    tellPast(stage, advisor, visits, today);
    tellLectures(stage, advisor, visits, today);
  }
  for (const advisor of others) tellComing(stage, advisor, visits, today);
  if (chen) tellStory(stage, chen, visits, today);
  return visits;
}

/** The first day of the quarter before the one a day lies in. */
export function firstDay(today: Day): Day {
  const [first = ''] = quarterMonths(today.slice(0, 7));
  const [before = ''] = quarterMonths(addDays(`${first}-01`, -1).slice(0, 7));
  return `${before}-01`;
}

/** On which weekday a village of an advisor is visited, 1 for Monday. */
const visitedOn = (place: number) => (place < 5 ? place + 1 : 1);

function tellPast(stage: Stage, advisor: Advising, visits: Visits, today: Day): void {
  const { world, crowd, random } = stage;
  const { districtId } = world;
  for (let day = firstDay(today); day < today; day = addDays(day, 1)) {
    if (day in (world.calendar.years[day.slice(0, 4)]?.holidays ?? {})) continue;
    advisor.villages.forEach((villageCode, place) => {
      if (weekdayOf(day) !== visitedOn(place) % 7) return;
      const from = place < 5 ? morning[0] : 870;
      const isThere = random.chance(advisor.zeal);
      const lead = crowd.holder('GRID_LEAD', villageCode) ?? crowd.holder('GRID_STAFF', `${villageCode}001`);
      const arrivedAt = instantAt(day, (from - random.int(0, 12)) * minuteMs);
      const leftAt = instantAt(day, (from + 150 + random.int(-5, 40)) * minuteMs);
      const isSigned = lead !== undefined && random.chance(0.96);
      if (isThere)
        visits.presences.push({
          ...{ districtId, id: uuid(), advisorId: advisor.row.id, villageCode, arrivedAt },
          leftAt: random.chance(0.98) ? leftAt : null,
          ...{ metres: random.int(5, 180), qrOk: true },
          ...{ signedById: isSigned ? lead.id : null, signedAt: isSigned ? later(leftAt, 20 * minuteMs) : null },
        });
      const residents = crowd.residentsOf(villageCode);
      const count = random.weighted([
        [0, 45],
        [1, 40],
        [2, 15],
      ]);
      for (let index = 0; index < count; index += 1) {
        const resident = residents[random.int(villageCode === story.village ? 2 : 0, residents.length - 1)];
        if (!resident || (!isThere && index > 0)) continue;
        const startsAt = instantAt(day, (from + index * slotMinutes) * minuteMs);
        const outcome: Outcome = isThere
          ? random.weighted([
              ['DONE', 88],
              ['NO_SHOW_RESIDENT', 6],
              ['CANCELLED', 6],
            ])
          : random.weighted([
              ['CANCELLED', 70],
              ['NO_SHOW_ADVISOR', 30],
            ]);
        const talk: Talk = { advisor, resident, villageCode, startsAt, manner: 'ONSITE', matter: random.pick(matters) };
        tellTalk(stage, visits, talk, outcome);
      }
    });
  }
}

function tellLectures({ world, random, now }: Stage, advisor: Advising, visits: Visits, today: Day): void {
  const months: readonly Month[] = [firstDay(today).slice(0, 7), today.slice(0, 7)];
  for (const month of months) {
    const [, second = month] = quarterMonths(month);
    for (const villageCode of advisor.villages) {
      const heldAt = later(monthSpan(second).from, random.int(4, 24) * dayMs + 15 * 60 * minuteMs);
      if (heldAt > now || !random.chance(0.3 + 0.7 * advisor.zeal)) continue;
      visits.lectures.push({
        ...{ districtId: world.districtId, id: uuid(), advisorId: advisor.row.id, villageCode, heldAt },
        ...{ topic: random.pick(topics), headcount: random.int(18, 90) },
      });
    }
  }
}

/** A few bookings ahead for everybody: half of them accepted. */
function tellComing(stage: Stage, advisor: Advising, visits: Visits, today: Day): void {
  const { crowd, random } = stage;
  for (let day = addDays(today, 1); day <= addDays(today, 8); day = addDays(day, 1)) {
    const place = weekdayOf(day) - 1;
    const villageCode = place >= 0 && place < 5 ? advisor.villages[place] : undefined;
    const resident = villageCode ? crowd.residentsOf(villageCode)[random.int(0, 2)] : undefined;
    const isBooked = visits.bookings.some(
      ({ residentId, startsAt }) => residentId === resident?.id && startsAt > stage.now,
    );
    if (!villageCode || !resident || isBooked || !random.chance(0.4)) continue;
    const startsAt = instantAt(day, morning[0] * minuteMs);
    const talk: Talk = { advisor, resident, villageCode, startsAt, manner: 'ONSITE', matter: random.pick(matters) };
    tellTalk(stage, visits, talk, random.chance(0.5) ? 'CONFIRMED' : 'REQUESTED');
  }
}

/** 陈律师's day: two accepted talks, three requests waiting, one of yesterday without its record, and 李大爷 with one talk rated and one to rate. */
function tellStory(stage: Stage, advisor: Advising, visits: Visits, today: Day): void {
  const { crowd } = stage;
  const villageCode = story.village;
  const [old, , ...others] = crowd.residentsOf(villageCode);
  const at = (days: number, minute: number) => instantAt(addDays(today, days), minute * minuteMs);
  const remote = (startsAt: Date) => {
    const weekday = weekdayOf(dayOf(startsAt));
    if (weekday === 3) return 'VIDEO' as const;
    return weekday === 2 || weekday === 4 ? ('ONSITE' as const) : ('PHONE' as const);
  };
  const told: readonly [number, number, number, Outcome][] = [
    [0, 0, 870, 'CONFIRMED'],
    [1, 0, 910, 'CONFIRMED'],
    [2, 1, 870, 'REQUESTED'],
    [3, 2, 870, 'REQUESTED'],
    [4, 3, 910, 'REQUESTED'],
  ];
  told.forEach(([who, days, minute, outcome], index) => {
    const resident = others[who];
    const startsAt = at(days, minute);
    const matter = matters[index % matters.length];
    if (resident && matter)
      tellTalk(stage, visits, { advisor, resident, villageCode, startsAt, manner: remote(startsAt), matter }, outcome);
  });
  askForCalls(stage, visits);
  const [heard, talked] = [matters[1], others[4]];
  if (heard && talked)
    tellTalk(
      stage,
      visits,
      { advisor, resident: talked, villageCode, startsAt: at(-1, 1080), manner: 'PHONE', matter: heard },
      'CONFIRMED',
    );
  const tasks = [
    { text: '看李大爷拿来的确权证和照片', dueOn: addDays(today, -10), isDone: true },
    { text: '问村委会：指界的日子约好没有', dueOn: addDays(today, 2), isDone: false },
  ];
  for (const [days, isRated, task] of [
    [-20, true, tasks[0]],
    [-3, false, tasks[1]],
  ] as const) {
    const [matter] = matters;
    if (!old || !matter) continue;
    const startsAt = at(days, 1080);
    tellTalk(
      stage,
      visits,
      { advisor, resident: old, villageCode, startsAt, manner: 'PHONE', matter, isRated, ...(task && { task }) },
      'DONE',
    );
  }
}

/** 王敏 and 张国平 have to ring the next of the village who wait for 陈律师: they missed talks before. */
function askForCalls({ world: { districtId }, crowd, now }: Stage, { bookings, calls }: Visits): void {
  const staff = [crowd.holder('GRID_STAFF', story.grid), crowd.holder('GRID_LEAD', story.village)];
  const askedIds = staff.flatMap((holder) => (holder ? [holder.id] : []));
  const ahead = bookings.filter(
    ({ villageCode, startsAt, status }) => villageCode === story.village && startsAt > now && status === 'REQUESTED',
  );
  for (const { id: bookingId } of ahead.slice(0, 2))
    calls.push({ districtId, id: uuid(), bookingId, reason: 'FIRST', askedIds, createdAt: now });
}
