import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import type { Input, Name, Output } from '#shared/contract';
import type { AppError } from '#shared/errors';
import { randomId } from '../services/platform';
import { callAsMe } from '../services/session';

/** What else a change makes stale besides its own feature. */
const touches: Record<string, readonly string[]> = {
  tickets: ['tickets.', 'workbench.', 'notifications.'],
  workbench: ['workbench.', 'tickets.'],
  me: ['me.', 'chat.'],
  bookings: ['bookings.', 'waiting.', 'advisor.', 'notifications.'],
  waiting: ['waiting.', 'bookings.'],
  advisor: ['advisor.', 'bookings.', 'supervision.'],
  visits: ['visits.', 'advisor.'],
  supervision: ['supervision.', 'bookings.'],
  forum: ['forum.', 'moderation.', 'notifications.'],
  households: ['households.', 'points.', 'claims.', 'me.', 'notifications.'],
  batches: ['batches.', 'claims.', 'notifications.'],
  claims: ['claims.', 'points.', 'notifications.'],
  privacy: ['privacy.', 'notifications.', 'me.'],
  shop: ['shop.', 'points.', 'notifications.'],
  moderation: ['moderation.', 'forum.', 'notifications.'],
};

/** The one sentence to show for a failure: what is wrong with the first field, else the failure's own. */
export function sentenceOf(failure: AppError): string {
  return Object.values(failure.fields ?? {})[0] ?? failure.message;
}

interface Attempt<T> {
  wanted: string;
  key: string;
  answer: Promise<T> | undefined;
}

/**
 * Changes. Says how it went and marks everything of the feature as stale. The same input sent twice while the first is under
 * way is one request; sent again after a failure it carries the same idempotency key, so it has one effect. `quiet` leaves telling
 * of a failure to the page.
 */
export function useCommand<N extends Name>(
  name: N,
  done?: string,
  quiet = false,
): UseMutationResult<Output<N>, AppError, Input<N>> {
  const client = useQueryClient();
  const attempt = useRef<Attempt<Output<N>> | undefined>(undefined);
  const feature = name.split('.')[0] ?? name;

  const once = (input: Input<N>): Promise<Output<N>> => {
    const wanted = JSON.stringify(input);
    const same = attempt.current?.wanted === wanted ? attempt.current : undefined;
    if (same?.answer) return same.answer;
    const current: Attempt<Output<N>> = { wanted, key: same?.key ?? randomId(), answer: undefined };
    attempt.current = current;
    current.answer = callAsMe(name, input, current.key).then(
      (answer) => {
        if (attempt.current === current) attempt.current = undefined;
        return answer;
      },
      (failure) => {
        current.answer = undefined;
        throw failure;
      },
    );
    return current.answer;
  };

  return useMutation<Output<N>, AppError, Input<N>>({
    mutationFn: once,
    onSuccess: () => {
      if (done) void Taro.showToast({ title: done, icon: 'none' });
    },
    onError: (failure) => {
      if (!quiet) void Taro.showToast({ title: sentenceOf(failure), icon: 'none', duration: 3000 });
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          (touches[feature] ?? [`${feature}.`]).some((prefix) => String(key).startsWith(prefix)),
      }),
  });
}
