import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import type { Input, Name, Output } from '#shared/contract';
import type { AppError } from '#shared/errors';
import { inWechat } from '../services/platform';
import { callAsMe, isOpenCall } from '../services/session';
import { sessionStore } from '../services/session-store';
import { useStore } from '../services/store';

export interface ApiOptions {
  /** False holds the question back until something is known. */
  enabled?: boolean;
  /** Ask again this often, in milliseconds, while the page is open. */
  every?: number;
}

/** Reads. Asked again whenever the page is shown or pulled down. On H5 it waits for somebody to be signed in, without nagging. */
export function useApi<N extends Name>(
  name: N,
  input: Input<N>,
  { enabled = true, every }: ApiOptions = {},
): UseQueryResult<Output<N>, AppError> {
  const { token } = useStore(sessionStore);
  const ready = enabled && (isOpenCall(name) || inWechat || Boolean(token));
  const query = useQuery<Output<N>, AppError>({
    queryKey: [name, input],
    queryFn: () => callAsMe(name, input),
    enabled: ready,
    refetchInterval: every ?? false,
  });
  useDidShow(() => {
    if (ready && query.isFetched) void query.refetch();
  });
  usePullDownRefresh(() => {
    void (ready ? query.refetch() : Promise.resolve()).finally(() => Taro.stopPullDownRefresh());
  });
  return query;
}
