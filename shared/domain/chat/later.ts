import { type Choice, type Reply, say } from './reply';

const contact: Choice = { label: '联系网格员', action: 'contact' };
const human: Choice = { label: '转人工', action: 'human' };

/** What is not open yet, and what to do instead. Numbers are the national hotlines. */
const laters = {
  law_event: {
    title: '普法活动',
    text: '普法活动报名还没有开通。最近有没有讲座，可以问村（社区）的人。',
    options: [contact, human],
  },
} as const satisfies Record<string, { title: string; text: string; options: readonly Choice[] }>;

export type LaterFeature = keyof typeof laters;

/** Whether an intent leads to something that is not open yet. */
export const isLater = (intent: string): intent is LaterFeature => Object.hasOwn(laters, intent);

/** The plain answer about something that is not open yet, with what exists today. */
export function laterReply(feature: LaterFeature): Reply {
  const { title, text, options } = laters[feature];
  return say(text, { type: 'later', feature, title, text, options });
}
