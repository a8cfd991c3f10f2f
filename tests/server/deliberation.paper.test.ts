import type { Name } from '#shared/contract';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { make } from '../support/make';
import { calledAt, type Gathering, gathering, held } from '../support/meeting';

const refusal = async (who: { id: string }, name: Name, input: unknown) =>
  (await as(who).call(name, input as never)).body.error?.code;
const body = '在村口空地划 40 个车位，先到先停，夜里十点后不鸣笛。';

/** A meeting that agreed, and its paper as it was first written by the recorder. */
async function written(matter: 'PUBLIC_WORKS' | null = null) {
  const given = await gathering();
  const meetingId = (await held(given)).meetings[0]!.id;
  await as(given.recorder).ok('forum.writePaper', { meetingId, version: 1, body, matter });
  return { ...given, meetingId };
}

const paperOf = async (given: Gathering, who: { id: string } = given.lead) =>
  (await as(who).ok('forum.deliberation', { topicId: given.topic.id })).paper;

/** The next step of the paper by somebody, from the version that is newest. */
async function step(
  given: Gathering,
  who: { id: string },
  name: 'forum.readPaper' | 'forum.confirmPaper' | 'forum.publishPaper',
) {
  const paper = (await paperOf(given))!;
  return as(who).call(name, { id: paper.id, version: paper.version });
}

describe('the decision paper', () => {
  it('is written, read back, confirmed by somebody else, published for fifteen days', async () => {
    const given = await written();
    const paper = (await paperOf(given))!;
    expect(paper).toMatchObject({ status: 'DRAFT', agreements: ['空地划 40 个车位'], dissents: ['有一户担心夜里吵'] });
    expect(await paperOf(given, given.supporters[0])).toBeNull();

    await step(given, given.recorder, 'forum.readPaper');
    await drain();
    expect(await desk().prisma.notification.count({ where: { title: '请您听一听协商结果' } })).toBe(6);
    expect((await step(given, given.council, 'forum.confirmPaper')).body.error?.code).toBe('paper_not_heard');
    for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id: paper.id, agrees: true });
    expect((await step(given, given.recorder, 'forum.confirmPaper')).body.error?.code).toBe('forbidden');
    expect((await step(given, given.team, 'forum.publishPaper')).body.error?.code).toBe('forbidden');
    expect((await step(given, given.lead, 'forum.publishPaper')).body.error?.code).toBe('paper_action_not_allowed');
    expect((await step(given, given.council, 'forum.confirmPaper')).status).toBe(200);
    expect((await step(given, given.council, 'forum.publishPaper')).body.error?.code).toBe('forbidden');
    expect((await step(given, given.lead, 'forum.publishPaper')).status).toBe(200);
    const seen = (await paperOf(given, await make.person()))!;
    expect(seen).toMatchObject({ status: 'PUBLISHED', daysLeft: 15, body, objections: [], toAsk: [] });
    expect(await as(given.author).ok('forum.get', { id: given.topic.id })).toMatchObject({ status: 'CARRY_OUT' });
  });

  it('is not confirmed by its writer, whoever that is', async () => {
    const given = await gathering();
    const meetingId = (await held(given)).meetings[0]!.id;
    await as(given.lead).ok('forum.writePaper', { meetingId, version: 1, body, matter: null });
    await step(given, given.recorder, 'forum.readPaper');
    const { id } = (await paperOf(given))!;
    for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id, agrees: true });
    expect((await step(given, given.lead, 'forum.confirmPaper')).body.error?.code).toBe('paper_own');
  });

  it('goes back to be rewritten when somebody objects, and is read again from the beginning', async () => {
    const given = await written();
    await step(given, given.recorder, 'forum.readPaper');
    const { id } = (await paperOf(given))!;
    for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id, agrees: true });
    await as(given.author).ok('forum.answerPaper', { id, agrees: false, note: '会上说的是 30 个' });
    expect((await paperOf(given))!.objections).toEqual([{ note: '会上说的是 30 个' }]);
    expect((await step(given, given.council, 'forum.confirmPaper')).body.error?.code).toBe('paper_objected');
    const { version } = (await paperOf(given))!;
    const back = { id, version, reason: '车位数不对' };
    expect(await refusal(given.author, 'forum.rewritePaper', back)).toBe('forbidden');
    await as(given.council).ok('forum.rewritePaper', back);
    expect(await refusal(given.supporters[0]!, 'forum.answerPaper', { id, agrees: true })).toBe(
      'paper_action_not_allowed',
    );
    const again = (await paperOf(given))!;
    const rewrite = {
      meetingId: given.meetingId,
      version: again.version,
      body: body.replace('40', '30'),
      matter: null,
    };
    expect(await refusal(given.recorder, 'forum.writePaper', { ...rewrite, version: 1 })).toBe('stale_version');
    await as(given.recorder).ok('forum.writePaper', rewrite);
    await step(given, given.recorder, 'forum.readPaper');
    expect(await paperOf(given)).toMatchObject({ heard: 0, objections: [] });
  });

  it('lets the recorder write down what those said who have no phone, of those who sat', async () => {
    const given = await written();
    await step(given, given.recorder, 'forum.readPaper');
    const { id, toAsk } = (await paperOf(given))!;
    expect(toAsk.map(({ personId }) => personId)).toContain(given.supporters[0]!.id);
    const answer = { id, personId: given.supporters[0]!.id, agrees: true };
    await as(given.lead).ok('forum.answerPaperFor', answer);
    await as(given.recorder).ok('forum.answerPaperFor', { ...answer, personId: given.supporters[1]!.id });
    expect(await refusal(given.supporters[2]!, 'forum.answerPaperFor', answer)).toBe('forbidden');
    const stranger = await make.person();
    expect(await refusal(given.recorder, 'forum.answerPaperFor', { ...answer, personId: stranger.id })).toBe(
      'not_found',
    );
    expect(await refusal(stranger, 'forum.answerPaper', { id, agrees: true })).toBe('forbidden');
    expect(await paperOf(given)).toMatchObject({ heard: 2 });
  });

  it('of a matter for the assembly waits for its vote', async () => {
    const given = await written('PUBLIC_WORKS');
    await step(given, given.recorder, 'forum.readPaper');
    const { id, assemblyText } = (await paperOf(given))!;
    expect(assemblyText).toContain('公益事业');
    for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id, agrees: true });
    await step(given, given.council, 'forum.confirmPaper');
    expect((await step(given, given.lead, 'forum.publishPaper')).body.error?.code).toBe('paper_vote_missing');
    const record = async (vote: object, who: { id: string } = given.lead) =>
      refusal(who, 'forum.recordVote', {
        ...{ id, version: (await paperOf(given))!.version },
        vote: { kind: 'VILLAGE_DELEGATES', eligible: 30, present: 24, inFavour: 20, heldOn: '2026-11-29', ...vote },
      });
    expect(await record({ present: 31 })).toBe('paper_vote_impossible');
    expect(await record({}, given.council)).toBe('forbidden');
    expect(await record({ inFavour: 12 })).toBeUndefined();
    expect((await step(given, given.lead, 'forum.publishPaper')).body.error?.code).toBe('paper_vote_failed');
    expect(await record({})).toBeUndefined();
    expect((await paperOf(given))!.voteText).toContain('赞成 20，通过');
    expect((await step(given, given.lead, 'forum.publishPaper')).status).toBe(200);
  });

  it('is for meetings that were held and agreed, and goes with its topic back to the talks', async () => {
    const given = await written();
    const write = { meetingId: given.meetingId, version: 1, body, matter: null };
    expect(await refusal(given.author, 'forum.writePaper', write)).toBe('forbidden');
    expect(await refusal(given.recorder, 'forum.writePaper', { ...write, meetingId: given.topic.id })).toBe(
      'not_found',
    );
    const { id, version: paperVersion } = (await paperOf(given))!;
    expect(
      await refusal(given.lead, 'forum.recordVote', {
        ...{ id, version: paperVersion },
        vote: { kind: 'RESIDENTS', eligible: 3, present: 3, inFavour: 3, heldOn: '2026-11-29' },
      }),
    ).toBe('paper_action_not_allowed');
    const { version } = await as(given.lead).ok('forum.deliberation', { topicId: given.topic.id });
    await as(given.lead).ok('forum.reopen', { topicId: given.topic.id, version, reason: '还有人没有说话' });
    expect(await refusal(given.recorder, 'forum.writePaper', write)).toBe('paper_action_not_allowed');
    expect(await refusal(given.recorder, 'forum.readPaper', { id, version: paperVersion })).toBe(
      'paper_action_not_allowed',
    );
  });

  it('is published once by two who tap at the same time', async () => {
    const given = await written();
    await step(given, given.recorder, 'forum.readPaper');
    const { id } = (await paperOf(given))!;
    for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id, agrees: true });
    await step(given, given.council, 'forum.confirmPaper');
    const { version } = (await paperOf(given))!;
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => as(given.lead).call('forum.publishPaper', { id, version })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

beforeEach(() => freeze(calledAt));
