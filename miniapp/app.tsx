import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { inWechat } from './services/platform';
import { listenForPrivacy } from './services/privacy';
import { queryClient } from './services/query-client';
import './app.scss';

if (inWechat) listenForPrivacy();

/** The mini-program: one query cache around all pages. */
export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
