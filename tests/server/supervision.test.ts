import readSheets from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { as } from '../support/api';
import { agreedOn, titlesOf } from '../support/booking';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const tuesday = '2026-11-24';
const month = '2026-11';

beforeEach(() => freeze('2026-11-23T08:00:00+08:00'));

const bureau = () => make.staff('JUSTICE_BUREAU', home.district, { departmentCode: 'sifa' });
const record = {
  ...{ who: '李某，村民', facts: '两家共用的田埂上砌了墙', lawCited: ['《民法典》第二百八十八条'] },
  ...{ advice: '请村里现场看一次', nextStep: '约双方指界' },
};

/** A talk that was held and recorded. */
async function heldTalk() {
  const advisor = await make.advisor({ name: '陈律师' });
  const li = await make.person({ name: '李有根' });
  const { id, version } = await agreedOn(li, advisor, tuesday);
  freeze('2026-11-24T09:35:00+08:00');
  await as(advisor.person).ok('bookings.record', { id, version, ...record });
  return { advisor, li, id };
}

describe('the scores', () => {
  it('move with what was done: a record, a visit the village signed, a lecture', async () => {
    const wu = await bureau();
    const { advisor } = await heldTalk();
    const scoreOf = async () => (await as(wu).ok('supervision.scores', { month })).items[0]!;
    const first = await scoreOf();
    expect(first).toMatchObject({ name: '陈律师', place: 1, consultations: 1, visits: 0, onsiteHours: 0, dueHours: 8 });
    expect(first.parts.find(({ key }) => key === 'record')).toMatchObject({ score: 15, of: 15 });
    expect(first.parts.find(({ key }) => key === 'attendance')).toMatchObject({ score: 0, of: 30 });

    const { lng, lat } = await desk().prisma.division.findUniqueOrThrow({ where: { code: home.village } });
    freeze('2026-11-25T08:30:00+08:00');
    const input = { villageCode: home.village, lng: lng!, lat: lat! };
    const { id } = await as(advisor.person).ok('advisor.signIn', input);
    freeze('2026-11-25T16:30:00+08:00');
    await as(advisor.person).ok('advisor.signOut', { id });
    expect((await scoreOf()).onsiteHours).toBe(0);
    await as(await make.staff('GRID_LEAD', home.village)).ok('visits.sign', { id });
    const second = await scoreOf();
    expect(second).toMatchObject({ onsiteHours: 8, visits: 1 });
    expect(second.parts.find(({ key }) => key === 'attendance')).toMatchObject({ score: 30 });
    expect(second.score!).toBeGreaterThan(first.score!);
  });

  it('are added up by firm and town, over a month or a quarter', async () => {
    const wu = await bureau();
    await heldTalk();
    for (const by of ['firm', 'town'] as const) {
      const { items, label } = await as(wu).ok('supervision.scores', { quarter: '2026-Q4', by });
      expect(label).toBe('2026 年第 4 季度');
      expect(items).toMatchObject([{ consultations: 1, detail: '1 名法律顾问' }]);
    }
    expect((await as(wu).ok('supervision.scores', { month, by: 'town' })).items[0]!.name).toBe('李庄镇');
  });

  it('have a list behind every number, without anybody’s name or matter', async () => {
    const wu = await bureau();
    const { advisor } = await heldTalk();
    freeze('2026-11-25T16:30:00+08:00');
    await as(advisor.person).ok('advisor.lecture', {
      ...{ villageCode: home.village, topic: '民法典里的邻里相处' },
      ...{ heldAt: '2026-11-25T15:00:00+08:00', headcount: 40 },
    });
    const lists = await Promise.all(
      (['presence', 'consultations', 'lectures', 'records', 'ratings'] as const).map(async (what) =>
        as(wu).ok('supervision.behind', { advisorId: advisor.id, month, what }),
      ),
    );
    expect(lists.map(({ items }) => items.length)).toEqual([0, 1, 1, 1, 0]);
    expect(JSON.stringify(lists)).not.toMatch(/李有根|邻居|田埂/);
    expect(lists[3]!.items[0]).toMatchObject({ note: '记录完整', text: '李庄镇高桥村 · 到村' });
  });

  it.each(['supervision.scores', 'supervision.coverage'] as const)('are the bureau’s alone: %s', async (name) => {
    const { advisor } = await heldTalk();
    for (const who of [advisor.person, await make.staff('CENTRE_SEAT', home.district, { departmentCode: 'zhongxin' })])
      expect((await as(who).call(name, {})).body.error?.code).toBe('forbidden');
  });

  it('are refused for a 13th month and a fifth quarter', async () => {
    const wu = await bureau();
    for (const input of [{ month: '2026-13' }, { quarter: '2026-Q5' }])
      expect((await as(wu).call('supervision.scores', input)).status).toBe(422);
  });
});

describe('the coverage', () => {
  it('lists the villages without an advisor and whoever has too many', async () => {
    const wu = await bureau();
    const villages = await desk().prisma.division.findMany({
      where: { kind: 'VILLAGE', inScope: true, parentCode: home.town },
      orderBy: { code: 'asc' },
      take: 6,
    });
    const advisor = await make.advisor({ name: '忙律师', villages: villages.map(({ code }) => code) });
    const found = await as(wu).ok('supervision.coverage', {});
    expect(found.covered).toBe(6);
    expect(found.gaps.length).toBeGreaterThanOrEqual(found.villages - 6);
    expect(found.overloaded).toEqual([{ id: advisor.id, name: '忙律师', villages: 6, limit: 5 }]);
  });
});

describe('the quarterly sample', () => {
  it('stays the same however often it is drawn, shows the records drawn, and keeps what was found', async () => {
    const wu = await bureau();
    await heldTalk();
    const first = await as(wu).ok('supervision.sample', { quarter: '2026-Q4' });
    expect(first.items).toMatchObject([{ advisorName: '陈律师', passed: null, record: { facts: record.facts } }]);
    expect(await as(wu).ok('supervision.sample', { quarter: '2026-Q4' })).toEqual(first);
    const [{ id } = { id: '' }] = first.items;
    await as(wu).ok('supervision.check', { id, passed: true, finding: '记录完整，依据准确' });
    const again = await as(wu).ok('supervision.sample', { quarter: '2026-Q4' });
    expect(again.items).toMatchObject([{ passed: true, finding: '记录完整，依据准确' }]);
    const stranger = await as(wu).call('supervision.check', { id: uuid(), passed: true, finding: '没有这份' });
    expect(stranger.status).toBe(404);
  });
});

describe('the export', () => {
  it('is a workbook with a sheet each for advisors, firms and towns, and says who took it and why', async () => {
    const wu = await bureau();
    await heldTalk();
    const { url, rows } = await as(wu).ok('supervision.export', { month, reason: '月度通报' });
    expect(rows).toBe(3);
    const file = await fetch(`${desk().url}${url}`);
    expect(file.headers.get('content-disposition')).toContain('.xlsx');
    const sheets = await readSheets(Buffer.from(await file.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['法律顾问', '律师事务所', '镇街']);
    expect(JSON.stringify(sheets[0])).toContain('月度通报');
    expect(JSON.stringify(sheets[0])).toContain('陈律师');
    expect(JSON.stringify(sheets)).not.toContain('李有根');
  });
});

describe('complaints', () => {
  /** A talk the advisor did not come to, of which the resident complains. */
  async function missedTalk() {
    const advisor = await make.advisor({ name: '陈律师' });
    const li = await make.person({ name: '李有根' });
    const agreed = await agreedOn(li, advisor, tuesday);
    freeze('2026-11-24T10:00:00+08:00');
    const { id, version } = await as(li).ok('bookings.noShow', {
      id: agreed.id,
      version: agreed.version,
      who: 'ADVISOR',
    });
    await as(li).ok('bookings.complain', { id, version, text: '等了一个小时没有人来' });
    return { advisor, li, id };
  }

  it('stand in the bureau’s list with their limit until they are answered; only who complained reads the answer', async () => {
    const wu = await bureau();
    const { advisor, li, id } = await missedTalk();
    await drain();
    expect((await titlesOf(wu)).sort()).toEqual(['有居民反映法律顾问的服务', '有法律顾问失约'].sort());
    const { items } = await as(wu).ok('supervision.complaints', {});
    expect(items).toMatchObject([
      {
        bookingId: id,
        advisorName: '陈律师',
        text: '等了一个小时没有人来',
        dueText: '12月15日 周二前答复',
        overdue: false,
      },
    ]);
    const answer = { id: items[0]!.id, upheld: true, answer: '已约谈，周五由同事补上' };
    await as(wu).ok('supervision.answerComplaint', answer);
    expect((await as(wu).ok('supervision.complaints', {})).items).toEqual([]);
    const { items: answered } = await as(wu).ok('supervision.complaints', { state: 'answered' });
    expect(answered).toMatchObject([{ upheld: true, answer: '已约谈，周五由同事补上' }]);
    const again = await as(wu).call('supervision.answerComplaint', answer);
    expect(again.body.error?.code).toBe('complaint_answered');
    await drain();
    expect((await titlesOf(li))[0]).toBe('司法局答复了您反映的事');
    const notes = async (who: { id: string }) =>
      (await as(who).ok('bookings.get', { id })).steps.map(({ note, actorRole }) => `${actorRole} ${note}`);
    expect(await notes(li)).toContain('司法局 已约谈，周五由同事补上');
    expect((await notes(advisor.person)).join()).not.toMatch(/约谈|一个小时/);
    expect(JSON.stringify(await desk().prisma.notification.findMany())).not.toMatch(/约谈|一个小时/);
  });

  it('are overdue after fifteen working days, read page by page, and nobody else’s', async () => {
    const wu = await bureau();
    const { advisor, li } = await missedTalk();
    freeze('2026-12-16T09:00:00+08:00');
    expect((await as(wu).ok('supervision.complaints', { limit: 1 })).items).toMatchObject([{ overdue: true }]);
    for (const who of [advisor.person, await make.staff('GRID_LEAD', home.village)]) {
      expect((await as(who).call('supervision.complaints', {})).body.error?.code).toBe('forbidden');
      const refused = await as(who).call('supervision.answerComplaint', { id: li.id, upheld: true, answer: '好的' });
      expect(refused.body.error?.code).toBe('forbidden');
    }
    const unknown = await as(wu).call('supervision.answerComplaint', { id: li.id, upheld: true, answer: '好的' });
    expect(unknown.body.error?.code).toBe('not_found');
  });
});

describe('the trend', () => {
  it('puts six months beside each other, for an advisor and for all, and ends with this month', async () => {
    const wu = await bureau();
    const { advisor } = await heldTalk();
    const months = async (more: object) =>
      (await as(wu).ok('supervision.trend', { by: 'advisor', id: advisor.id, ...more })).months;
    const own = await months({ quarter: '2026-Q4' });
    expect(own.map(({ label }) => label)).toEqual(['6 月', '7 月', '8 月', '9 月', '10 月', '11 月']);
    const { items } = await as(wu).ok('supervision.scores', { month });
    expect(own.at(-1)!.score).toBe(items[0]!.score);
    expect((await months({ by: 'district', month })).at(-1)!.score).toBe(items[0]!.score);
    expect((await months({ month: '2026-03' })).at(-1)!.month).toBe('2026-03');
    expect((await as(advisor.person).call('supervision.trend', { by: 'district' })).body.error?.code).toBe('forbidden');
  });
});

describe('the standard', () => {
  const norms = {
    monthlyMinutes: 240,
    monthlyDays: 1,
    monthlyConsultations: 1,
    quarterlyLectures: 1,
    fewestRatings: 3,
  };
  const weights = { attendance: 20, consultation: 40, lecture: 10, record: 20, satisfaction: 10 };

  it('holds from the first of next month; months that have begun keep theirs', async () => {
    const wu = await bureau();
    await heldTalk();
    const scoreIn = async (of: string) => (await as(wu).ok('supervision.scores', { month: of })).weights;
    const before = await as(wu).ok('supervision.standards', {});
    expect(before).toMatchObject({ nextDay: '2026-12-01', items: [{ startsOn: '2018-01-01', inForce: true }] });
    await as(wu).ok('supervision.saveStandard', { ...norms, weights, reason: '按区里的通知' });
    expect((await scoreIn('2026-11')).map(({ of }) => of)).toEqual([30, 25, 15, 15, 15]);
    expect((await scoreIn('2026-12')).map(({ of }) => of)).toEqual([20, 40, 10, 20, 10]);
    await as(wu).ok('supervision.saveStandard', {
      ...norms,
      weights: { ...weights, attendance: 30, record: 10 },
      reason: '改正',
    });
    const { items } = await as(wu).ok('supervision.standards', {});
    expect(items.map(({ startsOn, inForce }) => [startsOn, inForce])).toEqual([
      ['2026-12-01', false],
      ['2018-01-01', true],
    ]);
    freeze('2026-12-05T08:00:00+08:00');
    expect((await as(wu).ok('supervision.standards', {})).items[0]).toMatchObject({ inForce: true, reason: '改正' });
    expect((await scoreIn('2026-12')).map(({ of }) => of)).toEqual([30, 40, 10, 10, 10]);
  });

  it('is refused when the weights do not make 100, and to anybody else', async () => {
    const wu = await bureau();
    const wrong = { ...norms, weights: { ...weights, attendance: 21 }, reason: '试试' };
    expect((await as(wu).call('supervision.saveStandard', wrong)).body.error?.code).toBe('assessment_weights_invalid');
    const { person } = await make.advisor();
    for (const who of [person, await make.staff('GRID_LEAD', home.village)]) {
      const refused = await as(who).call('supervision.saveStandard', { ...norms, weights, reason: '试试' });
      expect(refused.body.error?.code).toBe('forbidden');
      expect((await as(who).call('supervision.standards', {})).body.error?.code).toBe('forbidden');
    }
  });
});
