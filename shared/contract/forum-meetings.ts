import { z } from 'zod';
import { assemblyKinds, assemblyMatters, paperStatuses } from '../domain/forum/decisions';
import { meetingStatuses, minuteKinds, seatRoles } from '../domain/forum/meetings';
import { opinionChoices } from '../domain/forum/opinions';
import { cursor, day, endpoint, id, instant, page, pageSize, text, unitCode, version } from './endpoint';
import { checkStates } from './forum';
import { Clock } from './tickets';

/** How many said what, in heads and whole percent. */
const Shares = z.object({
  seen: z.int(),
  agree: z.int(),
  disagree: z.int(),
  pass: z.int(),
});

export const OpinionBoard = z
  .object({
    /** Whether the caller's voice counts and may be given now, and the sentence for those who cannot. */
    mayAnswer: z.boolean(),
    whyNotText: z.string().nullable(),
    mayAdd: z.boolean(),
    answered: z.int(),
    total: z.int(),
    next: z.object({ id, body: z.string(), seenText: z.string() }).nullable(),
    own: z.array(z.object({ id, body: z.string(), checkState: z.enum(checkStates) })),
    people: z.int(),
    /** Null while too few have answered. Groups by size; x, y and reach within -1 to 1. */
    map: z
      .object({
        computedText: z.string(),
        placed: z.int(),
        households: z.int(),
        groups: z.array(
          z.object({
            name: z.string(),
            size: z.int(),
            x: z.number(),
            y: z.number(),
            reach: z.number(),
            marks: z.array(z.string()),
          }),
        ),
        common: z.array(z.object({ body: z.string(), choice: z.enum(['AGREE', 'DISAGREE']) })),
        divided: z.array(z.object({ body: z.string(), groups: z.array(Shares) })),
      })
      .nullable(),
    statements: z.array(
      z.object({
        id,
        body: z.string(),
        shares: Shares,
        households: Shares.nullable(),
        unclear: z.boolean(),
        choice: z.enum(opinionChoices).nullable(),
      }),
    ),
  })
  .meta({ id: 'OpinionBoard', description: '观点：一句一句表态，和观点图' });

export const TopicQuestion = z
  .object({
    id,
    topicId: id,
    topicTitle: z.string(),
    departmentCode: z.string(),
    departmentName: z.string(),
    body: z.string(),
    checkState: z.enum(checkStates),
    askerLabel: z.string(),
    askedText: z.string(),
    clock: Clock.nullable(),
    answer: z.string().nullable(),
    answerState: z.enum(checkStates).nullable(),
    answeredText: z.string().nullable(),
    mine: z.boolean(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'TopicQuestion', description: '向部门提的问题' });

export const meetingAbilities = [
  'answer',
  'open',
  'cancel',
  'sign',
  'signFor',
  'say',
  'note',
  'close',
  'photograph',
] as const;

const Seat = z.object({
  personId: id.nullable(),
  name: z.string(),
  role: z.enum(seatRoles),
  roleText: z.string(),
  invited: z.boolean(),
  replyText: z.string(),
  signedText: z.string().nullable(),
  me: z.boolean(),
});

const MeetingPicture = z.object({
  id,
  url: z.string(),
  thumbUrl: z.string(),
  width: z.int(),
  height: z.int(),
  checkState: z.enum(checkStates),
});

export const TopicMeeting = z
  .object({
    id,
    topicId: id,
    no: z.int(),
    status: z.enum(meetingStatuses),
    statusText: z.string(),
    version,
    place: z.string(),
    whenText: z.string(),
    startsAt: instant,
    endsAt: instant,
    agenda: z.array(z.string()),
    online: z.string().nullable(),
    chairName: z.string(),
    recorderName: z.string(),
    cancelReason: z.string().nullable(),
    quorum: z.int(),
    invitedCount: z.int(),
    comingCount: z.int(),
    presentCount: z.int(),
    /** Who was there, by capacity: 居民 6 人, 议事会成员 1 人. */
    presentText: z.string(),
    mine: z
      .object({ roleText: z.string(), coming: z.boolean().nullable(), online: z.boolean(), signed: z.boolean() })
      .nullable(),
    /** The code that is scanned at the door, with its picture, for chair, recorder and those who oversee the place. */
    signCode: z.object({ code: z.string(), svg: z.string() }).nullable(),
    /** With names for those who run the meeting; for others the posts only, residents as a number. */
    seats: z.array(Seat),
    lines: z.array(
      z.object({
        id,
        kind: z.enum(minuteKinds),
        kindText: z.string(),
        body: z.string(),
        speaker: z.string().nullable(),
        checkState: z.enum(checkStates),
      }),
    ),
    photos: z.array(MeetingPicture),
    abilities: z.array(z.enum(meetingAbilities)),
  })
  .meta({ id: 'TopicMeeting', description: '协商会' });

export const paperAbilities = [
  'write',
  'readBack',
  'answer',
  'answerFor',
  'rewrite',
  'confirm',
  'recordVote',
  'publish',
] as const;

const Vote = z.object({
  kind: z.enum(assemblyKinds),
  eligible: z.int().min(1).max(1_000_000),
  present: z.int().min(0).max(1_000_000),
  inFavour: z.int().min(0).max(1_000_000),
  heldOn: day,
});

export const DecisionPaper = z
  .object({
    id,
    version,
    status: z.enum(paperStatuses),
    statusText: z.string(),
    body: z.string(),
    matter: z.enum(assemblyMatters).nullable(),
    /** For matters an assembly must decide: the sentence that says so, and how it voted. */
    assemblyText: z.string().nullable(),
    voteText: z.string().nullable(),
    heard: z.int(),
    needed: z.int(),
    objections: z.array(z.object({ note: z.string() })),
    /** Who still can be asked how the reading was; for the recorder. */
    toAsk: z.array(z.object({ personId: id, name: z.string() })),
    myAnswer: z.boolean().nullable(),
    writerName: z.string(),
    confirmedText: z.string().nullable(),
    publishedText: z.string().nullable(),
    daysLeft: z.int().nullable(),
    agreements: z.array(z.string()),
    dissents: z.array(z.string()),
    abilities: z.array(z.enum(paperAbilities)),
  })
  .meta({ id: 'DecisionPaper', description: '协商结果' });

export const TopicTask = z
  .object({
    id,
    title: z.string(),
    leadUnitName: z.string(),
    percent: z.int(),
    statusText: z.string(),
    dueText: z.string(),
    overdue: z.boolean(),
    lastText: z.string(),
    photos: z.array(z.object({ url: z.string(), thumbUrl: z.string(), role: z.enum(['BEFORE', 'AFTER', 'OTHER']) })),
    helperCount: z.int(),
    helping: z.boolean(),
    dropReason: z.string().nullable(),
    /** For those who see the ticket. */
    ticketId: id.nullable(),
    mayHelp: z.boolean(),
    mayDrop: z.boolean(),
  })
  .meta({ id: 'TopicTask', description: '办理任务' });

export const deliberationAbilities = [
  'callMeeting',
  'disagree',
  'reopen',
  'writePaper',
  'addTask',
  'finish',
  'judge',
] as const;

export const Deliberation = z
  .object({
    topicId: id,
    version,
    meetings: z.array(TopicMeeting),
    paper: DecisionPaper.nullable(),
    progress: z.object({ percent: z.int(), tasks: z.array(TopicTask) }),
    judging: z
      .object({
        open: z.boolean(),
        untilText: z.string().nullable(),
        count: z.int(),
        informed: z.int(),
        solved: z.int(),
        satisfied: z.int(),
        words: z.array(z.string()),
        mine: z.object({ informed: z.boolean(), solved: z.boolean(), satisfied: z.boolean() }).nullable(),
      })
      .nullable(),
    abilities: z.array(z.enum(deliberationAbilities)),
  })
  .meta({ id: 'Deliberation', description: '议、定、办、评' });

const note = text(500).optional();
const reason = text(500, 4);
const topic = { topicId: id };
const target = { id, version };
const photoIds = z.array(id).min(1).max(9, '最多 9 张照片');

const change = <T extends z.ZodRawShape>(summary: string, access: 'member' | 'staff', shape: T) =>
  endpoint({ kind: 'command', access, summary, input: z.strictObject(shape), output: Deliberation });
const opinion = <T extends z.ZodRawShape>(kind: 'query' | 'command', summary: string, shape: T) =>
  endpoint({ kind, access: 'member', summary, input: z.strictObject(shape), output: OpinionBoard });

export const forumMeetings = {
  'forum.opinions': opinion('query', '观点：下一句、大家怎么说、观点图', topic),
  'forum.addStatement': opinion('command', '加一句观点', { ...topic, body: text(60, 4) }),
  'forum.answerStatement': opinion('command', '对一句观点表态：同意、不同意、说不准', {
    id,
    choice: z.enum(opinionChoices),
  }),
  'forum.questions': endpoint({
    kind: 'query',
    access: 'member',
    summary: '议题下向部门提的问题和答复',
    input: z.strictObject(topic),
    output: z.object({
      items: z.array(TopicQuestion),
      mayAsk: z.boolean(),
      departments: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  'forum.askQuestion': endpoint({
    kind: 'command',
    access: 'member',
    summary: '向部门提一个问题',
    input: z.strictObject({ ...topic, departmentCode: unitCode, body: text(300, 6) }),
    output: TopicQuestion,
  }),
  'forum.questionsToAnswer': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '等本部门答复的问题，先问的在前；答复过的在后',
    input: z.strictObject({
      state: z.enum(['open', 'answered']).default('open'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TopicQuestion),
  }),
  'forum.answerQuestion': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '答复问题',
    input: z.strictObject({ id, answer: text(1000, 6) }),
    output: TopicQuestion,
  }),
  'forum.deliberation': endpoint({
    kind: 'query',
    access: 'member',
    summary: '一个议题的协商会、结果、办理和评价',
    input: z.strictObject(topic),
    output: Deliberation,
  }),
  'forum.inviteable': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '可以请来开会的人：岗位上的人和附议的居民',
    input: z.strictObject({ ...topic, search: text(20).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          personId: id,
          name: z.string(),
          postText: z.string(),
          role: z.enum(seatRoles),
          maySit: z.boolean(),
        }),
      ),
      /** Who may lead or help with a task. */
      units: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  'forum.callMeeting': change('召集协商会，提前三天通知', 'staff', {
    ...topic,
    version,
    place: text(60, 2),
    startsAt: instant,
    endsAt: instant,
    agenda: z.array(text(80, 2)).min(1, '至少写一项议程').max(8),
    online: text(200, 2).optional(),
    chairId: id,
    recorderId: id,
    invited: z.array(z.strictObject({ personId: id, role: z.enum(seatRoles) })).max(100),
  }),
  'forum.cancelMeeting': change('协商会不开了，说明原因', 'member', { ...target, reason }),
  'forum.answerMeeting': change('来不来开会；没有被请的居民可以报名', 'member', {
    id,
    coming: z.boolean(),
    online: z.boolean().default(false),
  }),
  'forum.openMeeting': change('宣布开会', 'member', target),
  'forum.signIn': change('扫码或输入签到码签到', 'member', { code: z.string().max(40) }),
  'forum.signInOnline': change('线上签到', 'member', { id }),
  'forum.signInFor': change('替到场的人签到', 'member', { id, personId: id }),
  'forum.sayOnline': change('线上发言', 'member', { id, body: text(300, 2) }),
  'forum.writeMinutes': change('写会议记录', 'member', {
    ...target,
    lines: z
      .array(
        z.strictObject({
          kind: z.enum(['PROPOSAL', 'AGREEMENT', 'DISSENT']),
          body: text(300, 2),
          speaker: text(20).optional(),
        }),
      )
      .min(1)
      .max(60),
  }),
  'forum.addMeetingPhotos': change('添会议照片', 'member', { id, attachmentIds: photoIds }),
  'forum.closeMeeting': change('散会：有一致意见就去定结果，没有就再议', 'member', target),
  'forum.disagree': change('没有谈成，结束这个议题', 'staff', { ...topic, version, reason }),
  'forum.reopen': change('回到商议', 'staff', { ...topic, version, reason }),
  'forum.writePaper': change('写协商结果', 'member', {
    meetingId: id,
    version,
    body: text(3000, 20),
    matter: z.enum(assemblyMatters).nullable(),
  }),
  'forum.readPaper': change('念给大家听', 'member', target),
  'forum.answerPaper': change('念的对不对', 'member', { id, agrees: z.boolean(), note: text(300, 2).optional() }),
  'forum.answerPaperFor': change('替到会的人记下念的对不对', 'member', {
    id,
    personId: id,
    agrees: z.boolean(),
    note: text(300, 2).optional(),
  }),
  'forum.rewritePaper': change('有出入，退回去改', 'member', { ...target, reason }),
  'forum.confirmPaper': change('确认协商结果', 'member', target),
  'forum.recordVote': change('记下村民（居民）会议的表决', 'staff', { ...target, vote: Vote }),
  'forum.publishPaper': change('公布协商结果', 'staff', target),
  'forum.addTask': change('把一致意见变成任务，交给牵头单位', 'staff', {
    ...topic,
    title: text(40, 4),
    description: text(1000, 4),
    categoryCode: z.string().regex(/^[a-z_]{2,40}$/),
    leadUnit: unitCode,
    dueOn: day,
    assists: z
      .array(z.strictObject({ unitCode, request: text(200, 4) }))
      .max(5)
      .default([]),
  }),
  'forum.dropTask': change('撤掉一项任务，说明原因', 'staff', { id, reason }),
  'forum.helpTask': change('同心服务团来搭把手', 'member', { id }),
  'forum.finish': change('都办完了，请大家来评', 'staff', { ...topic, version, note: reason }),
  'forum.judge': change('评：知道吗、解决了吗、满意吗', 'member', {
    ...topic,
    informed: z.boolean(),
    solved: z.boolean(),
    satisfied: z.boolean(),
    note,
  }),
};
