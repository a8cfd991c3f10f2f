import type { Payload } from './turn';

/** What a tap says in the resident's own bubble; the words are those of the option. */
const words: Readonly<Record<string, string>> = {
  report: '报问题',
  advisor: '约律师',
  consult: '来协商',
  credit: '查积分',
  progress: '办到哪一步了',
  contact: '联系网格员',
  human: '转人工',
  emergency: '紧急电话',
  again: '我再说一遍',
  back: '不等了',
  yes: '是的',
  no: '不是',
  'report.confirm': '报上去',
  'report.later': '先不报',
  'report.cancel': '不报了',
  'report.skipPhoto': '没有照片',
  'report.separate': '不是这件，接着报',
  'report.join': '我也遇到',
  'report.home': '我家附近',
  'report.anonymous': '匿名',
  'report.replace': '改成这件',
  'report.another': '另外再报一件',
  'booking.slot': '这个时间',
  'booking.confirm': '约这个时间',
  'booking.wait': '排候补',
  'booking.stop': '不约了',
  'booking.which': '这一个',
  'booking.edit': '改一下',
  'topic.level': '跟这些人有关',
  'topic.insist': '还是要提',
  'topic.separate': '不一样，接着提',
  'topic.support': '附议这个',
  'topic.confirm': '提出去',
  'topic.edit': '改一下',
  'topic.stop': '不提了',
};
const edits: Readonly<Record<string, string>> = { what: '改事情', where: '改地点', photo: '加照片' };

/** The words of a tap: those of its option when it carried them, else those of its action. */
export function tapText(action: string, payload: Payload): string {
  if (typeof payload.label === 'string' && payload.label.length > 0) return payload.label.slice(0, 40);
  if (action === 'report.edit') return named(edits, String(payload.field)) ?? '改一下';
  return named(words, action) ?? '点了一下';
}

// An action comes from outside and may be the name of something every object has.
const named = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;
