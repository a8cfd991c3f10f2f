import { z } from 'zod';
import { assemblyMatters, paperStatuses } from '../domain/forum/decisions';
import { meetingStatuses, minuteKinds, seatRoles } from '../domain/forum/meetings';
import { id, instant, version } from './endpoint';
import { checkStates } from './forum';

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
