import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import type { Output } from '#shared/contract';
import type { AppError } from '#shared/errors';
import { inWechat } from '../../../services/platform';
import { callAsMe } from '../../../services/session';
import { sessionStore } from '../../../services/session-store';
import { useStore } from '../../../services/store';
import type { Filters } from '../model/filters';

type QueuePage = Output<'workbench.queue'>;
export type QueueItem = QueuePage['items'][number];

/** The queue and how to get more of it. */
export interface Queue {
  query: UseInfiniteQueryResult<{ items: QueueItem[] }, AppError>;
  items: QueueItem[];
  more: () => void;
}

const pageSize = 20;
const refreshEveryMs = 60_000;

/** The queue behind a filter, page after page; the next page comes when the bottom is reached. Asked again whenever the page is shown. */
export function useQueue(filters: Filters): Queue {
  const { token } = useStore(sessionStore);
  const ready = inWechat || Boolean(token);
  const query = useInfiniteQuery<QueuePage, AppError, { items: QueueItem[] }, unknown[], string | undefined>({
    queryKey: ['workbench.queue', filters],
    queryFn: ({ pageParam }) =>
      callAsMe('workbench.queue', { ...filters, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items) }),
    enabled: ready,
    placeholderData: (before) => before,
    refetchInterval: refreshEveryMs,
  });
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  useDidShow(() => {
    if (ready && query.isFetched) void query.refetch();
  });
  useReachBottom(more);
  return { query, items: query.data?.items ?? [], more };
}
