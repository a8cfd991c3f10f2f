/** One HTTP exchange with a cap on size and time, for every service outside. Knows nothing of anybody's error codes. */

export interface Request {
  method: 'GET' | 'POST';
  url: URL;
  /** Sent as JSON. */
  body?: object;
  headers?: Record<string, string>;
  /** Largest answer read where it is not `maxReplyBytes`, in bytes. */
  maxBytes?: number;
  /** Ends the exchange, body included. */
  signal: AbortSignal;
}

/**
 * - `reply` a whole answer of at most 1 MB (or what the request allows)
 * - `not_sent` the other side was never reached, so nothing can have happened there
 * - `lost` the request left, but no usable answer came (time-out, reset, too large)
 */
export type Exchange =
  | { kind: 'reply'; status: number; contentType: string; bytes: Buffer }
  | { kind: 'not_sent' }
  | { kind: 'lost' };

/** Largest answer read, in bytes. Default, to be confirmed: QR pictures stay far below it. */
export const maxReplyBytes = 1024 * 1024;

const neverReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The system error code below a failed fetch; happy-eyeballs failures carry several that agree. */
function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('cause' in error)) return undefined;
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

async function readCapped(
  response: Response,
  { signal, maxBytes = maxReplyBytes }: Request,
): Promise<Buffer | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const reader = response.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return undefined;
      if (done) return Buffer.concat(chunks, size);
      size += value.byteLength;
      if (size > maxBytes) return undefined;
      chunks.push(value);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (size > maxBytes) stop();
  }
}

async function sendAndRead(fetcher: typeof fetch, request: Request): Promise<Exchange> {
  try {
    const response = await fetcher(request.url, {
      method: request.method,
      redirect: 'error',
      signal: request.signal,
      headers: { ...(request.body && { 'content-type': 'application/json' }), ...request.headers },
      ...(request.body && { body: JSON.stringify(request.body) }),
    });
    const bytes = await readCapped(response, request);
    if (!bytes) return { kind: 'lost' };
    return { kind: 'reply', status: response.status, contentType: response.headers.get('content-type') ?? '', bytes };
  } catch (error) {
    return { kind: neverReached.has(systemCode(error) ?? '') ? 'not_sent' : 'lost' };
  }
}

/** The promise's value, or `whenAborted` as soon as the signal aborts. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal, whenAborted: T): Promise<T> {
  if (signal.aborted) return Promise.resolve(whenAborted);
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(whenAborted);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Sends one request. Never throws for network trouble, never follows a redirect (the query may hold a secret).
 * The signal is watched here too: Node 20's fetch can lose it once the headers have come, and a dripping body then never ends.
 */
export async function exchange(fetcher: typeof fetch, request: Request): Promise<Exchange> {
  if (request.signal.aborted) return { kind: 'not_sent' };
  return orAborted(sendAndRead(fetcher, request), request.signal, { kind: 'lost' });
}
