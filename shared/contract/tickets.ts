import { z } from 'zod';
import { ticketActions, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { cursor, done, endpoint, id, instant, page, pageSize, position, text, unitCode, version } from './endpoint';

export const ticketLevels = ['P0', 'P1', 'P2', 'P3', 'Q', 'S'] as const;
export const handlingLevels = ['GRID', 'VILLAGE', 'TOWN', 'DEPARTMENT', 'CENTRE'] as const;

/** How a deadline stands now, in words and as a share of the time that has gone. */
export const Clock = z
  .object({
    state: z.enum(['onTime', 'dueSoon', 'overdue', 'paused', 'done']),
    text: z.string(),
    dueAt: z.iso.datetime(),
    dueText: z.string(),
    elapsed: z.number().min(0).max(1),
    provisional: z.boolean(),
  })
  .meta({ id: 'Clock', description: '时限' });

export const TicketSummary = z
  .object({
    id,
    no: z.string(),
    title: z.string(),
    status: z.enum(ticketStatuses),
    statusText: z.string(),
    headline: z.string(),
    categoryCode: z.string(),
    categoryName: z.string(),
    level: z.enum(ticketLevels),
    address: z.string(),
    placeLabel: z.string(),
    receivedAt: z.iso.datetime(),
    receivedText: z.string(),
    clock: Clock,
    version: z.int(),
    followerCount: z.int(),
    mine: z.enum(['reporter', 'follower', 'none']),
    thumbUrl: z.string().nullable(),
    abilities: z.array(z.enum(ticketActions)),
  })
  .meta({ id: 'TicketSummary', description: '工单摘要' });

export const Photo = z
  .object({
    id,
    role: z.enum(['BEFORE', 'AFTER', 'OTHER']),
    url: z.string(),
    thumbUrl: z.string(),
    width: z.int(),
    height: z.int(),
    takenText: z.string(),
  })
  .meta({ id: 'Photo', description: '照片（签名链接，限时有效）' });

export const TicketStep = z
  .object({
    id,
    action: z.string(),
    text: z.string(),
    note: z.string().nullable(),
    actorName: z.string(),
    actorRole: z.string(),
    at: z.iso.datetime(),
    atText: z.string(),
    internal: z.boolean(),
  })
  .meta({ id: 'TicketStep', description: '时间线上的一步' });

export const Assist = z
  .object({
    id,
    unitCode: z.string(),
    unitName: z.string(),
    request: z.string(),
    dueAt: z.iso.datetime(),
    dueText: z.string(),
    state: z.enum(['OPEN', 'DONE', 'CANCELLED']),
    result: z.string().nullable(),
    mayFinish: z.boolean(),
  })
  .meta({ id: 'Assist', description: '协办任务' });

export const Hop = z
  .object({ to: z.string(), because: z.string() })
  .meta({ id: 'Hop', description: '交办的一跳与原因' });

export const MapShape = z
  .object({
    synthetic: z.boolean(),
    label: z.string(),
    /** Rings of GCJ-02 [lng, lat] pairs. */
    rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
  })
  .meta({ id: 'MapShape', description: '网格轮廓' });

export const TicketDetail = TicketSummary.extend({
  description: z.string(),
  position: position.nullable(),
  grid: MapShape.nullable(),
  routing: z.array(Hop),
  responsible: z.object({ name: z.string(), role: z.string(), phone: z.string().nullable() }).nullable(),
  leadUnitName: z.string(),
  assists: z.array(Assist),
  photos: z.array(Photo),
  photoRequired: z.boolean(),
  steps: z.array(TicketStep),
  deadlines: z.object({ acceptBy: instant, contactBy: instant, handleBy: instant }),
  reporter: z.object({
    label: z.string(),
    phoneMasked: z.string().nullable(),
    hidden: z.boolean(),
    mayReveal: z.boolean(),
  }),
  understanding: z
    .object({ intent: z.string(), confidence: z.number(), because: z.array(z.string()), said: z.array(z.string()) })
    .nullable(),
  nearbyCount: z.int(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  pauseReason: z.string().nullable(),
  rating: z
    .object({ contacted: z.boolean(), solved: z.boolean(), satisfied: z.boolean(), note: z.string().nullable() })
    .nullable(),
  duplicateOfNo: z.string().nullable(),
}).meta({ id: 'TicketDetail', description: '工单详情' });

const target = { id, version };
const act = <T extends z.ZodRawShape>(summary: string, access: 'member' | 'staff', shape: T) =>
  endpoint({ kind: 'command', access, summary, input: z.strictObject({ ...target, ...shape }), output: TicketDetail });

const note = text(500).optional();
const reason = text(500, 2);
const attachmentIds = z.array(id).max(9, '最多 9 张照片').default([]);

export const tickets = {
  'tickets.list': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的事：我报的和我跟着的',
    input: z.strictObject({
      state: z.enum(['open', 'done', 'all']).default('all'),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: page(TicketSummary),
  }),
  'tickets.get': endpoint({
    kind: 'query',
    access: 'member',
    summary: '一件事的全过程',
    input: z.strictObject({ id }),
    output: TicketDetail,
  }),
  'tickets.withdraw': act('撤回', 'member', { reason: note }),
  'tickets.supplement': act('补充情况或照片', 'member', { text: text(1000), attachmentIds }),
  'tickets.urge': act('催一催', 'member', { note }),
  'tickets.join': endpoint({
    kind: 'command',
    access: 'member',
    summary: '我也遇到：跟着这件事，有进展都通知',
    input: z.strictObject({ id, note: text(200).optional() }),
    output: TicketDetail,
  }),
  'tickets.confirm': act('确认办好并评价', 'member', {
    contacted: z.boolean(),
    solved: z.boolean(),
    satisfied: z.boolean(),
    note,
  }),
  'tickets.reopen': act('没办好，请重办', 'member', { reason, attachmentIds }),
  'tickets.accept': act('受理', 'staff', { note }),
  'tickets.reject': act('不予受理并告知去向', 'staff', { reason, whereTo: text(200, 2) }),
  'tickets.contact': act('已联系居民', 'staff', { note: text(500, 2) }),
  'tickets.assign': act('分派给同单位的人', 'staff', { personId: id, note }),
  'tickets.transfer': act('改派给别的单位', 'staff', { unitCode, reason }),
  'tickets.return': act('退回（说明理由和建议单位）', 'staff', { reason, suggestedUnitCode: unitCode }),
  'tickets.decide': act('中心裁决承办单位', 'staff', { unitCode, reason }),
  'tickets.requestAssist': act('请别的单位协办', 'staff', { unitCode, request: reason }),
  'tickets.finishAssist': act('协办完成', 'staff', { assistId: id, result: reason, attachmentIds }),
  'tickets.extend': act('延期一次', 'staff', { reason }),
  'tickets.pause': act('挂起（等补充材料等）', 'staff', { reason }),
  'tickets.resume': act('恢复办理', 'staff', { note }),
  'tickets.handle': act('处理完了，附处理后照片', 'staff', { result: reason, attachmentIds }),
  'tickets.passCheck': act('核查通过', 'staff', { note }),
  'tickets.failCheck': act('核查不通过，退回重做', 'staff', { reason }),
  'tickets.close': act('办结（匿名件或逾期未确认）', 'staff', { note }),
  'tickets.comment': act('内部备注', 'staff', { text: text(1000) }),
  'tickets.merge': act('并入另一件', 'staff', { intoId: id, reason }),
  'tickets.open': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '代报：替没有手机的居民报一件事',
    input: z.strictObject({
      title: text(40, 2),
      description: text(2000, 2),
      categoryCode: z.string().regex(/^[a-z_]{2,40}$/),
      address: text(200, 2),
      position: position.optional(),
      villageCode: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      reporterName: text(20).optional(),
      reporterPhone: z
        .string()
        .regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字')
        .optional(),
      attachmentIds,
    }),
    output: TicketDetail,
  }),
  'tickets.reveal': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '说明理由后查看居民电话（留痕）',
    isSecret: true,
    input: z.strictObject({ id, reason }),
    output: z.object({ name: z.string(), phone: z.string().nullable() }),
  }),
  'tickets.nearby': endpoint({
    kind: 'query',
    access: 'member',
    summary: '附近同类的事',
    input: z.strictObject({
      categoryCode: z.string().max(40),
      position: position.optional(),
      villageCode: z.string().max(12).optional(),
      text: text(500),
    }),
    output: z.object({ items: z.array(TicketSummary) }),
  }),
  'tickets.removePhoto': endpoint({
    kind: 'command',
    access: 'member',
    summary: '删掉自己刚上传、还没用上的照片',
    input: z.strictObject({ id }),
    output: done,
  }),
  'categories.list': endpoint({
    kind: 'query',
    access: 'public',
    summary: '事项分类（五栏）',
    input: z.strictObject({}),
    output: z.object({
      version: z.string(),
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          group: z.string(),
          level: z.enum(ticketLevels),
          openWhen: z.string(),
          closeWhen: z.string(),
          leadUnitName: z.string(),
          assistUnitNames: z.array(z.string()),
        }),
      ),
    }),
  }),
};
