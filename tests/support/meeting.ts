import { settleText } from '#server/features/forum/index';
import type { Input } from '#shared/contract';
import { as } from './api';
import { freeze } from './clock';
import { asSystem, desk } from './desk';
import { home, make } from './make';

/** The day on which a meeting of the tests is called, and the one on which it is held. */
export const calledAt = '2026-11-25T10:00:00+08:00';
export const heldAt = '2026-11-30T09:30:00+08:00';

/** Lets every text that waits pass its check, as moderation does, or gives it another verdict. */
export async function settle(state: 'PASSED' | 'HELD' | 'REFUSED' = 'PASSED') {
  const events = await desk().prisma.domainEvent.findMany({
    where: { name: 'forum.textPosted' },
    orderBy: { id: 'asc' },
  });
  for (const { payload } of events) {
    const { kind, textId } = payload as { kind: string; textId: string };
    await asSystem((ctx) => settleText(ctx, kind, textId, state)).catch((error: { code?: string }) => {
      if (error.code !== 'not_found') throw error;
    });
  }
}

/** A topic in discussion with its people: author, supporters, who answers for it, a council member and a team, and what a meeting needs. */
export async function gathering(given: { status?: 'NOTICE' | 'DISCUSS' } = {}) {
  freeze(calledAt);
  const topic = await make.topic({ status: given.status ?? 'DISCUSS' });
  const author = { id: topic.authorId };
  const lead = await make.staff('GRID_LEAD', home.village);
  const council = await make.staff('COUNCIL_MEMBER', home.village, { homeVillageCode: home.village });
  const team = await make.staff('SERVICE_TEAM', home.village, { homeVillageCode: home.village });
  const recorder = await make.staff('GRID_STAFF', home.grid);
  const supporters = [await make.person(), await make.person(), await make.person()];
  for (const supporter of supporters) await as(supporter).ok('forum.support', { id: topic.id });
  return { topic, author, lead, council, team, recorder, supporters };
}

export type Gathering = Awaited<ReturnType<typeof gathering>>;

/** The call for a meeting on 30 November with the council member in the chair. */
export function callOf(
  { topic, council, recorder, team, supporters }: Gathering,
  given: Partial<Input<'forum.callMeeting'>> = {},
): Input<'forum.callMeeting'> {
  return {
    ...{ topicId: topic.id, version: topic.version, place: '村委会议室', agenda: ['停车位怎么划', '谁来管'] },
    ...{ startsAt: heldAt, endsAt: '2026-11-30T11:30:00+08:00', online: '在小程序里签到发言' },
    ...{ chairId: council.id, recorderId: recorder.id },
    invited: [
      { personId: team.id, role: 'SERVICE_TEAM' },
      { personId: supporters[0]?.id ?? '', role: 'STAKEHOLDER' },
    ],
    ...given,
  };
}

/** The same gathering with its meeting called, and open. */
export async function opened(given: Gathering) {
  const called = await as(given.lead).ok('forum.callMeeting', callOf(given));
  const meeting = called.meetings[0]!;
  freeze(heldAt);
  const open = await as(given.council).ok('forum.openMeeting', { id: meeting.id, version: meeting.version });
  return open.meetings[0]!;
}

/** Everybody of the gathering signs in, the minutes are written, the meeting is closed: the topic is to be decided. */
export async function held(
  given: Gathering,
  lines: Input<'forum.writeMinutes'>['lines'] = [
    { kind: 'PROPOSAL', body: '划 40 个车位，先到先停' },
    { kind: 'AGREEMENT', body: '空地划 40 个车位' },
    { kind: 'DISSENT', body: '有一户担心夜里吵', speaker: '一位居民' },
  ],
) {
  const meeting = await opened(given);
  const { code } = (await as(given.recorder).ok('forum.deliberation', { topicId: given.topic.id })).meetings[0]!
    .signCode!;
  for (const person of [given.council, given.recorder, given.author, given.team, ...given.supporters])
    await as(person).ok('forum.signIn', { code });
  const noted = await as(given.recorder).ok('forum.writeMinutes', { id: meeting.id, version: meeting.version, lines });
  return as(given.council).ok('forum.closeMeeting', { id: meeting.id, version: noted.meetings[0]!.version });
}

/** The decision is written, read back, answered, confirmed and published. */
export async function published(given: Gathering) {
  const topicId = given.topic.id;
  const meetingId = (await held(given)).meetings[0]!.id;
  const body = '在村口空地划 40 个车位，先到先停，夜里十点后不鸣笛。';
  const paperOf = async () => (await as(given.lead).ok('forum.deliberation', { topicId })).paper!;
  await as(given.recorder).ok('forum.writePaper', { meetingId, version: 1, body, matter: null });
  const { id, version } = await paperOf();
  await as(given.recorder).ok('forum.readPaper', { id, version });
  for (const person of given.supporters) await as(person).ok('forum.answerPaper', { id, agrees: true });
  await as(given.council).ok('forum.confirmPaper', { id, version: (await paperOf()).version });
  return as(given.lead).ok('forum.publishPaper', { id, version: (await paperOf()).version });
}

/** Takes a ticket of a task through its life to the passed check. */
export async function carryOut(ticketId: string, clerk: { id: string }, checker: { id: string }) {
  const version = async () =>
    (await desk().prisma.ticket.findFirstOrThrow({ where: { id: ticketId }, select: { version: true } })).version;
  await as(clerk).ok('tickets.accept', { id: ticketId, version: await version() });
  await as(clerk).ok('tickets.contact', { id: ticketId, version: await version(), note: '和村里联系了' });
  const before = await make.photo({ ownerId: clerk.id, role: 'BEFORE' });
  const after = await make.photo({ ownerId: clerk.id, role: 'AFTER' });
  await as(clerk).ok('tickets.handle', {
    ...{ id: ticketId, version: await version(), result: '划好了线' },
    attachmentIds: [before.id, after.id],
  });
  await as(checker).ok('tickets.passCheck', { id: ticketId, version: await version() });
}
