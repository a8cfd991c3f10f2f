import type { Name, Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import type { Handlers } from '../../kernel/route';
import { worldOf } from '../places/index';
import { ownCalls } from './calls';
import { colleaguesFor } from './colleagues';
import { addFollowUp } from './commands/add-follow-up';
import { addPhotos } from './commands/add-photos';
import { answerProposal } from './commands/answer-proposal';
import { beginTalk } from './commands/begin-talk';
import { bookFor } from './commands/book-for';
import { bookSlot } from './commands/book-slot';
import { cancelBooking } from './commands/cancel-booking';
import { complainOf } from './commands/complain-of';
import { confirmBooking } from './commands/confirm-booking';
import { correctAbsence } from './commands/correct-absence';
import { finishCall } from './commands/finish-call';
import { holdSlot } from './commands/hold-slot';
import { invitePerson } from './commands/invite-person';
import { joinWaiting } from './commands/join-waiting';
import { declineOffer, leaveWaiting } from './commands/leave-waiting';
import { noteAbsence } from './commands/note-absence';
import { passOn } from './commands/pass-on';
import { proposeTime } from './commands/propose-time';
import { rateTalk } from './commands/rate-talk';
import { recordTalk } from './commands/record-talk';
import { removePhoto } from './commands/remove-photo';
import { rescheduleBooking } from './commands/reschedule-booking';
import { showCall } from './commands/show-call';
import { takeOffer } from './commands/take-offer';
import { companionsFor } from './companions';
import { detailOf, presentClaimed, presentDetail } from './present';
import { findBooking } from './queries';
import { myAdvisors, ownBookings, slotsByDay } from './reads';
import { listWaiting } from './waiting-reads';

/** Runs a command and answers with the booking as it is then. */
const shown =
  <N extends Name>(run: (ctx: Ctx, input: Parsed<N>) => Promise<string>) =>
  async (ctx: Ctx, input: Parsed<N>): Promise<Output<'bookings.get'>> =>
    detailOf(ctx, await run(ctx, input));

export const bookingRoutes = {
  'advisors.mine': myAdvisors,
  'bookings.slots': slotsByDay,
  'bookings.list': ownBookings,
  'bookings.get': async (ctx, { id }) => presentDetail(ctx, await findBooking(ctx, id)),
  'bookings.colleagues': async (ctx, { id }) => colleaguesFor(ctx, await findBooking(ctx, id)),
  'bookings.companions': async (ctx, { id }) => companionsFor(ctx, await findBooking(ctx, id)),
  'bookings.hold': holdSlot,
  'bookings.book': {
    sql: async ({ db, actor }, input) => {
      const world = await worldOf(db);
      return async (ctx) => presentClaimed(ctx, world, await bookSlot(ctx, world, input), actor.name);
    },
  },
  'bookings.bookFor': async (ctx, input) => {
    const world = await worldOf(ctx.db);
    return presentClaimed(ctx, world, await bookFor(ctx, world, input), input.personName);
  },
  'bookings.reschedule': shown<'bookings.reschedule'>(rescheduleBooking),
  'bookings.cancel': shown<'bookings.cancel'>(cancelBooking),
  'bookings.answer': shown<'bookings.answer'>(answerProposal),
  'bookings.rate': shown<'bookings.rate'>(rateTalk),
  'bookings.complain': shown<'bookings.complain'>(complainOf),
  'bookings.noShow': shown<'bookings.noShow'>(noteAbsence),
  'bookings.undoNoShow': shown<'bookings.undoNoShow'>(correctAbsence),
  'bookings.confirm': shown<'bookings.confirm'>(confirmBooking),
  'bookings.propose': shown<'bookings.propose'>(proposeTime),
  'bookings.passOn': shown<'bookings.passOn'>(passOn),
  'bookings.invite': shown<'bookings.invite'>(invitePerson),
  'bookings.arrive': shown<'bookings.arrive'>(beginTalk),
  'bookings.record': shown<'bookings.record'>(recordTalk),
  'bookings.addPhotos': shown<'bookings.addPhotos'>(addPhotos),
  'bookings.removePhoto': shown<'bookings.removePhoto'>(removePhoto),
  'bookings.followUp': shown<'bookings.followUp'>(addFollowUp),
  'calls.list': ownCalls,
  'calls.show': showCall,
  'calls.finish': finishCall,
  'waiting.join': joinWaiting,
  'waiting.list': listWaiting,
  'waiting.take': shown<'waiting.take'>(takeOffer),
  'waiting.decline': declineOffer,
  'waiting.leave': leaveWaiting,
} satisfies Handlers;
