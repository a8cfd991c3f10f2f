import type { Name } from '#shared/contract';
import { signCode } from '#shared/domain/forum/sign-code';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { calledAt, callOf, gathering, held, heldAt, opened, settle } from '../support/meeting';

const refusal = async (who: { id: string }, name: Name, input: unknown) =>
  (await as(who).call(name, input as never)).body.error?.code;

describe('calling a meeting', () => {
  it('needs three days’ notice, two people on posts, and whoever answers for the topic', async () => {
    const given = await gathering();
    const { lead, author, council, recorder, team, supporters } = given;
    const call = (given_: object, who: { id: string } = lead) =>
      refusal(who, 'forum.callMeeting', { ...callOf(given), ...given_ });
    expect(await call({}, author)).toBe('forbidden');
    expect(await call({}, council)).toBe('forbidden');
    expect(await call({}, await make.staff('GRID_LEAD', home.otherVillage))).toBe('forbidden');
    expect(await call({ startsAt: '2026-11-28T09:30:00+08:00', endsAt: '2026-11-28T11:00:00+08:00' })).toBe(
      'meeting_short_notice',
    );
    expect(await call({ startsAt: '2027-03-01T09:30:00+08:00', endsAt: '2027-03-01T11:00:00+08:00' })).toBe(
      'meeting_time_invalid',
    );
    expect(await call({ endsAt: heldAt })).toBe('meeting_time_invalid');
    expect(await call({ version: 9 })).toBe('stale_version');
    expect(await call({ recorderId: council.id })).toBe('person_not_eligible');
    expect(await call({ chairId: supporters[0]!.id })).toBe('person_not_eligible');
    expect(await call({ recorderId: author.id })).toBe('person_not_eligible');
    expect(await call({ invited: [{ personId: supporters[0]!.id, role: 'COUNCIL' }] })).toBe('person_not_eligible');
    expect(await call({ invited: [{ personId: team.id, role: 'CHAIR' }] })).toBe('person_not_eligible');
    expect(await call({ invited: [{ personId: given.topic.id, role: 'RESIDENT' }] })).toBe('person_not_eligible');
    expect(await call({ agenda: [] })).toBe('invalid_input');
    expect(await call({ topicId: council.id })).toBe('not_found');
    expect(await desk().prisma.topicMeeting.count()).toBe(0);

    const { meetings } = await as(lead).ok('forum.callMeeting', callOf(given));
    expect(meetings).toMatchObject([
      {
        status: 'CALLED',
        no: 1,
        invitedCount: 5,
        signCode: null,
        chairName: council.name,
        recorderName: recorder.name,
      },
    ]);
    expect(await call({})).toBe('meeting_exists');
    await drain();
    expect(await desk().prisma.notification.count({ where: { personId: team.id, title: '请您来开协商会' } })).toBe(1);
    expect(
      await desk().prisma.notification.count({ where: { personId: author.id, title: '您提的议题要开协商会了' } }),
    ).toBe(1);
  });

  it('lets one of ten calls at the same time stand', async () => {
    const given = await gathering();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => as(given.lead).call('forum.callMeeting', callOf(given))),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await desk().prisma.topicMeeting.count()).toBe(1);
  });

  it('asks who comes, and lets residents put themselves down', async () => {
    const given = await gathering();
    const meeting = (await as(given.lead).ok('forum.callMeeting', callOf(given))).meetings[0]!;
    const neighbour = await make.person();
    const stranger = await make.person({ homeVillageCode: home.otherVillage });
    await as(given.team).ok('forum.answerMeeting', { id: meeting.id, coming: true });
    await as(neighbour).ok('forum.answerMeeting', { id: meeting.id, coming: true, online: true });
    expect(await refusal(stranger, 'forum.answerMeeting', { id: meeting.id, coming: true })).toBe(
      'meeting_not_for_you',
    );
    expect(await refusal(neighbour, 'forum.answerMeeting', { id: given.topic.id, coming: true })).toBe('not_found');
    const seen = (await as(given.lead).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!;
    expect(seen).toMatchObject({ invitedCount: 5, comingCount: 2 });
    expect(seen.seats.find(({ personId }) => personId === neighbour.id)).toMatchObject({
      invited: false,
      replyText: '线上参加',
    });

    const outside = (await as(stranger).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!;
    expect(outside.seats.map(({ roleText }) => roleText)).toEqual(['主持人', '记录人', '同心服务团']);
    expect(outside.seats.every(({ personId }) => personId === null)).toBe(true);
    expect(JSON.stringify(outside)).not.toContain(given.supporters[0]!.name);
  });

  it('is called off with a reason that everybody asked is told', async () => {
    const given = await gathering();
    const meeting = (await as(given.lead).ok('forum.callMeeting', callOf(given))).meetings[0]!;
    const off = { id: meeting.id, version: meeting.version, reason: '主持人生病了' };
    expect(await refusal(given.author, 'forum.cancelMeeting', off)).toBe('forbidden');
    expect(await refusal(given.lead, 'forum.cancelMeeting', { ...off, version: 5 })).toBe('stale_version');
    const { meetings } = await as(given.council).ok('forum.cancelMeeting', off);
    expect(meetings[0]).toMatchObject({ status: 'CANCELLED', cancelReason: '主持人生病了' });
    await drain();
    expect(await desk().prisma.notification.count({ where: { personId: given.team.id, title: '协商会不开了' } })).toBe(
      1,
    );
    expect(
      await desk().prisma.notification.count({
        where: { personId: given.author.id, title: '您提的议题的协商会不开了' },
      }),
    ).toBe(1);
    expect(await refusal(given.lead, 'forum.cancelMeeting', { ...off, version: meetings[0]!.version })).toBe(
      'meeting_action_not_allowed',
    );
    await as(given.lead).ok('forum.callMeeting', callOf(given));
  });
});

it('is called off by itself when its topic ends, and those who were asked are told', async () => {
  const given = await gathering();
  await as(given.lead).ok('forum.callMeeting', callOf(given));
  await as(given.lead).ok('forum.ruleOut', {
    ...{ id: given.topic.id, version: given.topic.version },
    ...{ reason: '法院正在审理', instead: '等法院判决' },
  });
  await drain();
  const { meetings } = await as(given.lead).ok('forum.deliberation', { topicId: given.topic.id });
  expect(meetings).toMatchObject([{ status: 'CANCELLED', cancelReason: '议题已经结束', abilities: [] }]);
  const told = await desk().prisma.notification.count({ where: { personId: given.team.id, title: '协商会不开了' } });
  expect(told).toBe(1);
});

describe('holding a meeting', () => {
  it('opens near its time and after the notice only', async () => {
    const given = await gathering({ status: 'NOTICE' });
    const meeting = (await as(given.lead).ok('forum.callMeeting', callOf(given))).meetings[0]!;
    const open = { id: meeting.id, version: meeting.version };
    freeze(heldAt);
    expect(await refusal(given.council, 'forum.openMeeting', open)).toBe('topic_action_not_allowed');
    await desk().prisma.topic.update({
      where: { districtId_id: { districtId: '511502', id: given.topic.id } },
      data: { status: 'DISCUSS' },
    });
    freeze('2026-11-30T08:29:00+08:00');
    expect(await refusal(given.council, 'forum.openMeeting', open)).toBe('meeting_not_now');
    freeze(heldAt);
    expect(await refusal(given.team, 'forum.openMeeting', open)).toBe('forbidden');
    expect(await refusal(given.council, 'forum.openMeeting', { ...open, version: 7 })).toBe('stale_version');
    await as(given.recorder).ok('forum.openMeeting', open);
  });

  it('signs people in by the code at the door, tells a slip from a code that is none, and counts each once', async () => {
    const given = await gathering();
    const meeting = await opened(given);
    const { code, svg } = (await as(given.recorder).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!
      .signCode!;
    expect(svg).toMatch(/^<svg /);
    const outsider = await make.person({ homeVillageCode: home.otherVillage });
    const neighbour = await make.person();
    expect(
      (await as(neighbour).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!.signCode,
    ).toBeNull();
    const slipped = `${code[1]}${code[0]}${code.slice(2)}`;
    if (slipped !== code)
      expect(await refusal(neighbour, 'forum.signIn', { code: slipped })).toBe('meeting_code_invalid');
    expect(await refusal(neighbour, 'forum.signIn', { code: signCode('ff'.repeat(20)) })).toBe('meeting_code_unknown');
    expect(await refusal(outsider, 'forum.signIn', { code })).toBe('meeting_not_for_you');
    await Promise.all(
      Array.from({ length: 10 }, () => as(neighbour).ok('forum.signIn', { code: `CPM-${code.toLowerCase()}` })),
    );
    const seats = await desk().prisma.meetingSeat.findMany({
      where: { meetingId: meeting.id, signedAt: { not: null } },
    });
    expect(seats).toMatchObject([{ personId: neighbour.id, role: 'RESIDENT', invited: false, signedVia: 'CODE' }]);

    await as(given.recorder).ok('forum.signInFor', { id: meeting.id, personId: given.author.id });
    expect(await refusal(given.recorder, 'forum.signInFor', { id: meeting.id, personId: outsider.id })).toBe(
      'not_found',
    );
    expect(await refusal(given.team, 'forum.signInFor', { id: meeting.id, personId: given.author.id })).toBe(
      'forbidden',
    );
    expect(
      (await as(given.author).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!.mine,
    ).toMatchObject({ signed: true });
  });

  it('has an online part: signing in, words that others see once they passed', async () => {
    const given = await gathering();
    const meeting = await opened(given);
    const [away, other] = [given.supporters[0]!, given.supporters[1]!];
    const say = { id: meeting.id, body: '我在外面打工，赞成划车位' };
    expect(await refusal(away, 'forum.sayOnline', say)).toBe('meeting_not_signed');
    await as(away).ok('forum.signInOnline', { id: meeting.id });
    await as(away).ok('forum.sayOnline', say);
    const words = async (who: { id: string }) =>
      (await as(who).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!.lines.map(({ body }) => body);
    expect(await words(away)).toEqual([say.body]);
    expect(await words(other)).toEqual([]);
    await settle();
    expect(await words(other)).toEqual([say.body]);
    for (let count = 0; count < 9; count += 1) await as(away).ok('forum.sayOnline', say);
    expect(await refusal(away, 'forum.sayOnline', say)).toBe('meeting_words_limit');
  });

  it('is not held without its quorum, its chair, its recorder and minutes', async () => {
    const given = await gathering();
    const meeting = await opened(given);
    const { code } = (await as(given.recorder).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!
      .signCode!;
    const close = { id: meeting.id, version: meeting.version };
    for (const person of [given.author, ...given.supporters]) await as(person).ok('forum.signIn', { code });
    expect(await refusal(given.recorder, 'forum.closeMeeting', close)).toBe('meeting_no_quorum');
    await as(given.recorder).ok('forum.signIn', { code });
    expect(await refusal(given.recorder, 'forum.closeMeeting', close)).toBe('meeting_no_chair');
    await as(given.council).ok('forum.signIn', { code });
    expect(await refusal(given.recorder, 'forum.closeMeeting', close)).toBe('meeting_no_minutes');
    expect(await refusal(given.team, 'forum.closeMeeting', close)).toBe('forbidden');
    const lines = [{ kind: 'PROPOSAL' as const, body: '划 40 个车位' }];
    expect(await refusal(given.author, 'forum.writeMinutes', { ...close, lines })).toBe('forbidden');
    const noted = await as(given.recorder).ok('forum.writeMinutes', { ...close, lines });
    expect(await refusal(given.recorder, 'forum.writeMinutes', { ...close, lines })).toBe('stale_version');
    await as(given.council).ok('forum.closeMeeting', { ...close, version: noted.meetings[0]!.version });
    expect(await as(given.lead).ok('forum.get', { id: given.topic.id })).toMatchObject({ status: 'DISCUSS' });
    expect(await refusal(given.supporters[0]!, 'forum.signIn', { code })).toBe('meeting_code_unknown');
  });

  it('keeps proposals, agreements, dissent and pictures, and moves the topic on', async () => {
    const given = await gathering();
    const { meetings, paper } = await held(given);
    expect(meetings[0]).toMatchObject({
      status: 'HELD',
      presentCount: 7,
      presentText: expect.stringContaining('主持人 1 人'),
    });
    expect(meetings[0]!.lines.map(({ kindText }) => kindText)).toEqual(['提出的办法', '一致意见', '不同意见']);
    expect(paper).toBeNull();
    expect(await as(given.author).ok('forum.get', { id: given.topic.id })).toMatchObject({ status: 'DECIDE' });

    const photo = await make.photo({ ownerId: given.recorder.id });
    const adding = { id: meetings[0]!.id, attachmentIds: [photo.id] };
    await as(given.recorder).ok('forum.addMeetingPhotos', adding);
    const pictures = async (who: { id: string }) =>
      (await as(who).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!.photos.length;
    expect(await pictures(given.supporters[0]!)).toBe(0);
    await settle();
    expect(await pictures(given.supporters[0]!)).toBe(1);
    expect(await refusal(given.recorder, 'tickets.removePhoto', { id: photo.id })).toBe('photo_in_use');
    expect(await refusal(given.author, 'forum.addMeetingPhotos', adding)).toBe('forbidden');
    const foreign = await make.photo({ ownerId: given.author.id });
    expect(await refusal(given.recorder, 'forum.addMeetingPhotos', { ...adding, attachmentIds: [foreign.id] })).toBe(
      'not_found',
    );
  });

  it('may end without agreement, and with it the topic', async () => {
    const given = await gathering();
    await held(given, [
      { kind: 'PROPOSAL', body: '划 40 个车位' },
      { kind: 'DISSENT', body: '地不够' },
    ]);
    const { version, abilities } = await as(given.lead).ok('forum.deliberation', { topicId: given.topic.id });
    expect(abilities).toEqual(expect.arrayContaining(['callMeeting', 'disagree']));
    const ending = { topicId: given.topic.id, version, reason: '两边都不让步' };
    expect(await refusal(given.council, 'forum.disagree', ending)).toBe('forbidden');
    await as(given.lead).ok('forum.disagree', ending);
    expect(await as(given.author).ok('forum.get', { id: given.topic.id })).toMatchObject({
      status: 'UNAGREED',
      phase: 'ENDED',
    });
  });
});

it('offers people on posts and supporters to invite, to those who answer for the topic', async () => {
  const given = await gathering();
  const { items } = await as(given.lead).ok('forum.inviteable', { topicId: given.topic.id });
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ personId: given.council.id, role: 'COUNCIL', maySit: true }),
      expect.objectContaining({ personId: given.supporters[0]!.id, postText: '附议的居民', maySit: false }),
    ]),
  );
  expect(await refusal(given.recorder, 'forum.inviteable', { topicId: given.topic.id })).toBe('forbidden');
  expect(
    (await as(given.lead).ok('forum.inviteable', { topicId: given.topic.id, search: '没有这个人' })).items,
  ).toEqual([]);
});

beforeEach(() => freeze(calledAt));
