import { dayText, roughText, timeText } from '../text/dates';
import { type Day, dayOf } from '../time/clock';
import { lawyer } from './address';
import { type Manner, mannerLabel } from './availability';
import type { Slot } from './slots';
import type { Wish, WishAnswer } from './wishes';

/** A slot on a button: 明天上午 10:20 · 到村, 11月26日 周四下午 14:00 · 电话. */
export function slotText(slot: Slot, now: Date): string {
  return `${roughText(slot.from, now)} ${timeText(slot.from)} · ${mannerLabel(slot.manner)}`;
}

/** Who and where, for `confirmText`; `place` is said for visits only. */
export interface Meeting {
  readonly advisorName: string;
  readonly place?: string;
}

/** A slot said back in full before it is booked, always with its date: 明天（11月24日 周二）10:20–10:50，罗律师在高桥村村委会接待您. */
export function confirmText(slot: Slot, meeting: Meeting, now: Date): string {
  return `${fullDayText(dayOf(slot.from), now)}${timeText(slot.from)}–${timeText(slot.to)}，${meetingText(slot.manner, meeting)}`;
}

/** A day to choose from: 11月26日 周四，3 个时间. */
export function wishedDayText(day: Day, count: number, now: Date): string {
  return `${dayText(day, now)}，${count} 个时间`;
}

/** The sentence over the slots that answer a wish. It blames nobody for a time that is over. */
export function wishText(wish: Wish, answer: WishAnswer, now: Date): string {
  switch (answer.kind) {
    case 'FREE':
      return `「${wish.text}」有这些时间，您看哪个合适：`;
    case 'NEAR':
      return `「${wish.text}」没有空的时间了，离得最近的是：`;
    case 'PAST':
      return `「${wish.text}」已经过了，后面这些时间您看行不行：`;
    case 'TOO_FAR':
      return `现在最远约得到${dayText(answer.lastDay, now)}，先看看这些时间，也可以过些天再来约：`;
    case 'ASK_DAY':
      return `您说的「${wish.text}」是哪一天？这几天都有空：`;
    case 'NONE':
      return '这段时间都约满了。可以排候补，有人退了马上告诉您；着急的话拨打 12348，律师免费解答';
  }
}

/** Who meets the resident how: 陈律师打电话给您. */
export function meetingText(manner: Manner, { advisorName, place }: Meeting): string {
  if (manner === 'PHONE') return `${lawyer(advisorName)}打电话给您`;
  if (manner === 'VIDEO') return `${lawyer(advisorName)}和您视频`;
  return `${lawyer(advisorName)}在${place ?? '村（社区）'}接待您`;
}

/** 明天（11月24日 周二）, or 11月26日 周四 with a space where no such word is said. */
function fullDayText(day: Day, now: Date): string {
  const said = dayText(day, now);
  if (said.includes('月')) return `${said} `;
  const date = dayText(day, new Date(0));
  const withoutYear = day.slice(0, 4) === dayOf(now).slice(0, 4) ? date.replace(/^\d+年/, '') : date;
  return `${said}（${withoutYear}）`;
}
