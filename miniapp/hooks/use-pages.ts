import { useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import type { Input, Name, Output } from '#shared/contract';
import type { AppError } from '#shared/errors';
import { inWechat } from '../services/platform';
import { callAsMe, isOpenCall } from '../services/session';
import { sessionStore } from '../services/session-store';
import { useStore } from '../services/store';

/** The calls that answer one page of rows and take a cursor. */
type Listing = {
  [N in Name]: Output<N> extends { items: unknown[]; nextCursor: string | null }
    ? Input<N> extends { cursor?: string | undefined }
      ? N
      : never
    : never;
}[Name];

/** Reads a long list page by page: more comes at the bottom of the page, or by `more()`. */
export function usePages<N extends Listing>(name: N, input: Input<N>) {
  const { token } = useStore(sessionStore);
  const ready = isOpenCall(name) || inWechat || Boolean(token);
  const query = useInfiniteQuery<Output<N>, AppError, Output<N>['items'], unknown[], string | undefined>({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) => callAsMe(name, { ...input, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items as unknown[]) as Output<N>['items'],
    enabled: ready,
  });
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(more);
  useDidShow(() => {
    if (ready && query.isFetched) void query.refetch();
  });
  return { query, more, hasMore: query.hasNextPage };
}
