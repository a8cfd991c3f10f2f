import { acceptedLines } from '#server/features/learning/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T09:00:00+08:00'));

const seat = () => make.staff('CENTRE_SEAT', home.district, { departmentCode: 'zhongxin' });
const said = '高桥村李建国家门口的路灯不亮，电话13912345678，川Q12345的车天天停在下面';

async function moved(words: string, given: { agreed?: boolean; categoryCode?: string } = {}) {
  const { agreed = true, ...ticket } = given;
  const li = await make.person({ name: '李建国' });
  if (agreed) await as(li).ok('learning.choose', { agreed: true });
  const grid = await make.staff('GRID_STAFF', home.grid);
  const { id } = await make.ticket({ reporterId: li.id, assigneeId: grid.id, description: words, ...ticket });
  await as(grid).ok('tickets.transfer', { id, version: 1, unitCode: 'zhifa', reason: '路灯归执法局' });
  await drain();
  return li;
}

describe('sentences to learn from', () => {
  it('come from tickets that went to another unit, without what names a person', async () => {
    const li = await moved(said);
    const { items } = await as(await seat()).ok('learning.queue', {});
    expect(items).toMatchObject([
      { text: '高桥村某某家门口的路灯不亮，电话某某，某某的车天天停在下面', intent: 'report', state: 'OPEN' },
    ]);
    expect(await as(li).ok('learning.choice', {})).toEqual({ agreed: true, examples: 1 });
  });

  it.each([
    ['nobody agreed', said, { agreed: false }],
    ['the category is sensitive', '丈夫天天打我', { categoryCode: 'domestic_violence' }],
    ['it is a word', '路灯', {}],
    ['it is a letter', '路灯不亮。'.repeat(60), {}],
  ])('are not kept where %s', async (_, words, given) => {
    await moved(words, given);
    expect(await desk().prisma.example.count()).toBe(0);
  });

  it('are not kept of a confidential ticket', async () => {
    const li = await make.person();
    await as(li).ok('learning.choose', { agreed: true });
    const { id } = await make.ticket({ reporterId: li.id, description: said, confidential: true });
    await asSystem((ctx) => ctx.emit('ticket.moved', { ticketId: id, action: 'transfer', stepId: id }));
    await drain();
    expect(await desk().prisma.example.count()).toBe(0);
  });

  it('go with the consent, and come no more', async () => {
    const li = await moved(said);
    expect(await as(li).ok('learning.choose', { agreed: false })).toEqual({ agreed: false, examples: 0 });
    expect(await desk().prisma.example.count()).toBe(0);
  });

  it('are judged once, by the centre and the administrator only', async () => {
    await moved(said);
    const clerk = await seat();
    const [example] = (await as(clerk).ok('learning.queue', {})).items;
    const verdict = {
      id: example!.id,
      accepted: true,
      text: '村里的路灯不亮',
      intent: 'report',
      categoryCode: 'streetlight',
    };
    const lead = await make.staff('GRID_LEAD', home.village);
    expect((await as(lead).call('learning.judge', verdict as never)).body.error?.code).toBe('forbidden');
    expect((await as(lead).call('learning.queue', {})).body.error?.code).toBe('forbidden');
    const answers = await Promise.all([verdict, verdict].map((one) => as(clerk).call('learning.judge', one as never)));
    expect(answers.map(({ body }) => body.error?.code ?? 'ok').sort()).toEqual(['example_closed', 'ok']);
    expect(await asSystem(acceptedLines)).toEqual(['村里的路灯不亮\treport\tstreetlight']);
    expect((await as(clerk).ok('learning.queue', { state: 'ACCEPTED' })).items).toHaveLength(1);
  });

  it('are not accepted with what names somebody, or without a category where there must be one', async () => {
    await moved(said);
    const clerk = await seat();
    const [example] = (await as(clerk).ok('learning.queue', {})).items;
    const judge = (text: string, intent: 'report' | 'service_info', categoryCode: string | null) =>
      as(clerk).call('learning.judge', { id: example!.id, accepted: true, text, intent, categoryCode });
    expect((await judge('打13912345678找我', 'report', 'streetlight')).body.error?.code).toBe('example_exposed');
    expect((await judge('路灯不亮没人管', 'report', null)).body.error?.code).toBe('example_category');
    expect((await judge('路灯坏了找哪个', 'service_info', 'streetlight')).status).toBe(200);
    expect(await asSystem(acceptedLines)).toEqual(['路灯坏了找哪个\tservice_info\t-']);
  });
});
