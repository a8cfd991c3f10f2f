import { postedText, settleText } from '#server/features/forum/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem } from '../support/desk';
import { passTexts } from '../support/forum';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const parking = {
  title: '小区停车位怎么划',
  body: '晚上回来没有地方停车，想请大家一起商量车位怎么划、怎么收。',
  level: 'VILLAGE' as const,
  placeCode: home.village,
};

describe('raising a topic', () => {
  it('is read by nobody else until its words have passed', async () => {
    const [author, neighbour] = [await make.person(), await make.person()];
    const lead = await make.staff('GRID_LEAD', home.village);
    const topic = await as(author).ok('forum.raise', parking);
    expect(topic).toMatchObject({
      status: 'RAISED',
      stage: '提',
      checkState: 'PENDING',
      supportCount: 1,
      mine: 'author',
    });

    expect((await as(neighbour).call('forum.get', { id: topic.id })).body.error?.code).toBe('not_found');
    expect((await as(neighbour).call('forum.support', { id: topic.id })).body.error?.code).toBe('not_found');
    expect((await as(neighbour).ok('forum.list', {})).items).toEqual([]);
    expect((await as(lead).ok('forum.get', { id: topic.id })).waiting).toMatchObject({ title: parking.title });

    await passTexts();
    expect(await as(neighbour).ok('forum.get', { id: topic.id })).toMatchObject({
      title: parking.title,
      waiting: null,
    });
    expect((await as(neighbour).ok('forum.list', {})).items).toMatchObject([{ id: topic.id, near: 'village' }]);
  });

  it.each(['HELD', 'REFUSED'] as const)('stays unseen when it was %s', async (state) => {
    const topic = await as(make.person()).ok('forum.raise', parking);
    await passTexts(state);
    expect((await as(make.person()).call('forum.get', { id: topic.id })).status).toBe(404);
  });

  it('is for those who live there, and for those who answer for the place', async () => {
    const elsewhere = await make.person({ homeVillageCode: home.otherVillage });
    const nowhere = await make.person({ homeVillageCode: null });
    expect((await as(elsewhere).call('forum.raise', parking)).body.error?.code).toBe('topic_raise_elsewhere');
    expect((await as(nowhere).call('forum.raise', parking)).body.error?.code).toBe('topic_home_missing');
    expect(await as(make.staff('GRID_LEAD', home.village)).ok('forum.raise', parking)).toMatchObject({
      supportCount: 0,
    });
  });

  it('refuses places that are none, and a sixth living topic', async () => {
    const author = await make.person();
    const raise = (given: object) => as(author).call('forum.raise', { ...parking, ...given });
    expect((await raise({ placeCode: '999999999999' })).body.error?.code).toBe('place_unknown');
    expect((await raise({ placeCode: home.town })).body.error?.code).toBe('place_unknown');
    for (let count = 0; count < 5; count += 1) expect((await raise({})).status).toBe(200);
    expect((await raise({})).body.error?.code).toBe('topic_limit');
  });
});

describe('support', () => {
  it('is one voice under 50 parallel taps', async () => {
    const topic = await make.topic();
    const neighbour = await make.person();
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => as(neighbour).call('forum.support', { id: topic.id })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.map(({ body }) => body.error?.code))).toEqual(
      new Set([undefined, 'topic_already_supported']),
    );
    expect(await as(neighbour).ok('forum.get', { id: topic.id })).toMatchObject({ supportCount: 1, mine: 'supporter' });
  });

  it('of one household is two voices and one household, whichever goes first', async () => {
    const topic = await make.topic();
    const { id: householdId } = await make.household();
    const [one, two] = [await make.person({ householdId }), await make.person({ householdId })];
    await Promise.all([one, two].map((who) => as(who).ok('forum.support', { id: topic.id })));
    expect(await as(one).ok('forum.get', { id: topic.id })).toMatchObject({ supportCount: 2, householdCount: 1 });
    expect(await as(one).ok('forum.unsupport', { id: topic.id })).toMatchObject({ supportCount: 1, householdCount: 1 });
    expect(await as(two).ok('forum.unsupport', { id: topic.id })).toMatchObject({ supportCount: 0, householdCount: 0 });
    expect((await as(two).call('forum.unsupport', { id: topic.id })).body.error?.code).toBe('topic_not_supported');
    expect(await as(two).ok('forum.support', { id: topic.id })).toMatchObject({ supportCount: 1, householdCount: 1 });
  });

  it('counts where people live', async () => {
    const topic = await make.topic();
    const code = async (homeVillageCode: string | null) =>
      (await as(make.person({ homeVillageCode })).call('forum.support', { id: topic.id })).body.error?.code;
    expect(await code(home.otherVillage)).toBe('topic_counts_elsewhere');
    expect(await code(null)).toBe('topic_home_missing');
  });

  it('sends the topic to its review with the voice that was missing', async () => {
    const topic = await make.topic({ threshold: 3 });
    const crowd = await Promise.all(Array.from({ length: 6 }, () => make.person()));
    await Promise.all(crowd.map((who) => as(who).ok('forum.support', { id: topic.id })));
    const seen = await as(crowd[0]!).ok('forum.get', { id: topic.id });
    expect(seen).toMatchObject({ status: 'REVIEW', stage: '审', supportCount: 6, owner: { role: '村（社区）' } });
    expect(seen.steps.filter(({ action }) => action === 'gather')).toHaveLength(1);
    expect(seen.clock?.dueAt).toBe(new Date('2026-11-30T23:59:59+08:00').toISOString());
  });
});

describe('comments', () => {
  it('are seen by others once passed, and counted then', async () => {
    const topic = await make.topic();
    const [speaker, neighbour] = [await make.person({ nickname: '河边老张' }), await make.person()];
    const comment = await as(speaker).ok('forum.comment', { topicId: topic.id, body: '我家有两辆车，赞成分时段停。' });
    expect(comment).toMatchObject({ authorLabel: '我', checkState: 'PENDING', mine: true });
    expect((await as(neighbour).ok('forum.comments', { topicId: topic.id })).items).toEqual([]);
    expect((await as(speaker).ok('forum.comments', { topicId: topic.id })).items).toHaveLength(1);
    expect(
      (await as(neighbour).call('forum.comment', { topicId: topic.id, answersId: comment.id, body: '同意' })).status,
    ).toBe(404);

    await passTexts();
    const answer = await as(neighbour).ok('forum.comment', { topicId: topic.id, answersId: comment.id, body: '同意' });
    await passTexts();
    expect((await as(neighbour).ok('forum.comments', { topicId: topic.id })).items).toMatchObject([
      { authorLabel: '河边老张', replyCount: 1 },
    ]);
    expect((await as(speaker).ok('forum.comments', { topicId: topic.id, rootId: comment.id })).items).toMatchObject([
      { id: answer.id, body: '同意' },
    ]);
    expect((await as(speaker).ok('forum.get', { id: topic.id })).commentCount).toBe(2);

    await as(speaker).ok('forum.removeComment', { id: comment.id });
    expect((await as(neighbour).ok('forum.comments', { topicId: topic.id })).items).toMatchObject([
      { body: '（留言已删除）', authorLabel: '' },
    ]);
    expect((await as(speaker).ok('forum.get', { id: topic.id })).commentCount).toBe(1);
    expect((await as(neighbour).call('forum.removeComment', { id: comment.id })).status).toBe(404);
  });

  it('can hide their name, and go when the verdict changes', async () => {
    const topic = await make.topic();
    const shy = await make.person({ nickname: '怕得罪人' });
    const { id } = await as(shy).ok('forum.comment', { topicId: topic.id, body: '物业收费不清楚。', hideName: true });
    await passTexts();
    const read = async () => (await as(make.person()).ok('forum.comments', { topicId: topic.id })).items;
    expect(await read()).toMatchObject([{ authorLabel: '一位居民' }]);
    await asSystem((ctx) => settleText(ctx, 'COMMENT', id, 'HELD'));
    await asSystem((ctx) => settleText(ctx, 'COMMENT', id, 'HELD'));
    expect(await read()).toEqual([]);
    expect((await as(shy).ok('forum.get', { id: topic.id })).commentCount).toBe(0);
    expect(await asSystem((ctx) => postedText(ctx, 'COMMENT', id))).toMatchObject({ state: 'HELD', authorId: shy.id });
  });
});

describe('review', () => {
  const act = async (status: 'RAISED' | 'REVIEW') => {
    const topic = await make.topic({ status });
    return { topic, lead: await make.staff('GRID_LEAD', home.village) };
  };

  it('takes up, accepts and gives notice', async () => {
    const { topic, lead } = await act('RAISED');
    const taken = await as(lead).ok('forum.takeUp', { id: topic.id, version: 1, note: '党支部讨论过，同意提请' });
    const accepted = await as(lead).ok('forum.accept', { id: topic.id, version: taken.version });
    expect(accepted).toMatchObject({ status: 'NOTICE', stage: '告' });
    expect(accepted.steps.map(({ action }) => action)).toEqual(['takeUp', 'accept']);
  });

  it('sends back and rules out in words', async () => {
    const { topic, lead } = await act('REVIEW');
    const out = await as(lead).ok('forum.ruleOut', {
      ...{ id: topic.id, version: 1, reason: '法院正在审理' },
      instead: '等法院判决，可以先问法律顾问',
    });
    expect(out).toMatchObject({ status: 'RULED_OUT', phase: 'ENDED' });
    expect(out.steps.at(-1)?.note).toContain('可以先问法律顾问');
  });

  it('is not for residents, nor for the author, nor for another village', async () => {
    const { topic, lead } = await act('REVIEW');
    const target = { id: topic.id, version: 1 };
    expect((await as(make.person()).call('forum.accept', target)).body.error?.code).toBe('forbidden');
    const other = make.staff('GRID_LEAD', home.otherVillage);
    expect((await as(other).call('forum.accept', target)).body.error?.code).toBe('forbidden');
    const own = await make.topic({ status: 'REVIEW', authorId: lead.id });
    expect((await as(lead).call('forum.accept', { id: own.id, version: 1 })).body.error?.code).toBe('forbidden');
    expect((await as(lead).call('forum.accept', { ...target, version: 9 })).body.error?.code).toBe('stale_version');
    expect((await as(lead).call('forum.takeUp', { ...target, note: '提请审核' })).body.error?.code).toBe(
      'topic_action_not_allowed',
    );
  });
});
