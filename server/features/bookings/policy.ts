import type { z } from 'zod';
import type { Booking, Prisma } from '#prisma';
import type { BookingDetail } from '#shared/contract/bookings';
import type { BookingParty } from '#shared/domain/bookings/lifecycle';
import { type Actor, holds, system } from '../../kernel/context';

export type Ability = z.output<typeof BookingDetail>['abilities'][number];

/** What a right depends on. */
export type Subject = Pick<Booking, 'residentId' | 'enteredById' | 'jointPersonId' | 'complainedAt'> & {
  advisor: { personId: string };
};

/** The bookings this actor may see: the parties', and those somebody complained of to the justice bureau. Nobody else's, whatever the post. */
export function visibleTo(actor: Actor): Prisma.BookingWhereInput {
  const { id } = actor;
  return {
    OR: [
      { residentId: id },
      { enteredById: id },
      { jointPersonId: id },
      { advisor: { personId: id } },
      ...(holds(actor, 'JUSTICE_BUREAU') ? [{ complainedAt: { not: null } }] : []),
    ],
  };
}

type Right = (actor: Actor, booking: Subject) => boolean;

const isResident: Right = ({ id }, { residentId }) => residentId === id;
const isAdvisor: Right = ({ id }, { advisor }) => advisor.personId === id;
const actsForResident: Right = (actor, booking) => isResident(actor, booking) || booking.enteredById === actor.id;
const isEither: Right = (actor, booking) => actsForResident(actor, booking) || isAdvisor(actor, booking);

const rights: Record<Ability, Right> = {
  confirm: isAdvisor,
  propose: isAdvisor,
  passOn: isAdvisor,
  invite: isAdvisor,
  arrive: isAdvisor,
  record: isAdvisor,
  followUp: isAdvisor,
  addPhotos: actsForResident,
  noShow: isEither,
  undoNoShow: isEither,
  reschedule: actsForResident,
  answer: actsForResident,
  cancel: isEither,
  rate: isResident,
  complain: actsForResident,
};

/** Whether this actor may ever do this to this booking; whether it is possible now is the lifecycle's question. */
export function may(actor: Actor, action: Ability, booking: Subject): boolean {
  return rights[action](actor, booking);
}

/** In which capacity somebody acts on a booking. */
export function partyOf(actor: Actor, booking: Subject): BookingParty {
  if (actor.id === system.id) return 'SYSTEM';
  if (isResident(actor, booking)) return 'RESIDENT';
  return isAdvisor(actor, booking) ? 'ADVISOR' : 'STAFF';
}

/** Whether the record of the talk is open to this actor: the two who talked, and whoever sat with them. */
export function mayReadRecord(actor: Actor, booking: Subject): boolean {
  return isResident(actor, booking) || isAdvisor(actor, booking) || booking.jointPersonId === actor.id;
}
