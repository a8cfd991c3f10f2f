import { QueryClient } from '@tanstack/react-query';

/** One cache for all pages. A query is tried once more when the network failed; the phone's own idea of being online is not trusted. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: false, retry: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
