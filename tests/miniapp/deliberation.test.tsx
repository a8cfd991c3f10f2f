import { fireEvent, screen, waitFor } from '@testing-library/react';
import { signCode } from '#shared/domain/forum/sign-code';
import { JudgeCard } from '../../miniapp/packages/forum/deliberation/judge-card';
import { MeetingCard } from '../../miniapp/packages/forum/deliberation/meeting-card';
import { OpinionsCard } from '../../miniapp/packages/forum/deliberation/opinions-card';
import { OwnerCard } from '../../miniapp/packages/forum/deliberation/owner-card';
import { MinutesForm } from '../../miniapp/packages/forum/pages/meeting/minutes-form';
import SignInPage from '../../miniapp/packages/forum/pages/sign-in';
import { callInput, callProblems, emptyCall } from '../../miniapp/packages/staff/pages/topic-call/form';
import { board, deliberation, idAt, map, meeting } from './deliberation-fixtures';
import { leave, sentTo, stage } from './staff-stage';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const write = async (label: string, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });

afterEach(leave);

describe('statements', () => {
  it('are asked one at a time with three buttons; what was answered can be changed', async () => {
    stage(<OpinionsCard topicId={idAt(9)} />, {
      'forum.opinions': () => board(),
      'forum.answerStatement': () => board(),
    });
    expect(await screen.findByText('车位按户分')).toBeTruthy();
    await tap('说不准：车位按户分');
    await waitFor(() => expect(sentTo('forum.answerStatement')).toEqual([{ id: idAt(2), choice: 'PASS' }]));
    fireEvent.click(await screen.findByRole('radio', { name: '改成不同意：车位先到先停' }));
    await waitFor(() => expect(sentTo('forum.answerStatement')[1]).toEqual({ id: idAt(1), choice: 'DISAGREE' }));
  });

  it('say why somebody cannot answer, and what groups there are with what they share', async () => {
    const whyNotText = '表态按居住地计算，由那里的居民表态。您可以看结果。';
    stage(<OpinionsCard topicId={idAt(9)} />, {
      'forum.opinions': () => board({ mayAnswer: false, mayAdd: false, next: null, whyNotText, map }),
    });
    expect(await screen.findByText(/由那里的居民表态/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^同意：/ })).toBeNull();
    expect(await screen.findByRole('img', { name: '16 人分成 2 拨：甲组 10 人，乙组 6 人' })).toBeTruthy();
    expect(await screen.findByText('夜里不鸣笛')).toBeTruthy();
    expect(await screen.findByText(/乙组 · 同意 10% · 不同意 80%/)).toBeTruthy();
  });

  it('are added in a sheet that keeps the words when it is refused', async () => {
    stage(<OpinionsCard topicId={idAt(9)} />, {
      'forum.opinions': () => board({ next: null }),
      'forum.addStatement': () => board(),
    });
    await tap('我也加一句，请大家表态');
    expect((await button('交上去')).getAttribute('aria-disabled')).toBe('true');
    await write('您的观点', '外来车辆要收费');
    await tap('交上去');
    await waitFor(() => expect(sentTo('forum.addStatement')).toEqual([{ topicId: idAt(9), body: '外来车辆要收费' }]));
  });
});

describe('a meeting', () => {
  it('asks whether one comes, there or from afar', async () => {
    stage(<MeetingCard meeting={meeting()} latest />, { 'forum.answerMeeting': () => deliberation() });
    await tap('我要参加');
    await tap('线上参加');
    await waitFor(() =>
      expect(sentTo('forum.answerMeeting')).toEqual([
        { id: idAt(20), coming: true, online: false },
        { id: idAt(20), coming: true, online: true },
      ]),
    );
  });

  it('says that a code was copied wrong before anything is sent', async () => {
    const code = signCode('00112233445566778899');
    stage(<SignInPage />, { 'forum.signIn': () => deliberation() });
    await write('签到码（8 位）', `${code[1]}${code[0]}${code.slice(2)}`);
    const slipped = code[0] !== code[1];
    if (slipped) expect(await screen.findByText('好像抄错了一个字，请再看一遍')).toBeTruthy();
    await write('签到码（8 位）', code.toLowerCase());
    await tap('签到');
    expect(await screen.findByText('签到了')).toBeTruthy();
    expect(sentTo('forum.signIn')).toEqual([{ code: code.toLowerCase() }]);
  });

  it('saves each line of the minutes with those before it', async () => {
    const lines = [
      {
        id: idAt(30),
        kind: 'PROPOSAL' as const,
        kindText: '提出的办法',
        body: '划 40 个车位',
        speaker: '一位居民',
        checkState: 'PASSED' as const,
      },
      {
        id: idAt(31),
        kind: 'ONLINE' as const,
        kindText: '线上发言',
        body: '我赞成',
        speaker: null,
        checkState: 'PASSED' as const,
      },
    ];
    stage(<MinutesForm meeting={meeting({ status: 'OPEN', lines, abilities: ['note'] })} />, {
      'forum.writeMinutes': () => deliberation(),
    });
    fireEvent.click(await screen.findByRole('radio', { name: '一致意见' }));
    await write('记一条', '空地划 40 个车位');
    await tap('记下这一条');
    await waitFor(() => expect(sentTo('forum.writeMinutes')).toHaveLength(1));
    expect(sentTo('forum.writeMinutes')[0]).toMatchObject({
      lines: [
        { kind: 'PROPOSAL', body: '划 40 个车位', speaker: '一位居民' },
        { kind: 'AGREEMENT', body: '空地划 40 个车位' },
      ],
    });
  });

  it('is called with three days’ notice, two people, and those who were picked', () => {
    const now = new Date('2026-11-25T10:00:00+08:00');
    const form = { ...emptyCall(now), place: '村委会议室', agenda: '怎么划\n\n谁来管', chairId: 'a', recorderId: 'b' };
    expect(form.day).toBe('2026-11-29');
    expect(callProblems(form, now)).toEqual({});
    expect(callProblems({ ...form, day: '2026-11-27' }, now)).toEqual({ day: '要提前三天通知，请选三天以后' });
    expect(Object.keys(callProblems({ ...emptyCall(now), recorderId: '' }, now)).sort()).toEqual([
      'agenda',
      'chairId',
      'place',
      'recorderId',
    ]);
    const people = [
      { personId: 'a', name: '甲', postText: '议事会成员', role: 'COUNCIL' as const, maySit: true },
      { personId: 'c', name: '丙', postText: '附议的居民', role: 'RESIDENT' as const, maySit: false },
    ];
    expect(callInput({ ...form, invited: ['a', 'c'] }, { topicId: 't', version: 2 }, people)).toMatchObject({
      agenda: ['怎么划', '谁来管'],
      startsAt: '2026-11-29T01:30:00.000Z',
      invited: [{ personId: 'c', role: 'STAKEHOLDER' }],
    });
  });
});

it('judging asks three questions before it can be handed in', async () => {
  const judging = {
    open: true,
    untilText: '12月10日内',
    count: 0,
    informed: 0,
    solved: 0,
    satisfied: 0,
    words: [],
    mine: null,
  };
  stage(<JudgeCard topicId={idAt(9)} judging={judging} may />, { 'forum.judge': () => deliberation() });
  await tap('我来评');
  for (const answer of ['知道', '没解决']) fireEvent.click(await screen.findByRole('radio', { name: answer }));
  expect((await button('交上去')).getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(await screen.findByRole('radio', { name: '不满意' }));
  await tap('交上去');
  await waitFor(() =>
    expect(sentTo('forum.judge')).toEqual([{ topicId: idAt(9), informed: true, solved: false, satisfied: false }]),
  );
});

it('whoever answers for the topic ends it only with a reason; others see nothing of it', async () => {
  stage(<OwnerCard deliberation={deliberation({ abilities: ['callMeeting', 'disagree'] })} />, {
    'forum.disagree': () => deliberation(),
  });
  await tap('没有谈成');
  await write('写清楚', '两户不同意');
  fireEvent.click((await screen.findAllByRole('button', { name: '没有谈成' })).at(-1)!);
  await waitFor(() =>
    expect(sentTo('forum.disagree')).toEqual([{ topicId: idAt(9), version: 3, reason: '两户不同意' }]),
  );
  leave();
  stage(<OwnerCard deliberation={deliberation()} />, {});
  expect(screen.queryAllByRole('button')).toEqual([]);
});
