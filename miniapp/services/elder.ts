import { callAsMe, refreshMe } from './session';
import { sessionStore } from './session-store';
import { keep, recall } from './storage';
import { createStore } from './store';

export const elderStore = createStore({ on: recall<boolean>('elder') ?? sessionStore.get().me?.elderMode ?? false });

/** Switches elder mode on this phone at once, and on the account when there is one; a failed save keeps the phone's choice. */
export async function switchElder(on: boolean): Promise<void> {
  elderStore.set({ on });
  keep('elder', on);
  if (!sessionStore.get().token) return;
  await callAsMe('me.update', { elderMode: on }).then(refreshMe, () => undefined);
}
