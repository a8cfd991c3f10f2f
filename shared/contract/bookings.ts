import { z } from 'zod';
import { manners } from '../domain/bookings/availability';
import { handovers } from '../domain/bookings/handover';
import { cursor, day, done, empty, endpoint, id, instant, page, pageSize, placeCode, text, version } from './endpoint';
import { Photo } from './tickets';

/** What a booking can be once it is written down; HELD and its like are matters of the slot. */
export const bookingStatuses = [
  'REQUESTED',
  'CONFIRMED',
  'DONE',
  'CANCELLED',
  'EXPIRED',
  'RESCHEDULED',
  'NO_SHOW_RESIDENT',
  'NO_SHOW_ADVISOR',
] as const;

/** What a screen may offer; each is the last part of the call's name. `noShow` is of both sides. */
export const bookingAbilities = [
  'confirm',
  'propose',
  'answer',
  'passOn',
  'invite',
  'reschedule',
  'cancel',
  'arrive',
  'record',
  'noShow',
  'undoNoShow',
  'rate',
  'complain',
  'followUp',
  'addPhotos',
] as const;

/** 纠纷类型 of the 司法部 statistics, in the order of the form. Default, to be confirmed. */
export const disputeTypes = [
  '婚姻家庭',
  '邻里',
  '土地承包',
  '宅基地',
  '物业',
  '劳动',
  '损害赔偿',
  '交通',
  '医疗',
  '消费',
  '借贷',
  '征拆',
  '环境',
  '合同',
  '其他',
] as const;

const mobile = z.string().regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字');

export const AdvisorCard = z
  .object({
    id,
    name: z.string(),
    firm: z.string(),
    villageLabel: z.string(),
    licenceNo: z.string(),
    fields: z.array(z.string()),
    languages: z.array(z.string()),
    intro: z.string(),
    photoUrl: z.string().nullable(),
    rank: z.enum(['PRIMARY', 'SUBSTITUTE', 'TEAM']),
    rankText: z.string(),
    may: z.array(z.string()),
    mayNot: z.array(z.string()),
  })
  .meta({ id: 'Advisor', description: '法律顾问' });

export const SlotItem = z
  .object({
    id,
    advisorId: id,
    advisorName: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    manner: z.enum(manners),
    free: z.boolean(),
    text: z.string(),
    place: z.string(),
  })
  .meta({ id: 'Slot', description: '可约时段' });

/** One time to choose. */
export type SlotView = z.output<typeof SlotItem>;

export const BookingItem = z
  .object({
    id,
    rootId: id,
    no: z.string(),
    status: z.enum(bookingStatuses),
    statusText: z.string(),
    version: z.int(),
    advisorId: id,
    advisorName: z.string(),
    residentLabel: z.string(),
    villageCode: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    whenText: z.string(),
    manner: z.enum(manners),
    mannerText: z.string(),
    place: z.string(),
    matter: z.string(),
    disputeType: z.string(),
    because: z.string(),
    walkIn: z.boolean(),
    abilities: z.array(z.enum(bookingAbilities)),
  })
  .meta({ id: 'Booking', description: '预约' });

export const ServiceRecordView = z
  .object({
    who: z.string(),
    facts: z.string(),
    lawCited: z.array(z.string()),
    advice: z.string(),
    nextStep: z.string(),
    handover: z.string().nullable(),
    /** Number of the ticket the matter went on as, when it was handed on. */
    ticketNo: z.string().nullable(),
    complete: z.boolean(),
    atText: z.string(),
  })
  .meta({ id: 'ServiceRecord', description: '服务记录（一次一记）' });

export const FollowUpItem = z
  .object({
    id,
    bookingId: id,
    text: z.string(),
    dueOn: z.iso.date(),
    dueText: z.string(),
    overdue: z.boolean(),
    doneText: z.string().nullable(),
  })
  .meta({ id: 'FollowUp', description: '见面后还要办的事' });

export const BookingDetail = BookingItem.extend({
  steps: z.array(
    z.object({
      id,
      action: z.string(),
      text: z.string(),
      note: z.string().nullable(),
      actorName: z.string(),
      actorRole: z.string(),
      atText: z.string(),
    }),
  ),
  proposed: SlotItem.nullable(),
  record: ServiceRecordView.nullable(),
  followUps: z.array(FollowUpItem),
  photos: z.array(Photo),
  phone: z.string().nullable(),
  callFirst: z.boolean(),
  jointName: z.string().nullable(),
  rating: z
    .object({ onTime: z.boolean(), helpful: z.boolean(), satisfied: z.boolean(), note: z.string().nullable() })
    .nullable(),
}).meta({ id: 'BookingDetail', description: '预约详情' });

const act = <T extends z.ZodRawShape>(summary: string, access: 'member' | 'staff', shape: T) =>
  endpoint({
    kind: 'command',
    access,
    summary,
    input: z.strictObject({ id, version, ...shape }),
    output: BookingDetail,
  });

const matter = text(200, 2);
const reason = text(300, 2);
const disputeType = z.enum(disputeTypes).default('其他');

export const bookings = {
  'advisors.mine': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我村的法律顾问，能帮什么、不能帮什么',
    input: z.strictObject({ villageCode: placeCode.optional() }),
    output: z.object({ villageCode: z.string(), villageLabel: z.string(), items: z.array(AdvisorCard) }),
  }),
  'bookings.slots': endpoint({
    kind: 'query',
    access: 'member',
    summary: '本村法律顾问的可约时段（按天）；不指定顾问时给主责顾问，约满时给最近有空的同事',
    input: z.strictObject({
      villageCode: placeCode.optional(),
      advisorId: id.optional(),
      from: day.optional(),
      days: z.int().min(1).max(31).default(7),
      /** Staff only: slots of now without notice, for people who have come. */
      walkIn: z.boolean().default(false),
    }),
    output: z.object({
      advisor: AdvisorCard,
      because: z.string(),
      days: z.array(
        z.object({ date: day, label: z.string(), weekday: z.string(), note: z.string(), slots: z.array(SlotItem) }),
      ),
    }),
  }),
  'bookings.hold': endpoint({
    kind: 'command',
    access: 'member',
    summary: '临时占号 5 分钟',
    input: z.strictObject({ slotId: id, villageCode: placeCode.optional() }),
    output: z.object({ slot: SlotItem, heldUntil: z.iso.datetime() }),
  }),
  'bookings.book': endpoint({
    kind: 'command',
    access: 'member',
    summary: '约这个时段；已被约走时在 error.next 里给出最近的空档',
    input: z.strictObject({
      slotId: id,
      matter,
      disputeType,
      villageCode: placeCode.optional(),
      otherParty: text(40).optional(),
      phone: mobile.optional(),
    }),
    output: BookingDetail,
  }),
  'bookings.bookFor': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '代约：网格员替老人约，或现场取号',
    input: z.strictObject({
      slotId: id,
      personName: text(20, 2),
      personPhone: mobile.optional(),
      villageCode: placeCode,
      matter,
      disputeType,
      otherParty: text(40).optional(),
      walkIn: z.boolean().default(false),
      consent: z.literal(true, '请先征得本人同意'),
    }),
    output: BookingDetail,
  }),
  'bookings.list': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的预约（含我代约的）',
    input: z.strictObject({
      state: z.enum(['active', 'past', 'all']).default('all'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(BookingItem),
  }),
  'bookings.get': endpoint({
    kind: 'query',
    access: 'member',
    summary: '一次预约',
    input: z.strictObject({ id }),
    output: BookingDetail,
  }),
  'bookings.reschedule': act('改期到另一时段（仍是同一位顾问优先）', 'member', {
    slotId: id,
    reason: text(300).optional(),
  }),
  'bookings.cancel': act('取消并说明原因', 'member', { reason }),
  'bookings.answer': act('答复顾问提出的新时间', 'member', { accept: z.boolean() }),
  'bookings.rate': act('见面后评价（三问）', 'member', {
    onTime: z.boolean(),
    helpful: z.boolean(),
    satisfied: z.boolean(),
    note: text(300).optional(),
  }),
  'bookings.complain': act('向司法局反映', 'member', { text: reason }),
  'bookings.noShow': act('没有来：顾问记居民未到，居民或村里记顾问未到', 'member', {
    who: z.enum(['RESIDENT', 'ADVISOR']),
    note: text(300).optional(),
  }),
  'bookings.undoNoShow': act('更正未到', 'member', { note: text(300).optional() }),
  'bookings.confirm': act('顾问接受', 'staff', { note: text(300).optional() }),
  'bookings.propose': act('顾问提议另一时间', 'staff', { slotId: id, reason }),
  'bookings.passOn': act('转给团队里的同事', 'staff', { advisorId: id, reason }),
  'bookings.invite': act('请调解员等一起参加', 'staff', { personId: id }),
  'bookings.arrive': act('居民到了，开始', 'staff', {}),
  'bookings.record': act('服务记录（一次一记）', 'staff', {
    who: text(100, 2),
    facts: text(2000, 2),
    lawCited: z.array(text(60)).max(10).default([]),
    advice: text(2000, 2),
    nextStep: text(300, 1),
    handover: z.enum(handovers).optional(),
    /** What goes on to the others, in words the resident has agreed to; the matter in one sentence when left out. */
    handoverText: text(500, 2).optional(),
    handoverConsent: z.boolean().default(false),
  }),
  'bookings.addPhotos': act('见面前给律师看的材料（照片）', 'member', {
    attachmentIds: z.array(id).min(1).max(9, '最多 9 张照片'),
  }),
  'bookings.removePhoto': act('收回一张材料照片', 'member', { attachmentId: id }),
  'bookings.followUp': act('见面后还要办的事，到期提醒', 'staff', { text: text(200, 2), dueOn: day }),
  'bookings.colleagues': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '这次预约可以转给团队里的谁',
    input: z.strictObject({ id }),
    output: z.object({ items: z.array(z.object({ advisorId: id, name: z.string(), text: z.string() })) }),
  }),
  'bookings.companions': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '可以请谁一起接待',
    input: z.strictObject({ id }),
    output: z.object({ items: z.array(z.object({ personId: id, name: z.string(), text: z.string() })) }),
  }),
  'waiting.join': endpoint({
    kind: 'command',
    access: 'member',
    summary: '候补：有人退就通知您',
    input: z.strictObject({
      villageCode: placeCode.optional(),
      matter,
      disputeType,
      wishFrom: instant,
      wishTo: instant,
    }),
    output: z.object({ id, place: z.int(), text: z.string() }),
  }),
  'waiting.list': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的候补',
    input: empty,
    output: z.object({
      items: z.array(
        z.object({
          id,
          text: z.string(),
          state: z.enum(['WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'EXPIRED']),
          stateText: z.string(),
          place: z.int().nullable(),
          slot: SlotItem.nullable(),
          offerUntil: z.iso.datetime().nullable(),
        }),
      ),
    }),
  }),
  'waiting.take': endpoint({
    kind: 'command',
    access: 'member',
    summary: '要这个空出来的时段',
    input: z.strictObject({ id }),
    output: BookingDetail,
  }),
  'waiting.decline': endpoint({
    kind: 'command',
    access: 'member',
    summary: '这个时段不要，接着等',
    input: z.strictObject({ id }),
    output: done,
  }),
  'waiting.leave': endpoint({
    kind: 'command',
    access: 'member',
    summary: '不等了',
    input: z.strictObject({ id }),
    output: done,
  }),
};
