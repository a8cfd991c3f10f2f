import Taro from '@tarojs/taro';
import type { Input, Name, Output } from '#shared/contract';
import { AppError } from '#shared/errors';
import { call } from './api';
import { inWechat } from './platform';
import { queryClient } from './query-client';
import { type Me, sessionStore } from './session-store';
import { keep } from './storage';

/** Calls that need nobody signed in. The contract says so too; its values do not travel to the phone. */
const openCalls: readonly Name[] = [
  'auth.mode',
  'auth.login',
  'auth.demoPeople',
  'chat.menu',
  'chat.understand',
  'codes.open',
  'auth.desktopBegin',
  'auth.desktopPoll',
  'places.search',
  'places.list',
  'places.locate',
  'categories.list',
  'moderation.rules',
  'laws.list',
  'laws.get',
  'laws.read',
  'laws.article',
  'laws.search',
  'laws.topic',
  'laws.topics',
];

let waiting: { resolve: () => void; reject: (reason: AppError) => void }[] = [];
let signingIn: Promise<void> | undefined;

/** Whether a call may be made by anyone. */
export function isOpenCall(name: Name): boolean {
  return openCalls.includes(name);
}

/** Remembers who this is from now on; nothing read for somebody else stays. */
export function adopt(token: string, me: Me): void {
  const changed = sessionStore.get().me?.id !== me.id;
  keep('token', token);
  keep('me', me);
  sessionStore.set({ token, me, chooserOpen: false });
  if (changed) queryClient.clear();
  for (const waiter of waiting.splice(0)) waiter.resolve();
}

/** Takes over newer facts about the same person. */
export function refreshMe(me: Me): void {
  keep('me', me);
  sessionStore.set({ me });
}

/** Forgets who this is on this phone only. */
export function forget(): void {
  keep('token', undefined);
  keep('me', undefined);
  sessionStore.set({ token: undefined, me: undefined });
  queryClient.clear();
}

/** Signs in with a login code: WeChat's own, or a person of the demonstration. */
export async function signIn(code: string): Promise<void> {
  const { token, me } = await call('auth.login', { code });
  adopt(token, me);
}

/** Opens the demonstration's person chooser without waiting for an answer. */
export function openChooser(): void {
  sessionStore.set({ chooserOpen: true });
}

/** The person closed the chooser: whatever waited for it is told so, and keeps what it had. */
export function closeChooser(): void {
  sessionStore.set({ chooserOpen: false });
  const refusedWaiters = waiting;
  waiting = [];
  for (const waiter of refusedWaiters)
    waiter.reject(new AppError('unauthenticated', undefined, '先选一个人物，内容还在'));
}

async function signInWithWechat(): Promise<void> {
  const { code } = await Taro.login();
  await signIn(code);
}

/** Resolves once somebody is signed in: silently in WeChat, by the chooser in the demonstration's browser pages. */
export function ensureSession(): Promise<void> {
  if (sessionStore.get().token) return Promise.resolve();
  if (inWechat) {
    signingIn ??= signInWithWechat().finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  }
  openChooser();
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

const isStale = (failure: unknown) =>
  failure instanceof AppError && (failure.code === 'session_expired' || failure.code === 'unauthenticated');

/** Calls as the person of this phone, signing in first where the call asks for it and once more when the session has ended. */
export async function callAsMe<N extends Name>(name: N, input: Input<N>, key?: string): Promise<Output<N>> {
  if (!isOpenCall(name)) await ensureSession();
  try {
    return await call(name, input, key);
  } catch (failure) {
    if (!isStale(failure) || isOpenCall(name)) throw failure;
    forget();
    if (!inWechat) throw failure;
    await ensureSession();
    return call(name, input, key);
  }
}

/** Ends this session on the server too; the phone forgets it even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await call('auth.logout', {}).catch(() => undefined);
  forget();
}
