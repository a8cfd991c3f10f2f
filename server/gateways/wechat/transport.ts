/** One HTTP exchange with a cap on size and time. Knows nothing of WeChat's error codes. */

export interface Request {
  method: 'GET' | 'POST';
  url: URL;
  /** Sent as JSON. */
  body?: object;
  /** Ends the exchange, body included. */
  signal: AbortSignal;
}

/**
 * - `reply` a whole answer of at most 1 MB
 * - `not_sent` the other side was never reached, so nothing can have happened there
 * - `lost` the request left, but no usable answer came (time-out, reset, too large)
 */
export type Exchange =
  | { kind: 'reply'; status: number; contentType: string; bytes: Buffer }
  | { kind: 'not_sent' | 'lost' };

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
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== 'object' || cause === null) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return undefined;
}

async function readCapped(response: Response): Promise<Buffer | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxReplyBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const reader = response.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > maxReplyBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

/** Sends one request. Never throws for network trouble, never follows a redirect (the query may hold a secret). */
export async function exchange(fetcher: typeof fetch, request: Request): Promise<Exchange> {
  if (request.signal.aborted) return { kind: 'not_sent' };
  try {
    const response = await fetcher(request.url, {
      method: request.method,
      redirect: 'error',
      signal: request.signal,
      ...(request.body && { body: JSON.stringify(request.body), headers: { 'content-type': 'application/json' } }),
    });
    const bytes = await readCapped(response);
    if (!bytes) return { kind: 'lost' };
    return { kind: 'reply', status: response.status, contentType: response.headers.get('content-type') ?? '', bytes };
  } catch (error) {
    return { kind: neverReached.has(systemCode(error) ?? '') ? 'not_sent' : 'lost' };
  }
}
