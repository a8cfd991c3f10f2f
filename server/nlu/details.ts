import { amountIn } from './amounts';
import { sinceIn } from './duration';
import { marketDayIn } from './market-day';
import { isUrgent, peopleIn, phoneIn, ticketNumberIn } from './people';
import { plateIn } from './personal';
import { placeIn } from './places';
import { subjectIn } from './subject';
import type { Details, UnderstandContext } from './understanding';
import { whenIn } from './when';

/**
 * Everything a normalised message says besides its intent. `withSubject` asks for the short subject too (problems and disputes).
 * Only what is said is set; nothing is guessed.
 */
export function detailsIn(text: string, context: UnderstandContext, now: Date, withSubject: boolean): Details {
  const ticketNo = ticketNumberIn(text);
  const phone = phoneIn(text);
  const bare = [ticketNo, phone].some((found) => found !== undefined)
    ? text.replace(/[A-Za-z]*\d{6,}[-\d]*/g, ' ')
    : text;
  const since = sinceIn(bare);
  const when = whenIn(since === undefined ? bare : bare.replace(since, ' '), now);
  const where = placeIn(text, context);
  const marketDay = marketDayIn(text);
  const people = peopleIn(bare);
  const amount = /[元块万]/.test(text) ? amountIn(bare) : undefined;
  const plate = plateIn(text);
  const details: Details = {
    ...(where ? { where } : {}),
    ...(since === undefined ? {} : { since }),
    ...(when ? { when } : {}),
    ...(marketDay ? { marketDay } : {}),
    ...(people === undefined ? {} : { people }),
    ...(amount === undefined ? {} : { amount }),
    ...(plate === undefined ? {} : { plate }),
    ...(phone === undefined ? {} : { phone }),
    ...(ticketNo === undefined ? {} : { ticketNo }),
    ...(isUrgent(text) ? { urgent: true } : {}),
  };
  const what = withSubject ? subjectIn(text, details) : undefined;
  return what === undefined ? details : { what, ...details };
}
