import { dayMs, later } from '../time/clock';

/** One kind of record, how long it is kept, and on what ground. */
interface Retention {
  readonly title: string;
  /** From when the days count. */
  readonly since: string;
  readonly days: number;
  /** Whole rows go, or only what can tell who it was, while the figure stays. */
  readonly how: 'delete' | 'strip';
  readonly source: string;
}

const minimum = '个人信息保护法 19：实现目的所必要的最短时间';
const tobeConfirmed = '默认，待确认';
const security = '网络安全法 23：日志不少于六个月';

/** How long what is kept. Source of the figures: domain 6.10 (advice 2 years, matters 3, audit 3, security log six months at least), to be confirmed. */
export const retention = {
  talk: { title: '和小翠的对话', since: '说出', days: 730, how: 'delete', source: minimum },
  notice: { title: '通知', since: '发出', days: 730, how: 'delete', source: minimum },
  waiting: { title: '排队候补', since: '登记', days: 730, how: 'delete', source: minimum },
  booking: { title: '约律师的事由、电话和服务记录', since: '见面', days: 730, how: 'strip', source: minimum },
  ticket: { title: '办结的事：内容、地点、照片、报的人', since: '办结', days: 1095, how: 'strip', source: minimum },
  report: { title: '举报', since: '举报', days: 1095, how: 'delete', source: minimum },
  request: { title: '个人信息请求', since: '答复', days: 1095, how: 'delete', source: '个人信息保护法 56：至少三年' },
  event: { title: '操作事实（审计）', since: '发生', days: 1095, how: 'delete', source: '个人信息保护法 56：至少三年' },
  session: { title: '登录的设备', since: '下线', days: 183, how: 'delete', source: security },
  push: { title: '微信推送原文', since: '收到', days: 30, how: 'delete', source: tobeConfirmed },
  reactionMark: { title: '处理标记', since: '处理', days: 90, how: 'delete', source: tobeConfirmed },
  idempotencyKey: { title: '请求编号和答复', since: '请求', days: 7, how: 'delete', source: tobeConfirmed },
  loginCode: { title: '用过的登录码（哈希）', since: '使用', days: 1, how: 'delete', source: tobeConfirmed },
} as const satisfies Record<string, Retention>;

export type RetentionRule = keyof typeof retention;
export const retentionRules = Object.keys(retention) as RetentionRule[];

/** What counts from before this instant is past its time. */
export const keptSince = (rule: RetentionRule, now: Date): Date => later(now, -retention[rule].days * dayMs);

/** 2 年, 6 个月, 7 天. */
export function daysText(days: number): string {
  if (days % 365 === 0) return `${days / 365} 年`;
  return days >= 180 ? `${Math.round(days / 30.5)} 个月` : `${days} 天`;
}
