import type { Input, Name } from '#shared/contract';
import { type TopicStatus, topicStatuses } from '#shared/domain/forum/lifecycle';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

type Person = { id: string };
type Act =
  | 'edit'
  | 'withdraw'
  | 'resubmit'
  | 'takeUp'
  | 'accept'
  | 'sendBack'
  | 'ruleOut'
  | 'extend'
  | 'merge'
  | 'split';
type Role = 'neighbour' | 'author' | 'lead' | 'otherLead' | 'town' | 'otherTown' | 'seat' | 'gridStaff' | 'council';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const long = '停车位不够，想请大家一起商量怎么划才公平。';
/** Who may ever do it, and where in the life of a topic it is possible. Written out, not derived. */
const acts: Record<Act, { by: Role[]; in: TopicStatus[]; with: object }> = {
  edit: { by: ['author'], in: ['RAISED', 'SENT_BACK', 'REVIEW'], with: { title: '停车位的新划法', body: long } },
  withdraw: { by: ['author'], in: ['RAISED', 'SENT_BACK', 'REVIEW'], with: { reason: '已经解决了' } },
  resubmit: { by: ['author'], in: ['SENT_BACK'], with: {} },
  takeUp: { by: ['lead', 'town', 'seat'], in: ['RAISED'], with: { note: '党支部提请审核' } },
  accept: { by: ['lead', 'town', 'seat'], in: ['REVIEW'], with: {} },
  sendBack: { by: ['lead', 'town', 'seat'], in: ['REVIEW'], with: { reason: '请写清楚' } },
  ruleOut: {
    by: ['lead', 'town', 'seat'],
    in: ['RAISED', 'REVIEW', 'NOTICE', 'DISCUSS'],
    with: { reason: '法院在审理', instead: '等判决下来' },
  },
  extend: {
    by: ['lead', 'town', 'seat'],
    in: ['REVIEW', 'DISCUSS', 'DECIDE', 'CARRY_OUT'],
    with: { reason: '人还没有回来' },
  },
  merge: {
    by: ['lead', 'town', 'seat'],
    in: ['RAISED', 'REVIEW', 'NOTICE', 'DISCUSS'],
    with: { reason: '说的是一件事' },
  },
  split: {
    by: ['lead', 'town', 'seat'],
    in: ['RAISED', 'REVIEW'],
    with: {
      reason: '两件事分开说',
      parts: [
        { title: '先说车位', body: long },
        { title: '再说收费', body: long },
      ],
    },
  },
};

async function players(): Promise<Record<Role, Person>> {
  return {
    neighbour: await make.person(),
    author: await make.person(),
    lead: await make.staff('GRID_LEAD', home.village),
    otherLead: await make.staff('GRID_LEAD', home.otherVillage),
    town: await make.staff('TOWN_CLERK', home.town),
    otherTown: await make.staff('TOWN_CLERK', home.otherTown),
    seat: await make.staff('CENTRE_SEAT', home.district),
    gridStaff: await make.staff('GRID_STAFF', home.grid),
    council: await make.staff('COUNCIL_MEMBER', home.village),
  };
}

describe.each(Object.keys(acts) as Act[])('forum.%s', (act) => {
  it('is possible exactly for whom and where the table says', async () => {
    const who = await players();
    const { by, in: where, with: given } = acts[act];
    const into = (await make.topic()).id;
    const wrong: string[] = [];
    for (const status of topicStatuses)
      for (const role of Object.keys(who) as Role[]) {
        const topic = await make.topic({
          status,
          authorId: who.author.id,
          stageDueAt: new Date('2026-12-01T10:00:00Z'),
        });
        const input = { id: topic.id, version: 1, ...given, ...(act === 'merge' && { intoId: into }) };
        const reply = await as(who[role]).call(`forum.${act}` as Name, input as Input<Name>);
        const expected = !by.includes(role) ? 403 : where.includes(status) ? 200 : 409;
        if (reply.status !== expected) wrong.push(`${status} ${role}: ${reply.status}, not ${expected}`);
        const after = await desk().prisma.topic.findFirstOrThrow({ where: { id: topic.id } });
        if (expected !== 200 && (after.version !== 1 || after.status !== status)) wrong.push(`${status} ${role} moved`);
      }
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe('what comes in', () => {
  const raise = (given: object) => ({
    ...{ title: '停车位怎么划', body: long, level: 'VILLAGE' as const, placeCode: home.village as string },
    ...given,
  });

  it.each([
    ['no title', { title: '' }],
    ['a short title', { title: '停车' }],
    ['a long title', { title: '停'.repeat(41) }],
    ['a short body', { body: '停车' }],
    ['a long body', { body: '停'.repeat(2001) }],
    ['a level that is none', { level: 'DISTRICT' }],
    ['NUL', { body: `停车位不够\u0000想请大家一起商量` }],
    ['a bell', { body: `停车位不够\u0007想请大家一起商量` }],
    ['half a character', { body: `停车位不够\ud800想请大家一起商量` }],
    ['ten photos', { photoIds: Array.from({ length: 10 }, () => crypto.randomUUID()) }],
    ['a field nobody knows', { checkState: 'PASSED' }],
  ])('is refused: %s', async (_what, given) => {
    const { status, body } = await as(make.person()).call('forum.raise', raise(given) as Input<'forum.raise'>);
    expect([status, body.error?.code]).toEqual([422, 'invalid_input']);
    expect(await desk().prisma.topic.count()).toBe(0);
  });

  it('is refused: photos of somebody else, topics and comments that are none', async () => {
    const one = await make.person();
    const [other, topic, elsewhere] = [await make.person(), await make.topic(), await make.topic()];
    const photo = await make.photo({ ownerId: other.id });
    const codes = async (replies: Promise<{ body: { error?: { code: string } } }>[]) =>
      (await Promise.all(replies)).map(({ body }) => body.error?.code);
    const comment = await as(one).ok('forum.comment', { topicId: elsewhere.id, body: '我也说一句' });
    const nobody = crypto.randomUUID();
    expect(
      await codes([
        as(one).call('forum.raise', raise({ photoIds: [photo.id] })),
        as(one).call('forum.get', { id: nobody }),
        as(one).call('forum.support', { id: nobody }),
        as(one).call('forum.comments', { topicId: nobody }),
        as(one).call('forum.comment', { topicId: topic.id, answersId: comment.id, body: '回复' }),
        as(one).call('forum.coauthor', { code: '99999999' }),
        as(one).call('forum.texts', { id: nobody }),
      ]),
    ).toEqual(Array.from({ length: 7 }, () => 'not_found'));
    expect((await as(one).call('forum.list', { cursor: 'xx' })).body.error?.code).toBe('invalid_input');
    expect((await as(one).call('forum.place', { placeCode: '999999999999' })).body.error?.code).toBe('place_unknown');
    expect((await as(one).call('forum.queue', {})).body.error?.code).toBe('forbidden');
  });

  it('stays text: markup is kept as it was typed and comes back as a JSON string, never as markup', async () => {
    const words = '<script>alert(1)</script><img src=x onerror=alert(2)> 车位怎么划&amp;怎么收';
    const one = await make.person();
    const topic = await as(one).ok('forum.raise', raise({ title: '<b>停车位</b>', body: words }));
    expect(topic).toMatchObject({ title: '<b>停车位</b>', body: words });
  });
});

describe('a photo of a topic', () => {
  it('cannot be deleted from under it', async () => {
    const one = await make.person();
    const photo = await make.photo({ ownerId: one.id });
    const raised = await as(one).ok('forum.raise', {
      ...{ title: '停车位怎么划', body: long, level: 'VILLAGE', placeCode: home.village, photoIds: [photo.id] },
    });
    expect(raised.photos).toMatchObject([{ id: photo.id, checkState: 'PENDING' }]);
    const { status, body } = await as(one).call('tickets.removePhoto', { id: photo.id });
    expect([status, body.error?.code]).toEqual([409, 'photo_in_use']);
  });
});
