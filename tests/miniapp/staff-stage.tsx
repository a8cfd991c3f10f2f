import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Input, Name } from '#shared/contract';
import { queryClient } from '../../miniapp/services/query-client';
import { adopt, forget } from '../../miniapp/services/session';
import { me } from './staff-fixtures';
import { type Call, fakeDesk } from './support/desk';

let calls: Call[] = [];

/** Puts a signed-in member of staff before a page; `answers` are what the desk says. Unknown calls are refused. */
export function stage(page: ReactNode, answers: Parameters<typeof fakeDesk>[0]) {
  calls = fakeDesk(answers);
  act(() => adopt('token', me));
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
}

/** What was sent under a name, in order. */
export const sentTo = <N extends Name>(name: N) =>
  calls.filter((one) => one.name === name).map(({ input }) => input as Input<N>);

/** Leaves nothing of a page behind: no timer, no cached answer, nobody signed in. */
export function leave(): void {
  cleanup();
  act(() => forget());
}
