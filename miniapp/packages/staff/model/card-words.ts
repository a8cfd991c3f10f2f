import type { Output } from '#shared/contract';

export type Message = Output<'workbench.conversation'>['messages'][number];
type Card = NonNullable<Message['card']>;

/** What the resident was shown, in one line, for the person who takes over the talk. */
export function cardWords(card: Card): string {
  switch (card.type) {
    case 'menu':
    case 'choice':
    case 'place':
      return `给了选项：${card.options.map(({ label }) => label).join('、')}`;
    case 'photo':
      return '请居民发照片';
    case 'confirm':
      return `请居民确认：${card.lines.map(({ value }) => value).join('，')}`;
    case 'ticket':
      return `给看了：${card.ticket.title}（${card.ticket.statusText}）`;
    case 'tickets':
      return `给看了 ${card.items.length} 件事`;
    case 'contact':
      return `给了联系人：${card.people.map(({ name, role }) => `${role}${name}`).join('、')}`;
    case 'emergency':
      return `给了紧急电话：${card.numbers.map(({ number }) => number).join('、')}`;
    case 'handoff':
      return '转人工';
    case 'slots':
      return `给了时间：${card.times.map(({ text }) => text).join('、')}`;
    case 'booking':
      return `约了律师：${card.booking.whenText}`;
    case 'law':
      return `回答了法律问题：${card.answer.title}`;
    case 'topic':
      return `议题：${card.topic.title}（${card.topic.statusText}）`;
    case 'topics':
      return `给看了 ${card.items.length} 个议题`;
    case 'points':
      return `给看了积分：${card.points.balance} 分`;
    case 'later':
      return `说明了：${card.title}`;
  }
}
