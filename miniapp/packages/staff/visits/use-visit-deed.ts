import type { BookingDetail } from '../../../booking/types';
import { sentenceOf, useCommand } from '../../../hooks/use-command';
import { movedMeanwhile } from '../hooks/use-deed';
import { recordInput, type VisitAct, type VisitDraft } from './draft';

/** Sends one act on one booking. A stale version reloads the booking and says so; the draft is the caller's and is kept. */
export function useVisitDeed(act: VisitAct, done: string, onDone: () => void) {
  const commands = {
    confirm: useCommand('bookings.confirm', done),
    arrive: useCommand('bookings.arrive', done),
    record: useCommand('bookings.record', done),
    followUp: useCommand('bookings.followUp', done),
    propose: useCommand('bookings.propose', done),
    passOn: useCommand('bookings.passOn', done),
    invite: useCommand('bookings.invite', done),
    noShow: useCommand('bookings.noShow', done),
    undoNoShow: useCommand('bookings.undoNoShow', done),
    cancel: useCommand('bookings.cancel', done),
  };
  const send = ({ id, version }: Pick<BookingDetail, 'id' | 'version'>, draft: VisitDraft) => {
    const words = draft.note.trim();
    const target = { id, version };
    const note = words ? { note: words } : {};
    const closing = { onSuccess: onDone };
    switch (act) {
      case 'confirm':
        return commands.confirm.mutate({ ...target, ...note }, closing);
      case 'arrive':
        return commands.arrive.mutate(target, closing);
      case 'record':
        return commands.record.mutate(recordInput(target, draft), closing);
      case 'followUp':
        return commands.followUp.mutate({ ...target, text: draft.task.trim(), dueOn: draft.dueOn }, closing);
      case 'propose':
        return draft.slot && commands.propose.mutate({ ...target, slotId: draft.slot.id, reason: words }, closing);
      case 'passOn':
        return commands.passOn.mutate({ ...target, advisorId: draft.advisorId, reason: words }, closing);
      case 'invite':
        return commands.invite.mutate({ ...target, personId: draft.personId }, closing);
      case 'noShow':
        return commands.noShow.mutate({ ...target, who: 'RESIDENT', ...note }, closing);
      case 'undoNoShow':
        return commands.undoNoShow.mutate({ ...target, ...note }, closing);
      case 'cancel':
        return commands.cancel.mutate({ ...target, reason: words }, closing);
    }
  };
  const { isPending, error } = commands[act];
  const trouble = !error
    ? undefined
    : error.code === 'stale_version'
      ? movedMeanwhile
      : `没有办成：${sentenceOf(error)}。您写的还在。`;
  return { send, pending: isPending, trouble };
}
