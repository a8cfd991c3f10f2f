import { useQueryClient } from '@tanstack/react-query';
import { sentenceOf, useCommand } from '../../../hooks/use-command';
import type { Draft, StaffAction, Target, Ticket } from '../actions/draft';
import { forms } from '../actions/forms';

/** Doing one action on one ticket. */
export interface Deed {
  send: (target: Target, draft: Draft) => void;
  pending: boolean;
  /** What went wrong and what was kept, or nothing. */
  trouble: string | undefined;
  forgetTrouble: () => void;
}

/** What people read when somebody else was faster: the newer state is on the screen already, what they wrote is still there. */
export const movedMeanwhile = '刚刚有人动过这件事，已换成最新的情况。您写的还在，看一眼再提交。';

/**
 * Sends an action with the version on the screen. A stale version reloads the ticket and says so; the draft is the caller's and is
 * never touched here. `onDone` gets the ticket as the server left it.
 */
export function useDeed(action: StaffAction, onDone: (ticket: Ticket) => void): Deed {
  const client = useQueryClient();
  const { done, input } = forms[action];
  const command = useCommand(`tickets.${action}` as const, done);

  const send = ({ id, version }: Target, draft: Draft) =>
    command.mutate(input({ id, version }, draft), {
      onSuccess: (after) => {
        client.setQueryData(['tickets.get', { id: after.id }], after);
        onDone(after);
      },
    });

  return { send, pending: command.isPending, trouble: troubleOf(command.error), forgetTrouble: command.reset };
}

function troubleOf(error: Parameters<typeof sentenceOf>[0] | null): string | undefined {
  if (!error) return undefined;
  if (error.code === 'stale_version') return movedMeanwhile;
  return `没有办成：${sentenceOf(error)}。您写的还在。`;
}
