import { randomBytes } from 'node:crypto';
import { createSession } from '#server/kernel/auth';
import { dayOf } from '#shared/domain/time/clock';
import { now } from './clock';
import { desk } from './desk';
import { advisor, availability, leave, team } from './make/bookings';
import { topic } from './make/forum';
import { household, person, post, shift, staff } from './make/people';
import { districtId, home } from './make/place';
import { member, ruleBook } from './make/points';
import { good, merchant, outlet, richMember } from './make/shop';
import { conversation, message, notification } from './make/talk';
import { assist, follower, photo, step, ticket } from './make/tickets';

export { home };

/** Builders of rows that are valid by default and make the parents they need. */
export const make = {
  person,
  staff,
  post,
  household,
  ticket,
  step,
  assist,
  follower,
  photo,
  conversation,
  message,
  notification,
  shift,
  advisor,
  availability,
  leave,
  team,
  topic,
  member,
  ruleBook,
  outlet,
  good,
  merchant,
  richMember,
};

/** Signs a person in and returns the token. */
export const signIn = async (who: { id: string }): Promise<string> =>
  (await createSession(desk().prisma, districtId, who.id, now())).token;

/** An idempotency key never used before. */
export const freshKey = () => randomBytes(12).toString('hex');

/** The Shanghai day of the tests' clock, for dates of posts. */
export const today = () => new Date(`${dayOf(now())}T00:00:00Z`);
