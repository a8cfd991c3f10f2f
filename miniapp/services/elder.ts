import { inWechat } from './platform';
import { callAsMe, refreshMe } from './session';
import { sessionStore } from './session-store';
import { keep, recall } from './storage';
import { createStore } from './store';

export const elderStore = createStore({ on: recall<boolean>('elder') ?? sessionStore.get().me?.elderMode ?? false });

// In the browser the tab bar stands outside the pages, so the body carries the mode too.
const markBody = () => document.body.classList.toggle('elder', elderStore.get().on);
if (!inWechat && typeof document !== 'undefined') {
  markBody();
  elderStore.subscribe(markBody);
}

/** Switches elder mode on this phone at once, and on the account when there is one; a failed save keeps the phone's choice. */
export async function switchElder(on: boolean): Promise<void> {
  elderStore.set({ on });
  keep('elder', on);
  if (!sessionStore.get().token) return;
  await callAsMe('me.update', { elderMode: on }).then(refreshMe, () => undefined);
}
