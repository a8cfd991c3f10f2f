import { soundTopicAlarms } from '#server/features/forum/index';
import type { Output } from '#shared/contract';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { passTexts } from '../support/forum';
import { home, make } from '../support/make';

type Person = { id: string };
type Topic = Output<'forum.get'>;

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const sound = async () => {
  while ((await asSystem(soundTopicAlarms)) > 0);
};
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => make.person()));
const support = (people: Person[], id: string) => Promise.all(people.map((one) => as(one).ok('forum.support', { id })));
const noticesOf = ({ id }: Person) => desk().prisma.notification.findMany({ where: { personId: id } });
const read = (who: Person, id: string): Promise<Topic> => as(who).ok('forum.get', { id });

describe('notices', () => {
  it('reach the author and every supporter exactly once a stage, however often the jobs run', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const author = await make.person();
    const topic = await as(author).ok('forum.raise', {
      ...{ title: '晒坝怎么轮着用', body: '秋收大家都要晒粮，想商量一个轮流的办法。', level: 'VILLAGE' },
      placeCode: home.village,
    });
    await passTexts();
    const supporters = await crowd(9);
    await support(supporters, topic.id);
    await drain();
    const at = async () => (await read(author, topic.id)).version;
    await as(lead).ok('forum.accept', { id: topic.id, version: await at() });
    await drain();
    pass({ days: 4 });
    await sound();
    await sound();
    await drain();
    expect((await read(author, topic.id)).status).toBe('DISCUSS');

    for (const one of supporters) {
      const titles = (await noticesOf(one)).map(({ title }) => title);
      // The ninth voice caused the first move and is told of it all the same: the desk moved it.
      expect(titles.sort()).toEqual(
        ['您附议的议题附议够了，进入审核', '您附议的议题审核通过，公告三天', '您附议的议题开始商议了'].sort(),
      );
    }
    expect((await noticesOf(author)).map(({ title }) => title)).toHaveLength(3);
    expect((await noticesOf(lead)).map(({ title }) => title).sort()).toEqual(
      ['公告期满，请召集商议', '有一个议题等您审核'].sort(),
    );
  });

  it('do not reach who took the voice back', async () => {
    const topic = await make.topic({ status: 'REVIEW' });
    const [one] = await crowd(1);
    await support([one!], topic.id);
    await as(one!).ok('forum.unsupport', { id: topic.id });
    await as(make.staff('GRID_LEAD', home.village)).ok('forum.accept', { id: topic.id, version: 1 });
    await drain();
    expect(await noticesOf(one!)).toEqual([]);
  });
});

describe('clocks', () => {
  it('close a topic that gathers too few after thirty days, and remind its author before', async () => {
    const author = await make.person();
    const { id } = await as(author).ok('forum.raise', {
      ...{
        title: '村口加一盏灯',
        body: '晚上从村口走回来看不清，想加一盏灯。',
        level: 'VILLAGE',
        placeCode: home.village,
      },
    });
    await passTexts();
    pass({ days: 25 });
    await sound();
    await drain();
    expect(await noticesOf(author)).toMatchObject([{ title: '您提的议题快到期了' }]);
    expect((await read(await make.person(), id)).status).toBe('RAISED');
    pass({ days: 6 });
    await sound();
    expect(await read(await make.person(), id)).toMatchObject({ status: 'LAPSED', phase: 'ENDED', abilities: [] });
  });

  it('tell the lead in yellow and the town in red when a review waits', async () => {
    const [lead, town] = [await make.staff('GRID_LEAD', home.village), await make.staff('TOWN_CLERK', home.town)];
    const topic = await make.topic();
    await as(town).ok('forum.takeUp', { id: topic.id, version: 1, note: '村党支部提请' });
    await drain();
    pass({ days: 5 });
    await sound();
    await drain();
    expect((await noticesOf(lead)).map(({ title }) => title)).toContain('有一个议题快到时限');
    pass({ days: 1 });
    await sound();
    await sound();
    await drain();
    for (const who of [lead, town])
      expect((await noticesOf(who)).filter(({ title }) => title === '有一个议题超过时限')).toHaveLength(1);
    expect((await read(lead, topic.id)).clock?.state).toBe('overdue');
  });
});

describe('sending back', () => {
  it('lets the author mend the words and hand them in again', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const author = await make.person();
    const topic = await make.topic({ status: 'REVIEW', authorId: author.id });
    const back = await as(lead).ok('forum.sendBack', { id: topic.id, version: 1, reason: '请写清楚是哪一段路' });
    expect(back.status).toBe('SENT_BACK');
    const edited = await as(author).ok('forum.edit', {
      ...{
        id: topic.id,
        version: back.version,
        title: '村口到学校的路怎么修',
        body: '从村口到小学门口这一段，雨天都是泥。',
      },
    });
    expect(edited).toMatchObject({ textNo: 1, waiting: { no: 2, checkState: 'PENDING' } });
    await passTexts();
    const again = await as(author).ok('forum.resubmit', { id: topic.id, version: edited.version });
    expect(again).toMatchObject({ status: 'REVIEW', textNo: 2, title: '村口到学校的路怎么修', waiting: null });
  });
});

describe('versions', () => {
  it('ask for a reason once somebody else supports, show what changed and tell the supporters', async () => {
    const [author, one] = [await make.person(), await make.person()];
    const { title, ...topic } = await make.topic({ authorId: author.id });
    const edit = (version: number, more: object = {}) =>
      as(author).call('forum.edit', { id: topic.id, version, title, body: `${topic.body}收费另外议。`, ...more });
    await support([one], topic.id);
    expect((await edit(1)).body.error?.code).toBe('topic_edit_reason');
    expect((await edit(1, { body: topic.body, reason: '没有改什么' })).body.error?.code).toBe('topic_text_same');
    expect((await edit(1, { reason: '收费的事大家意见多' })).status).toBe(200);
    expect((await edit(1, { reason: '收费的事大家意见多' })).body.error?.code).toBe('stale_version');
    expect((await as(one).ok('forum.texts', { id: topic.id })).items).toHaveLength(1);
    expect((await read(one, topic.id)).body).toBe(topic.body);

    await passTexts();
    await drain();
    const { items } = await as(one).ok('forum.texts', { id: topic.id });
    expect(items[0]).toMatchObject({ no: 2, reason: '收费的事大家意见多' });
    expect(items[0]!.body.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '收费另外议。' }]);
    expect((await noticesOf(one)).map((notice) => notice.title)).toEqual(['您附议的议题文字改了，可以看改了什么']);
  });

  it('that were refused are never shown to others, and the last one that passed stays', async () => {
    const author = await make.person();
    const topic = await make.topic({ authorId: author.id });
    await as(author).ok('forum.edit', {
      id: topic.id,
      version: 1,
      title: topic.title,
      body: '一段不该给人看的话，太难听了。',
    });
    await passTexts('REFUSED');
    const other = await make.person();
    expect((await read(other, topic.id)).body).toBe(topic.body);
    expect((await as(other).ok('forum.texts', { id: topic.id })).items).toHaveLength(1);
    expect((await read(author, topic.id)).waiting).toMatchObject({ checkState: 'REFUSED' });
  });
});
