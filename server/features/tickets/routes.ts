import type { Name, Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import type { Handlers } from '../../kernel/route';
import { acceptTicket } from './commands/accept-ticket';
import { assignTicket } from './commands/assign-ticket';
import { closeTicket } from './commands/close-ticket';
import { commentTicket } from './commands/comment-ticket';
import { confirmTicket } from './commands/confirm-ticket';
import { contactResident } from './commands/contact-resident';
import { decideTicket } from './commands/decide-ticket';
import { extendTicket } from './commands/extend-ticket';
import { failCheck } from './commands/fail-check';
import { finishAssist } from './commands/finish-assist';
import { handleTicket } from './commands/handle-ticket';
import { joinTicket } from './commands/join-ticket';
import { mergeTicket } from './commands/merge-ticket';
import { passCheck } from './commands/pass-check';
import { pauseTicket } from './commands/pause-ticket';
import { rejectTicket } from './commands/reject-ticket';
import { removePhoto } from './commands/remove-photo';
import { reopenTicket } from './commands/reopen-ticket';
import { reportOnBehalf } from './commands/report-on-behalf';
import { requestAssist } from './commands/request-assist';
import { resumeTicket } from './commands/resume-ticket';
import { returnTicket } from './commands/return-ticket';
import { revealContact } from './commands/reveal-contact';
import { supplementTicket } from './commands/supplement-ticket';
import { transferTicket } from './commands/transfer-ticket';
import { urgeTicket } from './commands/urge-ticket';
import { withdrawTicket } from './commands/withdraw-ticket';
import { nearbyOf, ownPage } from './list-tickets';
import { detailOf, presentDetail } from './present-detail';
import { findTicket } from './queries';

/** Runs a command and answers with the ticket as it is then. */
const shown =
  <N extends Name>(run: (ctx: Ctx, input: Parsed<N>) => Promise<string>) =>
  async (ctx: Ctx, input: Parsed<N>): Promise<Output<'tickets.get'>> =>
    detailOf(ctx, await run(ctx, input));

export const ticketRoutes = {
  'tickets.list': ownPage,
  'tickets.get': async (ctx, { id }) => presentDetail(ctx, await findTicket(ctx, id)),
  'tickets.nearby': async (ctx, input) => ({ items: await nearbyOf(ctx, input) }),
  'tickets.open': shown<'tickets.open'>(reportOnBehalf),
  'tickets.join': shown<'tickets.join'>(joinTicket),
  'tickets.withdraw': shown<'tickets.withdraw'>(withdrawTicket),
  'tickets.supplement': shown<'tickets.supplement'>(supplementTicket),
  'tickets.urge': shown<'tickets.urge'>(urgeTicket),
  'tickets.confirm': shown<'tickets.confirm'>(confirmTicket),
  'tickets.reopen': shown<'tickets.reopen'>(reopenTicket),
  'tickets.accept': shown<'tickets.accept'>(acceptTicket),
  'tickets.reject': shown<'tickets.reject'>(rejectTicket),
  'tickets.contact': shown<'tickets.contact'>(contactResident),
  'tickets.assign': shown<'tickets.assign'>(assignTicket),
  'tickets.transfer': shown<'tickets.transfer'>(transferTicket),
  'tickets.return': shown<'tickets.return'>(returnTicket),
  'tickets.decide': shown<'tickets.decide'>(decideTicket),
  'tickets.requestAssist': shown<'tickets.requestAssist'>(requestAssist),
  'tickets.finishAssist': shown<'tickets.finishAssist'>(finishAssist),
  'tickets.extend': shown<'tickets.extend'>(extendTicket),
  'tickets.pause': shown<'tickets.pause'>(pauseTicket),
  'tickets.resume': shown<'tickets.resume'>(resumeTicket),
  'tickets.handle': shown<'tickets.handle'>(handleTicket),
  'tickets.passCheck': shown<'tickets.passCheck'>(passCheck),
  'tickets.failCheck': shown<'tickets.failCheck'>(failCheck),
  'tickets.close': shown<'tickets.close'>(closeTicket),
  'tickets.comment': shown<'tickets.comment'>(commentTicket),
  'tickets.merge': shown<'tickets.merge'>(mergeTicket),
  'tickets.reveal': revealContact,
  'tickets.removePhoto': removePhoto,
} satisfies Handlers;
