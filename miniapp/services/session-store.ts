import type { Output } from '#shared/contract';
import { recall } from './storage';
import { createStore } from './store';

export type Me = Output<'me.get'>;

/** Who is using the phone. `chooserOpen` shows the demonstration's person chooser. */
export interface Session {
  readonly token: string | undefined;
  readonly me: Me | undefined;
  readonly chooserOpen: boolean;
}

export const sessionStore = createStore<Session>({
  token: recall<string>('token'),
  me: recall<Me>('me'),
  chooserOpen: false,
});
