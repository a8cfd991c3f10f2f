import { anonymous, as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';
import { checkTexts, soundChecks } from '../support/moderation';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

type Person = { id: string };
const clerk = () => make.staff('TOWN_CLERK', home.town);
const centre = () => make.staff('CENTRE_SEAT', '511502');

/** A comment that has been checked; with the mark of the stand-in it is held or refused. */
async function comment(author: Person, mark = '', body = '按户轮流停就公平') {
  const topic = await make.topic();
  const { id } = await as(author).ok('forum.comment', { topicId: topic.id, body: `${body}${mark}` });
  await checkTexts();
  return { id, topicId: topic.id };
}
const isSeen = async ({ id, topicId }: { id: string; topicId: string }) =>
  (await as(make.person()).ok('forum.comments', { topicId })).items.some((one) => one.id === id);
const queue = async (who: Person, view: 'held' | 'appeals' | 'flagged' | 'decided' = 'held') =>
  (await as(who).ok('moderation.queue', { view })).items;
const report = (who: Person, subjectId: string) =>
  as(who).call('moderation.report', { kind: 'COMMENT', subjectId, reason: 'ABUSE' });
const notices = async (who: Person) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);

describe('the queue', () => {
  it('is the town clerk’s for the town and the centre’s for all; others have none', async () => {
    await comment(await make.person(), '【待审】');
    const elsewhere = await make.staff('TOWN_CLERK', '511502102');
    expect(
      [await queue(await clerk()), await queue(await centre()), await queue(elsewhere)].map((one) => one.length),
    ).toEqual([1, 1, 0]);
    for (const kind of ['GRID_STAFF', 'GRID_LEAD', 'LEGAL_ADVISOR'] as const)
      expect((await as(make.staff(kind)).call('moderation.queue', {})).body.error?.code).toBe('forbidden');
    expect((await as(make.person()).call('moderation.queue', {})).status).toBe(403);
  });

  it('shows the words, the real name inside, what gives somebody away and the time left', async () => {
    const author = await make.person({ name: '李建国', nickname: '河边老李' });
    const { id } = await comment(author, '【待审】', '有事打电话');
    await desk().prisma.topicComment.updateMany({ where: { id }, data: { body: '有事打 13812345678' } });
    const [held] = await queue(await clerk());
    expect(held).toMatchObject({
      ...{ kindLabel: '留言', authorLabel: '李建国', because: '微信建议人工看一看', rule: { code: 'OTHER' } },
      ...{ clock: { text: '还剩 6 小时', late: false }, dueText: '今天 16:00 前' },
    });
    expect(held?.exposed.map(({ start, end }) => held.words?.slice(start, end))).toEqual(['13812345678']);
  });

  it('passes by keyset pages, the one due first in front', async () => {
    for (const minute of [0, 1, 2]) {
      await comment(await make.person(), '【待审】', `第${minute}条`);
      pass({ minutes: 1 });
    }
    const who = as(clerk());
    const first = await who.ok('moderation.queue', { limit: 2 });
    const second = await who.ok('moderation.queue', { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ words }) => words)).toEqual(
      [0, 1, 2].map((minute) => `第${minute}条【待审】`),
    );
    expect([first.counts.held, second.nextCursor]).toEqual([3, null]);
    expect((await who.call('moderation.queue', { cursor: 'x' })).body.error?.code).toBe('invalid_input');
  });
});

describe('a decision', () => {
  it.each([
    ['pass', true],
    ['refuse', false],
  ] as const)('to %s makes it seen: %s, and the author is told', async (decision, seen) => {
    const author = await make.person();
    const piece = await comment(author, '【待审】');
    const who = await clerk();
    const [held] = await queue(who);
    const rule = decision === 'refuse' ? ('ABUSE' as const) : undefined;
    await as(who).ok('moderation.decide', { id: held!.id, version: held!.version, decision, rule, note: '看过了' });
    expect(await isSeen(piece)).toBe(seen);
    await checkTexts();
    expect(await notices(author)).toEqual([seen ? '您的留言通过了' : '您的留言没有通过']);
    expect(await queue(who)).toEqual([]);
    expect(await queue(who, 'decided')).toHaveLength(1);
  });

  it('is one of ten at the same time', async () => {
    await comment(await make.person(), '【待审】');
    const [held] = await queue(await clerk());
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        as(clerk()).call('moderation.decide', {
          ...{ id: held!.id, version: held!.version, decision: at % 2 ? 'pass' : 'refuse' },
          rule: 'ADS',
        }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it('is refused to the author, without a rule, to strangers, and for what nobody waits for', async () => {
    const author = await clerk();
    await comment(author, '【待审】');
    const [held] = await queue(await centre());
    const target = { id: held!.id, version: held!.version };
    const decide = async (who: Person, given: object) =>
      (await as(who).call('moderation.decide', { ...target, decision: 'pass', ...given })).body.error?.code;
    expect(await decide(author, {})).toBe('check_own');
    expect(await decide(await centre(), { decision: 'refuse' })).toBe('check_rule_missing');
    expect(await decide(await make.staff('TOWN_CLERK', '511502102'), {})).toBe('not_found');
    expect(await decide(await make.staff('GRID_STAFF'), {})).toBe('not_found');
    expect(await decide(await centre(), { version: 99 })).toBe('stale_version');
    expect(await decide(await centre(), { id: '00000000-0000-4000-8000-000000000000' })).toBe('not_found');
    expect(await decide(await centre(), { decision: 'refuse', rule: 'ADS' })).toBeUndefined();
    expect(await decide(await centre(), { version: held!.version + 1 })).toBe('check_not_held');
  });
});

describe('an appeal', () => {
  async function refused() {
    const author = await make.person();
    const piece = await comment(author, '【待审】');
    const first = await clerk();
    const [held] = await queue(first);
    await as(first).ok('moderation.decide', {
      id: held!.id,
      version: held!.version,
      decision: 'refuse',
      rule: 'ABUSE',
    });
    return { author, piece, first, id: held!.id };
  }

  it('is answered by somebody else, and then the piece is seen', async () => {
    const { author, piece, first, id } = await refused();
    expect(await as(author).ok('moderation.appeal', { id, text: '我没有骂人，说的是事情' })).toMatchObject({
      ...{ appeal: 'OPEN', mayAppeal: false, dueText: '11月30日 周一内' },
    });
    expect(await isSeen(piece)).toBe(false);
    const [open] = await queue(first, 'appeals');
    expect(open).toMatchObject({ otherPerson: true, mayPass: false, appealText: '我没有骂人，说的是事情' });
    const answer = { id, version: open!.version, decision: 'pass' as const };
    expect((await as(first).call('moderation.decide', answer)).body.error?.code).toBe('check_same_person');
    await as(clerk()).ok('moderation.decide', answer);
    expect(await isSeen(piece)).toBe(true);
    await checkTexts();
    expect((await notices(author))[0]).toBe('您的留言通过了');
    expect((await as(author).ok('moderation.mine', {})).items).toMatchObject([{ appeal: 'GRANTED', stage: 'PASSED' }]);
  });

  it('against the machine may be answered by anyone who moderates', async () => {
    const author = await make.person();
    const piece = await comment(author, '【违规】');
    const [own] = (await as(author).ok('moderation.mine', {})).items;
    await as(author).ok('moderation.appeal', { id: own!.id, text: '这是引用别人的话' });
    const who = await clerk();
    const [open] = await queue(who, 'appeals');
    await as(who).ok('moderation.decide', { id: open!.id, version: open!.version, decision: 'refuse', rule: 'CRIME' });
    expect(await isSeen(piece)).toBe(false);
    expect((await as(author).call('moderation.appeal', { id: own!.id, text: '再来一次' })).body.error?.code).toBe(
      'appeal_already',
    );
  });

  it('is the author’s only, of what was refused, within 15 days', async () => {
    const { author, id } = await refused();
    const appeal = async (who: Person) =>
      (await as(who).call('moderation.appeal', { id, text: '请再看一看' })).body.error?.code;
    expect(await appeal(await make.person())).toBe('not_found');
    pass({ days: 15, minutes: 1 });
    expect(await appeal(author)).toBe('appeal_too_late');
    const other = await make.person();
    await comment(other, '【待审】');
    const [held] = (await as(other).ok('moderation.mine', {})).items;
    const early = await as(other).call('moderation.appeal', { id: held!.id, text: '请再看一看' });
    expect(early.body.error?.code).toBe('check_not_refused');
  });
});

describe('reports', () => {
  it('are one a person, also under twenty parallel taps; the third takes the piece back to the queue', async () => {
    const author = await make.person();
    const piece = await comment(author);
    const [one, two, three] = [await make.person(), await make.person(), await make.person()];
    const taps = await Promise.all(Array.from({ length: 20 }, () => report(one, piece.id)));
    expect(taps.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(taps.map(({ body }) => body.error?.code))).toEqual(new Set([undefined, 'report_already']));
    await report(two, piece.id);
    expect(await isSeen(piece)).toBe(true);
    await report(three, piece.id);
    expect(await isSeen(piece)).toBe(false);
    expect((await as(three).ok('forum.get', { id: piece.topicId })).commentCount).toBe(0);
    const who = await clerk();
    const [held] = await queue(who);
    expect(held).toMatchObject({ because: '几个人举报', reportCount: 3 });
    expect(held?.reports).toHaveLength(3);
    await checkTexts();
    expect(await notices(author)).toEqual(['您的留言暂时不公开']);
    await as(who).ok('moderation.decide', { id: held!.id, version: held!.version, decision: 'pass' });
    expect(await isSeen(piece)).toBe(true);
    expect((await report(three, piece.id)).body.error?.code).toBe('report_already');
    expect((await report(await make.person(), piece.id)).status).toBe(200);
    expect(await isSeen(piece)).toBe(true);
  });

  it('of several people at once are all counted', async () => {
    const piece = await comment(await make.person());
    const people = await Promise.all(Array.from({ length: 8 }, () => make.person()));
    const replies = await Promise.all(people.map((who) => report(who, piece.id)));
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const [held] = await queue(await clerk());
    expect(held).toMatchObject({ reportCount: 8, flags: ['短时间内集中举报'] });
  });

  it('are not made on own pieces, on what is not public, or on nothing', async () => {
    const author = await make.person();
    const shown = await comment(author);
    const hidden = await comment(author, '【待审】');
    expect((await report(author, shown.id)).body.error?.code).toBe('report_own');
    expect((await report(await make.person(), hidden.id)).body.error?.code).toBe('not_found');
    expect((await report(await make.person(), '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const wrong = { kind: 'NONSENSE', subjectId: shown.id, reason: 'ADS' as const };
    expect((await as(make.person()).call('moderation.report', wrong)).status).toBe(404);
  });

  it('reach pieces from before checks were kept', async () => {
    const topic = await make.topic();
    for (let time = 0; time < 3; time += 1)
      await as(make.person()).ok('moderation.report', { kind: 'TOPIC', subjectId: topic.id, reason: 'FRAUD' });
    expect((await as(make.person()).call('forum.get', { id: topic.id })).status).toBe(404);
  });
});

describe('patterns are flagged and nothing is dropped', () => {
  it('copies: the third of the same words, whatever stands between them', async () => {
    const pieces = [];
    for (const mark of ['', ' ！', '。。'])
      pieces.push(await comment(await make.person(), mark, '大家都来投同意这个方案最好'));
    expect(await Promise.all(pieces.map(isSeen))).toEqual([true, true, true]);
    const who = await clerk();
    const [flagged] = await queue(who, 'flagged');
    expect(flagged).toMatchObject({ flags: ['同样的话贴了好几处'], mayPass: true, mayRefuse: true });
    await as(who).ok('moderation.decide', {
      id: flagged!.id,
      version: flagged!.version,
      decision: 'refuse',
      rule: 'FLOOD',
    });
    expect(await isSeen(pieces[2]!)).toBe(false);
    expect(await queue(who, 'flagged')).toEqual([]);
  });

  it('crowds: the fifth account younger than three days under one topic within an hour', async () => {
    const topic = await make.topic();
    for (let at = 0; at < 5; at += 1)
      await as(make.person()).ok('forum.comment', { topicId: topic.id, body: `第 ${at} 个新来的说一句` });
    await checkTexts();
    expect((await queue(await clerk(), 'flagged')).map(({ flags }) => flags)).toEqual([
      ['新来的账号一起涌到同一个地方'],
    ]);
  });
});

describe('moderators', () => {
  it('are reminded half way once, and at the end with the centre', async () => {
    const [who, seat] = [await clerk(), await centre()];
    await comment(await make.person(), '【待审】', '第一条');
    await comment(await make.person(), '【待审】', '第二条');
    await soundChecks();
    expect(await notices(who)).toEqual([]);
    pass({ hours: 3 });
    await soundChecks();
    await soundChecks();
    expect(await notices(who)).toEqual(['有内容等您核对']);
    expect(await notices(seat)).toEqual([]);
    pass({ hours: 3 });
    await soundChecks();
    expect(await notices(who)).toEqual(['有内容超过核对时限', '有内容等您核对']);
    expect(await notices(seat)).toEqual(['有内容超过核对时限']);
  });
});

describe('the published rules', () => {
  it('are read by anyone, with what was hidden by which rule and how appeals went', async () => {
    await comment(await make.person(), '【违规】');
    await comment(await make.person());
    const author = await make.person();
    await comment(author, '【待审】');
    const who = await clerk();
    const [held] = await queue(who);
    pass({ minutes: 30 });
    await as(who).ok('moderation.decide', { id: held!.id, version: held!.version, decision: 'refuse', rule: 'ADS' });
    const { rules, figures } = await anonymous.ok('moderation.rules', {});
    expect(Object.fromEntries(rules.flatMap(({ code, hidden }) => (hidden > 0 ? [[code, hidden]] : [])))).toEqual({
      ...{ CRIME: 1, ADS: 1 },
    });
    expect(figures).toEqual({ checked: 3, hidden: 2, byPeople: 1, appeals: 0, granted: 0, medianMinutes: 30 });
  });
});
