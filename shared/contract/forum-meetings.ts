import { z } from 'zod';
import { assemblyKinds, assemblyMatters } from '../domain/forum/decisions';
import { seatRoles } from '../domain/forum/meetings';
import { Deliberation } from './deliberation';
import { day, endpoint, id, instant, text, unitCode, version } from './endpoint';

const Vote = z.object({
  kind: z.enum(assemblyKinds),
  eligible: z.int().min(1).max(1_000_000),
  present: z.int().min(0).max(1_000_000),
  inFavour: z.int().min(0).max(1_000_000),
  heldOn: day,
});

const note = text(500).optional();
const reason = text(500, 4);
const topic = { topicId: id };
const target = { id, version };
const photoIds = z.array(id).min(1).max(9, '最多 9 张照片');

const change = <T extends z.ZodRawShape>(summary: string, access: 'member' | 'staff', shape: T) =>
  endpoint({ kind: 'command', access, summary, input: z.strictObject(shape), output: Deliberation });

export const forumMeetings = {
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
  'forum.signIn': {
    ...change('扫码或输入签到码签到', 'member', { code: z.string().max(40) }),
    limit: { times: 20, minutes: 10 },
  },
  'forum.signInOnline': change('线上签到', 'member', { id }),
  'forum.signInFor': change('替到场的人签到', 'member', { id, personId: id }),
  'forum.sayOnline': { ...change('线上发言', 'member', { id, body: text(300, 2) }), limit: { times: 20, minutes: 10 } },
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
