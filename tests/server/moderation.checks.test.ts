import sharp from 'sharp';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { checkTexts, soundChecks } from '../support/moderation';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const parking = {
  title: '小区停车位怎么划',
  body: '晚上回来没有地方停车，想请大家一起商量车位怎么划、怎么收。',
  level: 'VILLAGE' as const,
  placeCode: home.village,
};
const textPath = '/wxa/msg_sec_check';
const mediaPath = '/wxa/media_check_async';
const jpeg = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#88aa99' } })
    .jpeg()
    .toBuffer();
const third = () => make.person();
const clerk = () => make.staff('TOWN_CLERK', home.town);

/** Whether somebody else sees the topic, in any way there is to see it. */
async function isSeen(id: string): Promise<boolean> {
  const stranger = as(third());
  const { status } = await stranger.call('forum.get', { id });
  const { items } = await stranger.ok('forum.list', { phase: 'DECIDING' });
  const found = await stranger.ok('forum.list', { phase: 'DECIDING', search: '停车' });
  const shown = [status === 200, items.some((one) => one.id === id), found.items.some((one) => one.id === id)];
  expect(new Set(shown).size).toBe(1);
  return status === 200;
}
const queued = async () => (await as(clerk()).ok('moderation.queue', {})).items;

describe('a text', () => {
  it('is asked about in the forum’s scene under its author, and seen once it has passed', async () => {
    const topic = await as(third()).ok('forum.raise', parking);
    await drain();
    expect(await isSeen(topic.id)).toBe(false);
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(true);
    expect(await queued()).toEqual([]);
  });

  it.each([
    ['review', '【待审】', {}, 'HELD', '微信建议人工看一看'],
    ['risky', '【违规】', {}, 'REFUSED', null],
    ['an author away for two hours (61010)', '', { errcode: 61010 }, 'HELD', '作者离开太久，微信不再核对'],
    ['the day’s limit (45009)', '', { errcode: 45009 }, 'HELD', '微信今天的核对次数用完了'],
    ['a busy WeChat', '', { errcode: -1, times: 2 }, 'HELD', '微信没有答复'],
    ['silence', '', { hang: true }, 'HELD', '微信没有答复'],
    ['an HTML page', '', { html: true }, 'HELD', '微信没有答复'],
    ['half a JSON', '', { truncate: true }, 'HELD', '微信没有答复'],
    ['a 502', '', { status: 502 }, 'HELD', '微信没有答复'],
    ['a cut connection', '', { reset: true }, 'HELD', '微信没有答复'],
    ['a wrong secret', '', { errcode: 40125 }, 'HELD', '微信没有答复'],
  ] as const)('met by %s is not seen by others', async (_name, mark, fault, stage, because) => {
    if (Object.keys(fault).length > 0) desk().standIn.fault({ path: textPath, ...fault });
    const author = await third();
    const topic = await as(author).ok('forum.raise', { ...parking, body: `${parking.body}${mark}` });
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
    const [own] = (await as(author).ok('moderation.mine', {})).items;
    expect(own).toMatchObject({ stage, mayAppeal: stage === 'REFUSED' });
    const items = await queued();
    expect(items.map(({ because: why }) => why)).toEqual(because === null ? [] : [because]);
    if (stage === 'REFUSED') expect(own?.rule).toMatchObject({ title: '违法犯罪' });
    else expect(items[0]).toMatchObject({ clock: { late: false }, mayPass: true, mayRefuse: true });
  });

  it('of somebody without WeChat waits for a person', async () => {
    const topic = await as(make.person({ openid: null })).ok('forum.raise', parking);
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
    expect(await queued()).toMatchObject([{ because: '作者没有用微信登录' }]);
  });

  it('WeChat could not be asked about is asked about again, and passes by itself when nobody has decided', async () => {
    desk().standIn.fault({ path: textPath, status: 502 });
    const topic = await as(third()).ok('forum.raise', parking);
    await checkTexts();
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
    pass({ minutes: 1 });
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(true);
    expect(await queued()).toEqual([]);
  });

  it('stays refused by a person when the machine comes back later', async () => {
    desk().standIn.fault({ path: textPath, status: 502 });
    const topic = await as(third()).ok('forum.raise', parking);
    await checkTexts();
    const [held] = await queued();
    await as(clerk()).ok('moderation.decide', {
      id: held!.id,
      version: held!.version,
      decision: 'refuse',
      rule: 'ADS',
    });
    pass({ minutes: 5 });
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
  });

  it('is asked about by one of several workers', async () => {
    await as(third()).ok('forum.raise', parking);
    await drain();
    const before = desk().standIn.callCount(textPath);
    await Promise.all(Array.from({ length: 6 }, () => checkTexts()));
    expect(desk().standIn.callCount(textPath)).toBe(before + 1);
  });

  it('longer than one check is asked about in parts, and its worst part counts', async () => {
    const author = await third();
    const body = `${'车位怎么划才公平，'.repeat(200)}【违规】`;
    const topic = await as(author).ok('forum.raise', { ...parking, body: body.slice(-2000) });
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
  });

  it.each([
    ['a rule broken for certain', '想赚钱的来，刷 单·返 现日结', 'REFUSED', '诈骗和虚假信息', false],
    ['a word to be seen in its sentence', '有人在河边开赌场，请大家商量怎么办', 'HELD', '违法犯罪', true],
  ])('with %s is not shown even when WeChat lets it pass', async (_name, body, stage, rule, isQueued) => {
    const author = await third();
    const topic = await as(author).ok('forum.raise', { ...parking, body });
    await checkTexts();
    expect(await isSeen(topic.id)).toBe(false);
    expect((await as(author).ok('moderation.mine', {})).items).toMatchObject([{ stage, rule: { title: rule } }]);
    expect(await queued()).toHaveLength(isQueued ? 1 : 0);
  });
});

describe('what gives somebody away', () => {
  it.each([
    ['停车的事请打 13812345678 商量一下', '电话“13812345678”'],
    ['住3栋2单元501的人天天乱停，大家说怎么办', '门牌号“3栋2单元501”'],
    ['我的儿子叫王小明，天天被乱停的车挡路', '孩子的名字“儿子叫王小明”'],
    ['川Q12345这辆车天天乱停，大家说怎么办', '车牌号“川Q12345”'],
  ])('is to be taken out by the author before it is posted: %s', async (body, found) => {
    const author = as(third());
    const topic = await make.topic();
    const replies = [
      await author.call('forum.raise', { ...parking, body }),
      await author.call('forum.comment', { topicId: topic.id, body }),
    ];
    for (const reply of replies) {
      expect(reply.body.error?.code).toBe('text_exposes');
      expect(reply.body.error?.fields?.body).toBe(`里面有${found}，公开的内容请去掉再发`);
    }
    expect(await desk().prisma.topicComment.count()).toBe(0);
  });

  it('waits for a person where it is found later', async () => {
    const author = await third();
    await as(author).ok('me.update', { nickname: '有事打13812345678' });
    await checkTexts();
    expect(await as(author).ok('me.get', {})).toMatchObject({ nickname: null });
    expect(await queued()).toMatchObject([{ because: '可能有个人信息', rule: { code: 'PRIVACY' } }]);
  });
});

describe('comments', () => {
  it.each([
    ['【待审】', false],
    ['【违规】', false],
    ['', true],
  ])('with the mark %j are seen by others: %s', async (mark, seen) => {
    const topic = await make.topic();
    const comment = await as(third()).ok('forum.comment', { topicId: topic.id, body: `按户轮流停${mark}` });
    const read = async () => (await as(third()).ok('forum.comments', { topicId: topic.id })).items.map(({ id }) => id);
    expect(await read()).toEqual([]);
    await checkTexts();
    expect(await read()).toEqual(seen ? [comment.id] : []);
    expect((await as(third()).ok('forum.get', { id: topic.id })).commentCount).toBe(seen ? 1 : 0);
  });
});

describe('nicknames', () => {
  const told = async (author: { id: string }) => {
    const topic = await make.topic();
    await as(author).ok('forum.comment', { topicId: topic.id, body: '我觉得可以按户轮流' });
    await checkTexts();
    return (await as(third()).ok('forum.comments', { topicId: topic.id })).items[0]?.authorLabel;
  };

  it('are shown once they have passed', async () => {
    const author = await third();
    const me = await as(author).ok('me.update', { nickname: '江边老李' });
    expect(me).toMatchObject({ nickname: null, nicknameWanted: '江边老李' });
    await checkTexts();
    expect(await told(author)).toBe('江边老李');
    expect(await as(author).ok('me.get', {})).toMatchObject({ nickname: '江边老李', nicknameWanted: null });
  });

  it('that do not pass leave the one before', async () => {
    const author = await make.person({ nickname: '江边老李' });
    await as(author).ok('me.update', { nickname: '【违规】' });
    await checkTexts();
    expect(await told(author)).toBe('江边老李');
    expect((await as(author).ok('moderation.mine', {})).items).toMatchObject([{ kindLabel: '昵称', stage: 'REFUSED' }]);
    await as(author).ok('me.update', { nickname: '【违规】' });
    await checkTexts();
    expect(await told(author)).toBe('江边老李');
  });

  it('that were changed while WeChat was asked do not get the verdict of another', async () => {
    const author = await third();
    await as(author).ok('me.update', { nickname: '江边老李' });
    await drain();
    await as(author).ok('me.update', { nickname: '【违规】' });
    await checkTexts();
    expect(await as(author).ok('me.get', {})).toMatchObject({ nickname: null, nicknameWanted: '【违规】' });
  });
});

describe('a picture', () => {
  async function raised() {
    const author = as(third());
    const photo = (await author.upload(await jpeg())).body;
    const topic = await author.ok('forum.raise', { ...parking, photoIds: [photo.id] });
    await checkTexts();
    return topic.id;
  }
  const isPictureSeen = async (id: string) => (await as(third()).ok('forum.get', { id })).photos.length > 0;
  const asked = () => desk().standIn.media().at(-1)!;

  it('is fetched by its signed link and shown when the push lets it pass', async () => {
    const id = await raised();
    expect(await isPictureSeen(id)).toBe(false);
    const file = await fetch(asked().url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await desk().standIn.judgeMedia(asked())).toMatchObject({ text: 'success' });
    await drain();
    expect(await isPictureSeen(id)).toBe(true);
  });

  it.each([
    ['review', { suggest: 'review', label: '20002' }, 1],
    ['risky', { suggest: 'risky', label: 20002 }, 0],
    ['an unknown word', { suggest: 'maybe', label: 1 }, 0],
  ])('that is judged %s is not seen', async (_name, verdict, inQueue) => {
    const id = await raised();
    await desk().standIn.judgeMedia(asked(), verdict, { format: 'xml' });
    await drain();
    expect(await isPictureSeen(id)).toBe(false);
    expect(await queued()).toHaveLength(inQueue);
  });

  it('without an answer waits for a person after 40 minutes, and a late pass shows it', async () => {
    const id = await raised();
    pass({ minutes: 39 });
    await soundChecks();
    expect(await queued()).toEqual([]);
    pass({ minutes: 1 });
    await soundChecks();
    expect(await queued()).toMatchObject([{ kindLabel: '图片', because: '图片过了 40 分钟没有核对结果' }]);
    expect(await isPictureSeen(id)).toBe(false);
    await desk().standIn.judgeMedia(asked());
    await drain();
    expect(await isPictureSeen(id)).toBe(true);
    expect(await queued()).toEqual([]);
  });

  it('that a person has refused stays so when the push comes late, and comes again', async () => {
    const id = await raised();
    pass({ minutes: 40 });
    await soundChecks();
    const [held] = await queued();
    await as(clerk()).ok('moderation.decide', {
      id: held!.id,
      version: held!.version,
      decision: 'refuse',
      rule: 'PRIVACY',
    });
    for (let time = 0; time < 3; time += 1) await desk().standIn.judgeMedia(asked());
    await drain();
    expect(await isPictureSeen(id)).toBe(false);
  });

  it('is judged once by a push that comes twice, the second time otherwise', async () => {
    const id = await raised();
    await desk().standIn.judgeMedia(asked(), { suggest: 'risky', label: 20002 });
    await desk().standIn.judgeMedia(asked(), { suggest: 'pass', label: 100 });
    await drain();
    expect(await isPictureSeen(id)).toBe(false);
    expect(await desk().prisma.pushedMessage.count()).toBe(1);
  });

  it.each([
    ['the limit', { errcode: 45009 }],
    ['silence', { hang: true }],
    ['garbage', { truncate: true }],
  ])('that WeChat cannot be asked about (%s) is not seen and waits for a person', async (_name, fault) => {
    desk().standIn.fault({ path: mediaPath, ...fault });
    const id = await raised();
    expect(await isPictureSeen(id)).toBe(false);
    expect(await queued()).toMatchObject([
      { kindLabel: '图片', pictureUrl: expect.stringContaining('/files/photos/') },
    ]);
  });

  it('is not settled by a trace nobody asked for', async () => {
    const id = await raised();
    await desk().standIn.judgeMedia({ ...asked(), traceId: 'made-up' });
    pass({ minutes: 6 });
    await drain();
    expect(await isPictureSeen(id)).toBe(false);
  });
});
