import { z } from 'zod';
import { ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { ChatMessage } from './chat';
import {
  cursor,
  day,
  done,
  empty,
  endpoint,
  id,
  page,
  pageSize,
  placeCode,
  position,
  text,
  unitCode,
} from './endpoint';
import { Clock, MapShape, TicketSummary, ticketLevels } from './tickets';

export const QueueItem = TicketSummary.extend({
  reporterLabel: z.string(),
  assigneeName: z.string().nullable(),
  role: z.enum(['mine', 'unit', 'assist', 'check', 'decide', 'scope']),
}).meta({ id: 'QueueItem', description: '待办' });

export const queueViews = ['todo', 'mine', 'assist', 'check', 'decide', 'overdue', 'all', 'done'] as const;

const filters = {
  view: z.enum(queueViews).default('todo'),
  search: text(40).optional(),
  placeCode: placeCode.optional(),
  categoryCode: z.string().max(40).optional(),
  status: z.enum(ticketStatuses).optional(),
  level: z.enum(ticketLevels).optional(),
  leadUnit: unitCode.optional(),
  from: day.optional(),
  to: day.optional(),
  /** Drill-down behind a figure of the board. */
  figure: z
    .enum(['opened', 'open', 'closed', 'overdue', 'dueSoon', 'rated', 'notContacted', 'notSolved', 'notSatisfied'])
    .optional(),
};

export const QueuedConversation = z
  .object({
    id,
    personLabel: z.string(),
    placeLabel: z.string(),
    lastText: z.string(),
    waitingText: z.string(),
    mode: z.enum(['QUEUED', 'HUMAN']),
    mine: z.boolean(),
    agentName: z.string().nullable(),
  })
  .meta({ id: 'QueuedConversation', description: '等人工的对话' });

const Rate = z.object({ value: z.number().nullable(), of: z.int(), suppressed: z.boolean() });

const talk = z.object({ conversation: QueuedConversation, messages: z.array(ChatMessage) });

export const workbench = {
  'workbench.queue': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '我的待办，急的在前',
    input: z.strictObject({ ...filters, cursor: cursor.optional(), limit: pageSize }),
    output: page(QueueItem),
  }),
  'workbench.counts': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '各类待办的件数',
    input: empty,
    output: z.object({
      title: z.string(),
      views: z.array(z.object({ view: z.enum(queueViews), label: z.string(), count: z.int() })),
      conversations: z.int(),
    }),
  }),
  'workbench.map': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '我管的网格与上面的事',
    input: z.strictObject({ placeCode: placeCode.optional() }),
    output: z.object({
      label: z.string(),
      synthetic: z.boolean(),
      shapes: z.array(MapShape.extend({ code: z.string(), openCount: z.int() })),
      tickets: z.array(z.object({ id, title: z.string(), position, clock: Clock })),
    }),
  }),
  'workbench.canned': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '规范用语',
    input: z.strictObject({ ticketId: id, action: z.string().max(40) }),
    output: z.object({ items: z.array(z.object({ id, text: z.string() })) }),
  }),
  'workbench.colleagues': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '可以分派给谁',
    input: z.strictObject({ ticketId: id }),
    output: z.object({ items: z.array(z.object({ id, name: z.string(), role: z.string(), openCount: z.int() })) }),
  }),
  'workbench.units': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '可以改派、退回、请协办的单位',
    input: z.strictObject({ ticketId: id }),
    output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })) }),
  }),
  'workbench.board': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '中心看板：件数、三率、超期、热力、趋势',
    input: z.strictObject({ from: day, to: day, townCode: placeCode.optional() }),
    output: z.object({
      label: z.string(),
      counts: z.object({
        opened: z.int(),
        open: z.int(),
        closed: z.int(),
        overdue: z.int(),
        dueSoon: z.int(),
        conversations: z.int(),
      }),
      rates: z.object({ contact: Rate, solve: Rate, satisfaction: Rate, onTime: Rate }),
      trend: z.array(z.object({ date: z.iso.date(), opened: z.int(), closed: z.int() })),
      categories: z.array(z.object({ code: z.string(), name: z.string(), count: z.int() })),
      units: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          open: z.int(),
          overdue: z.int(),
          closed: z.int(),
          onTime: z.number().nullable(),
        }),
      ),
      heat: z.array(MapShape.extend({ code: z.string(), name: z.string(), count: z.int() })),
    }),
  }),
  'workbench.export': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '导出 CSV（说明理由，留痕，带水印行）',
    input: z.strictObject({ ...filters, reason: text(200, 2) }),
    output: z.object({ url: z.string(), rows: z.int() }),
  }),
  'workbench.conversations': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '等人工的对话',
    input: empty,
    output: z.object({ items: z.array(QueuedConversation) }),
  }),
  'workbench.conversation': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '看一段对话',
    input: z.strictObject({ id, afterSeq: z.int().min(0).default(0) }),
    output: talk,
  }),
  'workbench.takeConversation': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '接手对话',
    input: z.strictObject({ id }),
    output: talk,
  }),
  'workbench.reply': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '回复居民',
    input: z.strictObject({ id, text: text(1000) }),
    output: talk,
  }),
  'workbench.finishConversation': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '结束人工，小翠接着服务',
    input: z.strictObject({ id }),
    output: talk,
  }),
};

const NotificationItem = z
  .object({
    id,
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    page: z.string(),
    ticketId: id.nullable(),
    at: z.iso.datetime(),
    atText: z.string(),
    read: z.boolean(),
  })
  .meta({ id: 'Notification', description: '通知' });

export const notifications = {
  'notifications.list': endpoint({
    kind: 'query',
    access: 'member',
    summary: '我的通知',
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: page(NotificationItem).extend({ unread: z.int() }),
  }),
  'notifications.markRead': endpoint({
    kind: 'command',
    access: 'member',
    summary: '标为已读（不给编号则全部）',
    input: z.strictObject({ ids: z.array(id).max(100).optional() }),
    output: done,
  }),
  'notifications.templates': endpoint({
    kind: 'query',
    access: 'member',
    summary: '可以请求授权的订阅消息模板与余额',
    input: empty,
    output: z.object({
      items: z.array(z.object({ key: z.string(), templateId: z.string(), name: z.string(), remaining: z.int() })),
    }),
  }),
  'notifications.subscribed': endpoint({
    kind: 'command',
    access: 'member',
    summary: '居民在微信里点了同意或拒绝',
    input: z.strictObject({ results: z.record(z.string().max(64), z.enum(['accept', 'reject', 'ban', 'filter'])) }),
    output: done,
  }),
  'notifications.deadLetters': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '没送出去的消息',
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: page(
      z.object({
        id,
        title: z.string(),
        template: z.string(),
        state: z.string(),
        reason: z.string().nullable(),
        tries: z.int(),
        atText: z.string(),
      }),
    ),
  }),
  'notifications.retry': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '重新发送',
    input: z.strictObject({ id }),
    output: done,
  }),
};
