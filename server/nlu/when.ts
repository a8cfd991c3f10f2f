import { clockIn, partOfDayIn } from './clock-words';
import { cued } from './cued';
import { datesIn } from './date-range';
import { chinaDay, isoOf } from './day-words';
import type { WhenMention } from './understanding';

const cue = cued(/[天早晚晌午周月号日儿今明后昨前点:时下礼星期擦黑过两初腊冬正节底年端清秋除夕重元五六十国内]/);

/** A habit has no date: 每天晚上吵到半夜两点. */
const habitual = /每天|天天|每晚|每次|经常|老是|总是|一直/;

/**
 * The time a message speaks of, leaning to the future (周三 is the coming one, 25号 next month when it is over), in Asia/Shanghai.
 * A day alone spans 00:00–23:59:59; a part of the day has the hours of `partOfDayIn`; a clock time is a point unless a range is said.
 * Hours 1–6 without a part of the day are read as afternoon (office hours; default, to be confirmed). Undefined when no time is said, or only a habit.
 */
export function whenIn(text: string, now: Date): WhenMention | undefined {
  if (!cue.test(text)) return undefined;
  const today = chinaDay(now);
  const date = datesIn(text, today);
  const part = partOfDayIn(text);
  const clock = clockIn(text, part);
  if (!date && ((!clock && !part) || habitual.test(text))) return undefined;
  if (!date && !clock && part && !/今|这|等(?:会|下|哈)/.test(text) && !/^.{0,6}$/.test(text)) return undefined;
  const day = date?.from ?? today;
  const words = [date, part, clock].flatMap((found) => (found ? [found] : [])).sort((a, b) => a.index - b.index);
  const said = words.map((found) => found.text).join('');
  const ambiguous = date?.ambiguous === true;
  const mention = (from: string, to?: string): WhenMention => ({
    text: said,
    from,
    ...(to === undefined ? {} : { to }),
    ...(ambiguous ? { ambiguous } : {}),
  });
  if (clock && (date?.to === undefined || clock.to === undefined))
    return mention(isoOf(day, clock.from), clock.to === undefined ? undefined : isoOf(day, clock.to));
  if (part) return mention(isoOf(day, part.from), isoOf(date?.to ?? day, part.to));
  return mention(isoOf(day, 0), isoOf(date?.to ?? day, 86_399));
}
