import { type Manner, mannerLabel } from '#shared/domain/bookings/availability';
import { dayPartText, dayText, timeText } from '#shared/domain/text/dates';
import { dayOf, daysBetween, weekdayOf } from '#shared/domain/time/clock';
import type { ChipTone } from '../components/chip';
import type { Booking, DisputeType, Slot, SlotDay } from './types';

const tones: Record<Booking['status'], ChipTone> = {
  REQUESTED: 'amber',
  CONFIRMED: 'jade',
  DONE: 'neutral',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
  RESCHEDULED: 'neutral',
  NO_SHOW_RESIDENT: 'red',
  NO_SHOW_ADVISOR: 'red',
};

/** The colour that goes with how a booking stands; the word always goes with it. */
export const toneOf = ({ status }: Pick<Booking, 'status'>): ChipTone => tones[status];

// A record, so that the compiler tells when the contract has another kind.
const disputes: Record<DisputeType, true> = {
  婚姻家庭: true,
  邻里: true,
  土地承包: true,
  宅基地: true,
  物业: true,
  劳动: true,
  损害赔偿: true,
  交通: true,
  医疗: true,
  消费: true,
  借贷: true,
  征拆: true,
  环境: true,
  合同: true,
  其他: true,
};
/** The kinds of matter (纠纷类型) in the order of the form. */
export const disputeTypes = Object.keys(disputes) as DisputeType[];

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A slot on the big button, short and plain in Asia/Shanghai: 明天上午 10:20, 周四下午 14:30, 12月3日下午 14:30. */
export function shortTime(startsAt: string, now: Date): string {
  const at = new Date(startsAt);
  const day = dayOf(at);
  const said = dayText(day, now);
  const near = said.includes('月')
    ? daysBetween(dayOf(now), day) < 7
      ? weekdays[weekdayOf(day)]
      : said.split(' ')[0]
    : said;
  return `${near}${dayPartText(at)} ${timeText(at)}`;
}

/** What stands under a day of the strip: how one can talk on it, or why not. */
export function dayNote({ note, slots }: SlotDay): string {
  const free = slots.filter((slot) => slot.free);
  const manners = [...new Set((free.length > 0 ? free : slots).map(({ manner }) => manner))];
  if (free.length === 0) return note || '约满';
  const [first] = manners;
  return first ? `${mannerLabel(first)}${manners.length > 1 ? '等' : ''}` : '';
}

const howToTalk: Record<Manner, string> = {
  ONSITE: '当面谈',
  PHONE: '律师打电话给您',
  VIDEO: '视频谈',
};

/** How one talks in plain words, with the place for visits: 当面谈 · 高桥村村委会. */
export const mannerText = ({ manner, place }: Pick<Slot, 'manner' | 'place'>): string =>
  manner === 'ONSITE' ? `${howToTalk.ONSITE} · ${place}` : howToTalk[manner];
