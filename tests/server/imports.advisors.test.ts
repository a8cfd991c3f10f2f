import { readAdvisorSheet } from '#server/features/bookings/importing/advisor-sheet';
import { importAdvisors } from '#server/features/bookings/importing/import-advisors';
import { worldOf } from '#server/features/places/index';
import { as } from '../support/api';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';

const heading = '姓名,电话,执业证号,律所,村,身份,领域,语言,开始,结束';
const chen =
  '陈律师,19999001001,15115202000000010,四川青岚律师事务所,李庄镇高桥村,主责,婚姻家庭、邻里,四川话,2026-01-01,';

const load = async (...lines: string[]) => {
  const sheet = await readAdvisorSheet(Buffer.from([heading, ...lines].join('\n')));
  return asSystem(async (ctx) => importAdvisors(ctx, await worldOf(ctx.db), sheet));
};

describe('a list of advisors', () => {
  it('makes firm, team, person, post and term, and the resident finds the advisor', async () => {
    expect(await load(chen)).toMatchObject({ read: 1, written: 1, rejected: [] });
    const { items } = await as(await make.person()).ok('advisors.mine', {});
    expect(items).toMatchObject([
      { name: '陈律师', rank: 'PRIMARY', firm: '四川青岚律师事务所', fields: ['婚姻家庭', '邻里'] },
    ]);
    expect(await desk().prisma.teamTown.findMany()).toMatchObject([{ townCode: home.town }]);
  });

  it('changes nothing when it is read again', async () => {
    await load(chen);
    expect(await load(chen)).toMatchObject({ written: 0, unchanged: 1 });
  });

  it('ends the term of the first advisor before when another takes over', async () => {
    await load(chen);
    await load('罗律师,19999001002,15115202000000020,四川江麓律师事务所,511502101208,主责,,,2026-06-01,');
    const terms = await desk().prisma.advisorVillage.findMany({ orderBy: { startsOn: 'asc' } });
    expect(terms.map(({ endsOn }) => endsOn?.toISOString().slice(0, 10) ?? null)).toEqual(['2026-05-31', null]);
  });

  it.each([
    ['a village nobody knows', chen.replace('李庄镇高桥村', '李庄镇无此村'), '没有这个村'],
    ['a licence too short', chen.replace('15115202000000010', '123'), '执业证号是 17 位'],
    ['a 13th month', chen.replace('2026-01-01', '2026-13-01'), '日期不对'],
    ['a rank of its own', chen.replace('主责', '首席'), '身份写主责或替补'],
  ])('gives back a line with %s', async (_what, line, reason) => {
    const { rejected, written } = await load(line);
    expect(written).toBe(0);
    expect(rejected).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  });

  it('without a needed column is no list', async () => {
    await expect(readAdvisorSheet(Buffer.from('姓名,电话\n陈律师,19999001001'))).rejects.toMatchObject({
      fields: { file: '缺少列：执业证号、律所、村' },
    });
  });
});
