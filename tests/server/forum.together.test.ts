import fc from 'fast-check';
import sharp from 'sharp';
import { settleText } from '#server/features/forum/index';
import { verifyCounters } from '#server/features/forum/verify';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { passTexts } from '../support/forum';
import { home, make } from '../support/make';
import { districtId } from '../support/make/place';

type Person = { id: string };

const jpeg = () =>
  sharp({ create: { width: 32, height: 24, channels: 3, background: '#8a9' } })
    .jpeg()
    .toBuffer();

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const crowd = (count: number, given: object = {}) =>
  Promise.all(Array.from({ length: count }, () => make.person(given)));
const support = (people: Person[], id: string) => Promise.all(people.map((one) => as(one).ok('forum.support', { id })));
const wrong = () => verifyCounters(desk().prisma, districtId);

describe('merging', () => {
  it('carries the voices, counts nobody twice, tells everybody once and lets them go', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const [from, into] = [await make.topic({ status: 'REVIEW' }), await make.topic({ status: 'REVIEW' })];
    const [a, b, both] = await crowd(3);
    await support([a!, both!], from.id);
    await support([b!, both!], into.id);

    const merged = await as(lead).ok('forum.merge', {
      id: from.id,
      version: 1,
      intoId: into.id,
      reason: '说的是同一块地',
    });
    expect(merged).toMatchObject({ status: 'MERGED', mergedInto: { id: into.id } });
    expect(await as(a!).ok('forum.get', { id: into.id })).toMatchObject({ supportCount: 3, mine: 'supporter' });
    await drain();
    for (const one of [a!, both!]) {
      const notices = await desk().prisma.notification.findMany({ where: { personId: one.id } });
      expect(notices).toMatchObject([{ title: '您附议的议题并入了另一个议题' }]);
      expect(notices[0]!.page).toContain(into.id);
    }
    expect(await as(a!).ok('forum.unsupport', { id: into.id })).toMatchObject({ supportCount: 2, supported: false });
    expect(await wrong()).toEqual([]);
  });

  it('does not bring back a voice that was taken back there', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const [from, into] = [await make.topic({ status: 'REVIEW' }), await make.topic({ status: 'REVIEW' })];
    const [one] = await crowd(1);
    await support([one!], from.id);
    await support([one!], into.id);
    await as(one!).ok('forum.unsupport', { id: into.id });
    await as(lead).ok('forum.merge', { id: from.id, version: 1, intoId: into.id, reason: '说的是同一块地' });
    expect(await as(one!).ok('forum.get', { id: into.id })).toMatchObject({ supportCount: 0, mine: 'none' });
  });

  it('refuses itself, ended ones, other places and what has not passed', async () => {
    const lead = await make.staff('CENTRE_SEAT', home.centre);
    const from = await make.topic({ status: 'REVIEW' });
    const targets = [
      from,
      await make.topic({ status: 'DONE' }),
      await make.topic({ villageCode: home.otherVillage, ownerUnit: home.otherVillage }),
      await make.topic({ checkState: 'HELD' }),
    ];
    for (const { id } of targets)
      expect(
        (await as(lead).call('forum.merge', { id: from.id, version: 1, intoId: id, reason: '差不多的事' })).body.error
          ?.code,
      ).toBe('topic_merge_invalid');
  });

  it('of two topics into each other at once leaves one of them', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const [a, b] = [await make.topic({ status: 'REVIEW' }), await make.topic({ status: 'REVIEW' })];
    const merge = (id: string, intoId: string) =>
      as(lead).call('forum.merge', { id, version: 1, intoId, reason: '说的是同一块地' });
    const replies = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('splitting', () => {
  it('ends in parts that carry the voices', async () => {
    const lead = await make.staff('GRID_LEAD', home.village);
    const topic = await make.topic({ status: 'REVIEW' });
    const people = await crowd(4);
    await support(people, topic.id);
    const parts = [
      { title: '停车位怎么划线', body: '先商量车位划在哪里、划多少个。' },
      { title: '停车收不收费', body: '再商量收不收费、收了怎么用。' },
    ];
    const split = await as(lead).ok('forum.split', { id: topic.id, version: 1, reason: '两件事分开说得清', parts });
    expect(split).toMatchObject({ status: 'SPLIT', parts: [{ title: parts[0]!.title }, { title: parts[1]!.title }] });
    await passTexts();
    for (const part of split.parts)
      expect(await as(people[0]!).ok('forum.get', { id: part.id })).toMatchObject({
        ...{ status: 'REVIEW', supportCount: 4, splitFrom: { id: topic.id } },
      });
    expect(await wrong()).toEqual([]);
  });
});

describe('co-authors', () => {
  it('join by the code of the first author, once, with a voice', async () => {
    const author = await make.person({ nickname: '张家院子' });
    const topic = await make.topic({ authorId: author.id });
    const invite = await as(author).ok('forum.invite', { id: topic.id });
    expect(invite.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await as(author).ok('forum.invite', { id: topic.id })).code).toBe(invite.code);

    const friend = await make.person();
    const { code } = invite;
    expect(await as(friend).ok('forum.invited', { code })).toMatchObject({
      topicId: topic.id,
      authorLabel: '张家院子',
    });
    const joined = await as(friend).ok('forum.coauthor', { code: code.toLowerCase() });
    expect(joined).toMatchObject({ mine: 'author', supportCount: 1 });
    expect(joined.coAuthors).toEqual(['您']);
    const codeOf = async (who: Person, given: string) =>
      (await as(who).call('forum.coauthor', { code: given })).body.error?.code;
    expect(await codeOf(friend, code)).toBe('topic_coauthor_already');
    expect(await codeOf(await make.person({ homeVillageCode: home.otherVillage }), code)).toBe(
      'topic_counts_elsewhere',
    );
    expect(await codeOf(await make.person(), '22222222')).toBe('not_found');
    expect((await as(friend).call('forum.invite', { id: topic.id })).body.error?.code).toBe('forbidden');
    freeze('2026-12-03T10:00:00+08:00');
    expect(await codeOf(await make.person(), code)).toBe('topic_invite_over');
  });
});

describe('words that nobody has checked', () => {
  it('are not shown by a code, by a part, by a reason or by a note', async () => {
    const [author, other, lead] = [
      await make.person(),
      await make.person(),
      await make.staff('GRID_LEAD', home.village),
    ];
    const waiting = await make.topic({ authorId: author.id, checkState: 'HELD' });
    expect((await as(author).call('forum.invite', { id: waiting.id })).body.error?.code).toBe('topic_not_passed');
    const topic = await make.topic({ authorId: author.id });
    const { code } = await as(author).ok('forum.invite', { id: topic.id });
    await desk().prisma.topic.updateMany({ where: { id: topic.id }, data: { checkState: 'HELD' } });
    for (const name of ['forum.invited', 'forum.coauthor'] as const)
      expect((await as(other).call(name, { code })).body.error?.code).toBe('topic_not_passed');

    const whole = await make.topic({ status: 'REVIEW' });
    const parts = [
      { title: '没有核对过的题目', body: '先商量车位划在哪里、划多少个。' },
      { title: '也没有核对过', body: '再商量收不收费、收了怎么用。' },
    ];
    const split = { id: whole.id, version: 1, reason: '两件事分开说得清', parts };
    expect((await as(lead).ok('forum.split', split)).parts).toHaveLength(2);
    expect((await as(other).ok('forum.get', { id: whole.id })).parts).toEqual([]);

    const mine = await make.topic({ authorId: author.id });
    await as(author).ok('forum.withdraw', { id: mine.id, version: 1, reason: '没有核对过的原因' });
    const seen = async (who: Person) => JSON.stringify(await as(who).ok('forum.get', { id: mine.id }));
    expect(await seen(other)).not.toContain('没有核对过');
    expect(await seen(lead)).toContain('没有核对过的原因');
  });
});

describe('voices entered for elders', () => {
  const entry = { personName: '刘奶奶', idTail: '123x', via: 'PAPER' as const, consent: '本人按了手印' };

  it('count once, with consent and a photo, from staff of the place', async () => {
    const [staff, lead] = [await make.staff('GRID_STAFF', home.grid), await make.staff('GRID_LEAD', home.village)];
    const topic = await make.topic();
    const photo = await as(staff).upload(await jpeg());
    const enter = (who: Person, photoId: string) =>
      as(who).call('forum.supportFor', { id: topic.id, ...entry, photoId });
    expect((await enter(staff, photo.body.id)).body).toMatchObject({ supportCount: 1 });
    const second = await as(lead).upload(await jpeg());
    expect((await enter(lead, second.body.id)).body.error?.code).toBe('topic_already_supported');
    expect((await enter(lead, photo.body.id)).body.error?.code).toBe('not_found');
    const other = await make.staff('GRID_STAFF', `${home.otherVillage}001`);
    const theirs = await as(other).upload(await jpeg());
    expect((await enter(other, theirs.body.id)).body.error?.code).toBe('forbidden');
    expect(
      (await as(make.person()).call('forum.supportFor', { id: topic.id, ...entry, photoId: photo.body.id })).status,
    ).toBe(403);
    const [voice] = await desk().prisma.topicSupport.findMany();
    expect(voice).toMatchObject({
      via: 'PAPER',
      consent: '本人按了手印',
      enteredById: staff.id,
      photoId: photo.body.id,
    });
    expect(JSON.stringify(voice)).not.toContain('123');
  });
});

describe('before raising', () => {
  it('similar topics of the place are offered, and matters law keeps out explained', async () => {
    const neighbour = await make.person();
    const topic = await make.topic({ title: '小区停车位怎么划', body: '车多位少，晚上停不下。' });
    const advise = (title: string, body: string) =>
      as(neighbour).ok('forum.advise', { title, body, level: 'VILLAGE', placeCode: home.village });
    expect(await advise('停车位不够怎么划分', '小区里车位少')).toMatchObject({
      ...{ similar: [{ id: topic.id }], keptOut: null, threshold: 10, counts: 'yes' },
    });
    expect((await advise('要不要取消外嫁女的分红', '大家投票决定')).keptOut).toMatchObject({ way: 'advisor' });
    expect((await advise('路灯坏了没人修', '晚上很黑')).similar).toEqual([]);
  });
});

describe('counters', () => {
  it('equal what is counted anew after a thousand random actions at once', async () => {
    const topics = await Promise.all([make.topic({ threshold: 3 }), make.topic(), make.topic({ threshold: 500 })]);
    const { id: householdId } = await make.household();
    const people = [...(await crowd(6, { householdId })), ...(await crowd(10))];
    const ids = topics.map(({ id }) => id);
    const comments: { id: string; author: Person }[] = [];
    const deeds = ['yes', 'yes', 'no', 'say', 'say', 'gone', 'check', 'check'] as const;
    const states = ['PASSED', 'PASSED', 'HELD', 'REFUSED'] as const;
    const actions = fc.sample(fc.noBias(fc.tuple(...[16, 3, 8, 4, 1000].map((of) => fc.nat(of - 1)))), {
      ...{ numRuns: 1000, seed: 42 },
    });
    const perform = async ([who = 0, topic = 0, deedNo = 0, stateNo = 0, pick = 0]: number[]) => {
      const [person, id, deed, state] = [people[who]!, ids[topic]!, deeds[deedNo]!, states[stateNo]!];
      const some = comments[pick % Math.max(1, comments.length)];
      if (deed === 'yes') await as(person).call('forum.support', { id });
      else if (deed === 'no') await as(person).call('forum.unsupport', { id });
      else if (deed === 'say') {
        const answersId = some && who % 2 === 0 ? some.id : undefined;
        const { status, body } = await as(person).call('forum.comment', {
          topicId: id,
          answersId,
          body: '我也说一句。',
        });
        if (status === 200) comments.push({ id: body.id, author: person });
      } else if (deed === 'gone' && some) await as(some.author).call('forum.removeComment', { id: some.id });
      else if (deed === 'check' && some) await asSystem((ctx) => settleText(ctx, 'COMMENT', some.id, state));
    };
    for (let start = 0; start < actions.length; start += 40)
      await Promise.all(actions.slice(start, start + 40).map(perform));
    expect(await wrong()).toEqual([]);
    const kept = await desk().prisma.topic.findMany({ where: { id: { in: ids } } });
    expect(kept.some(({ supportCount, commentCount }) => supportCount > 0 && commentCount > 0)).toBe(true);
    await desk().prisma.topic.updateMany({ where: { id: ids[0]! }, data: { commentCount: { increment: 1 } } });
    expect(await wrong()).toMatchObject([{ id: ids[0], counter: 'commentCount' }]);
  }, 90_000);
});
