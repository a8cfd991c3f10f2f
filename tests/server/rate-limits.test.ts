import { forgetTurns, takeTurn } from '#server/kernel/rate-limit';
import { contract } from '#shared/contract';
import { AppError } from '#shared/errors';
import { as } from '../support/api';
import { freeze, now, pass } from '../support/clock';
import { desk } from '../support/desk';
import { make } from '../support/make';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const { limit } = contract['forum.comment'];
const times = limit?.times ?? 0;

describe('a call with a limit', () => {
  it('is let through exactly so often under parallel calls, and the rest hear when to come again', async () => {
    const topic = await make.topic();
    const speaker = await make.person();
    const replies = await Promise.all(
      Array.from({ length: times + 15 }, (_, at) =>
        as(speaker).call('forum.comment', { topicId: topic.id, body: `第 ${at} 句话` }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(times);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ body }) => body.error?.code))).toEqual(new Set(['too_many_requests']));
    expect(await desk().prisma.topicComment.count()).toBe(times);
    expect((await as(make.person()).call('forum.comment', { topicId: topic.id, body: '别人还能说' })).status).toBe(200);
  });

  it('says in its header how many seconds to wait', async () => {
    const topic = await make.topic();
    const speaker = await make.person();
    const token = await as(speaker).token();
    const post = () =>
      fetch(`${desk().url}/api/forum.comment`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ topicId: topic.id, body: '一句话' }),
      });
    for (let time = 0; time < times; time += 1) await post();
    const refused = await post();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    pass({ minutes: 0.5 });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(429);
  });

  it('does not spend a turn on a body that is refused at the door', async () => {
    const topic = await make.topic();
    const speaker = as(make.person());
    for (let time = 0; time < times + 5; time += 1)
      await speaker.call('forum.comment', { topicId: topic.id, body: '' });
    expect((await speaker.call('forum.comment', { topicId: topic.id, body: '好的，同意' })).status).toBe(200);
  });
});

describe('turns', () => {
  const take = (minutes = 10) => takeTurn(desk().prisma, '511502', 'somebody', { times: 4, minutes }, now());

  it('come back one by one and never pile up beyond the limit', async () => {
    for (let time = 0; time < 4; time += 1) await take();
    await expect(take()).rejects.toMatchObject({ code: 'too_many_requests', retryAfter: 150 });
    pass({ minutes: 2.5 });
    await take();
    await expect(take()).rejects.toBeInstanceOf(AppError);
    pass({ days: 3 });
    for (let time = 0; time < 4; time += 1) await take();
    await expect(take()).rejects.toBeInstanceOf(AppError);
  });

  it('are forgotten once they have all come back', async () => {
    await take();
    await forgetTurns(desk().prisma, now());
    expect(await desk().prisma.rateLimit.count()).toBe(1);
    pass({ minutes: 3 });
    await forgetTurns(desk().prisma, now());
    expect(await desk().prisma.rateLimit.count()).toBe(0);
  });
});
