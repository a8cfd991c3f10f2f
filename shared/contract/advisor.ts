import { z } from 'zod';
import { manners } from '../domain/bookings/availability';
import { BookingItem, FollowUpItem } from './bookings';
import { day, done, empty, endpoint, id, instant, latitude, longitude, placeCode, text, version } from './endpoint';

export const availabilityKinds = ['WEEKLY', 'DATE', 'MARKET', 'LEAVE'] as const;

const minute = z.int().min(0, '时间不对').max(1440, '时间不对');
const place = z.object({ code: z.string(), label: z.string() });

/** Hours as they are entered. Minutes from midnight in Shanghai; weekday 1 for Monday to 7 for Sunday. */
const hours = z.strictObject({
  kind: z.enum(['WEEKLY', 'DATE', 'MARKET']),
  manner: z.enum(manners),
  villageCode: placeCode.optional(),
  weekday: z.int().min(1).max(7).optional(),
  date: day.optional(),
  marketDigits: z.array(z.int().min(0).max(9)).max(10).default([]),
  lunar: z.boolean().default(false),
  fromMinute: minute,
  toMinute: minute,
  note: z.string().trim().max(40).default(''),
});

export const AvailabilityItem = z
  .object({
    id,
    kind: z.enum(availabilityKinds),
    manner: z.enum(manners).nullable(),
    villageCode: z.string().nullable(),
    weekday: z.int().nullable(),
    date: z.string().nullable(),
    untilDate: z.string().nullable(),
    marketDigits: z.array(z.int()),
    lunar: z.boolean(),
    fromMinute: z.int(),
    toMinute: z.int(),
    note: z.string(),
    text: z.string(),
  })
  .meta({ id: 'AvailabilityLine', description: '坐班、到点、赶场、请假' });

const Hours = z.object({
  version: z.int(),
  limits: z.object({
    slotMinutes: z.int(),
    bufferMinutes: z.int(),
    noticeHours: z.int(),
    windowDays: z.int(),
    dailyLimit: z.int(),
  }),
  villages: z.array(place),
  lines: z.array(AvailabilityItem),
});

export const VisitItem = z
  .object({
    id,
    advisorName: z.string(),
    villageCode: z.string(),
    villageLabel: z.string(),
    arrivedAt: z.iso.datetime(),
    leftAt: z.iso.datetime().nullable(),
    whenText: z.string(),
    minutes: z.int().nullable(),
    metres: z.int(),
    qrOk: z.boolean(),
    signedText: z.string().nullable(),
  })
  .meta({ id: 'Visit', description: '到点' });

const Profile = z
  .object({
    version,
    fields: z.array(z.string()),
    languages: z.array(z.string()),
    intro: z.string(),
    licenceNo: z.string(),
    photoUrl: z.string().nullable(),
  })
  .meta({ id: 'AdvisorProfile', description: '顾问的公开介绍' });

export const advisor = {
  'advisor.agenda': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '顾问的今天和这一周',
    input: z.strictObject({ from: day.optional(), days: z.int().min(1).max(31).default(7) }),
    output: z.object({
      days: z.array(
        z.object({
          date: z.string(),
          label: z.string(),
          weekday: z.string(),
          windows: z.array(z.object({ text: z.string(), place: z.string(), manner: z.enum(manners) })),
          note: z.string(),
          items: z.array(BookingItem),
        }),
      ),
      requests: z.array(BookingItem),
      unrecorded: z.array(BookingItem),
      followUps: z.array(FollowUpItem),
      villages: z.array(place),
      visit: VisitItem.nullable(),
    }),
  }),
  'advisor.finishFollowUp': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '见面后的事办完了',
    input: z.strictObject({ id, note: text(200).optional() }),
    output: done,
  }),
  'advisor.hours': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '我的坐班时间、到点日、赶场日、请假和预约限制',
    input: empty,
    output: Hours,
  }),
  'advisor.saveHours': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '改坐班时间和预约限制（整张保存；请假另记）',
    input: z.strictObject({
      version,
      limits: z.strictObject({
        slotMinutes: z.int().min(10).max(240),
        bufferMinutes: z.int().min(0).max(120),
        noticeHours: z.int().min(0).max(168),
        windowDays: z.int().min(1).max(90),
        dailyLimit: z.int().min(1).max(48),
      }),
      lines: z.array(hours).max(60, '最多 60 条'),
    }),
    output: Hours,
  }),
  'advisor.profile': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '居民看到的我：照片、擅长、会说的话、介绍',
    input: empty,
    output: Profile,
  }),
  'advisor.saveProfile': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '改居民看到的介绍和照片',
    input: z.strictObject({
      version,
      fields: z.array(text(20)).min(1).max(8),
      languages: z.array(text(20)).min(1).max(5),
      intro: z.string().trim().max(200),
      photoId: id.nullable().optional(),
    }),
    output: Profile,
  }),
  'advisor.addLeave': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '请假；已经约好的逐个通知，并给他们留一个最近的空档',
    input: z.strictObject({
      date: day,
      untilDate: day.optional(),
      fromMinute: minute.default(0),
      toMinute: minute.default(1440),
      note: text(100),
    }),
    output: z.object({ id, affected: z.int(), offered: z.int(), text: z.string() }),
  }),
  'advisor.removeLeave': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '销假',
    input: z.strictObject({ id }),
    output: done,
  }),
  'advisor.signIn': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '到点签到：定位在村（社区）500 米内，扫村里的码',
    input: z.strictObject({
      villageCode: placeCode,
      lng: longitude,
      lat: latitude,
      accuracy: z.number().min(0).max(100_000).optional(),
      code: text(80).optional(),
    }),
    output: VisitItem,
  }),
  'advisor.signOut': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '离开签退',
    input: z.strictObject({ id }),
    output: VisitItem,
  }),
  'advisor.visits': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '我的到点记录（最近的在前）',
    input: z.strictObject({ limit: z.int().min(1).max(100).default(30) }),
    output: z.object({ items: z.array(VisitItem) }),
  }),
  'advisor.lecture': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '记一场法治讲座',
    input: z.strictObject({
      villageCode: placeCode,
      topic: text(60, 2),
      heldAt: instant,
      headcount: z.int().min(1).max(5000),
    }),
    output: done,
  }),
  'advisor.feed': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '有没有打开日历订阅',
    input: empty,
    output: z.object({ active: z.boolean() }),
  }),
  'advisor.renewFeed': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '打开日历订阅（换新地址，旧地址作废）；地址只显示这一次',
    input: empty,
    output: z.object({ path: z.string() }),
  }),
  'advisor.revokeFeed': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '关掉日历订阅',
    input: empty,
    output: done,
  }),
  'visits.toSign': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '等村里签字的到点记录，和村里给顾问扫的码',
    input: empty,
    output: z.object({ items: z.array(VisitItem), codes: z.array(place.extend({ text: z.string() })) }),
  }),
  'visits.sign': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '村（社区）为到点签字',
    input: z.strictObject({ id }),
    output: VisitItem,
  }),
};
