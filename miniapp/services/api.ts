import Taro from '@tarojs/taro';
import type { Input, Name, Output } from '#shared/contract';
import { AppError, type ErrorCode, errors } from '#shared/errors';
import { sessionStore } from './session-store';

/** A failure that never reached the server: no network, or no answer in 20 seconds. */
export class Offline extends AppError {
  constructor() {
    super('unavailable', undefined, '网络不太好，没有送到');
  }
}

interface Refusal {
  error?: { code?: string; message?: string; fields?: Record<string, string>; next?: AppError['next'] };
}

/** Turns the body of a refused call into its catalogue error; anything unreadable is `internal`. */
export function refusal(body: unknown): AppError {
  const { error } = (typeof body === 'object' && body !== null ? body : {}) as Refusal;
  const code: ErrorCode =
    error?.code && Object.keys(errors).includes(error.code) ? (error.code as ErrorCode) : 'internal';
  const refused = new AppError(code, error?.fields, error?.message);
  return error?.next ? refused.offering(error.next) : refused;
}

/** The bearer header, when there is somebody to speak for. */
export function authorization(): Record<string, string> {
  const { token } = sessionStore.get();
  return token ? { authorization: `Bearer ${token}` } : {};
}

/**
 * Calls the server: the name is the path, the types come from the contract and cost no bytes.
 * `key` is the idempotency key of one attempt of a command. Throws AppError (Offline when nothing was reached).
 */
export async function call<N extends Name>(name: N, input: Input<N>, key?: string): Promise<Output<N>> {
  const answer = await Taro.request<Output<N>>({
    url: `${API_BASE}/api/${name}`,
    method: 'POST',
    data: input,
    timeout: 20_000,
    header: { 'content-type': 'application/json', ...authorization(), ...(key ? { 'idempotency-key': key } : {}) },
  }).catch(() => {
    throw new Offline();
  });
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data;
  throw refusal(answer.data);
}

/** An address the server gave (photo, export) as one this build can open. */
export function assetUrl(url: string): string {
  return url.startsWith('/') ? `${API_BASE}${url}` : url;
}
