import type { Context, Next } from 'koa';
import { AppError } from '#shared/errors';
import { translateDatabaseError } from '../kernel/db';
import type { Log } from '../kernel/log';

const retryAfterSeconds = '3';

/** The only catch: every failure leaves as `{ error: { code, message, fields?, next? } }` from the catalogue. */
export const oneErrorExit = (log: Log) => async (http: Context, next: Next) => {
  try {
    await next();
    if (http.status === 404 && http.body === undefined && http.path.startsWith('/api/'))
      throw new AppError('not_found');
  } catch (thrown) {
    const error = named(thrown);
    if (error.code === 'internal')
      log.error({ requestId: http.state.requestId, path: http.path, err: describe(thrown) }, 'unexpected');
    http.status = error.status;
    if (error.status === 503) http.set('retry-after', retryAfterSeconds);
    const { code, message, fields, next: instead } = error;
    http.body = { error: { code, message, ...(fields && { fields }), ...(instead && { next: instead }) } };
  }
};

function named(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { status } = (thrown ?? {}) as { status?: number };
  if (status === 404) return new AppError('not_found');
  if (status === 413) return new AppError('body_too_large');
  if (status === 400 || status === 415) return new AppError('malformed_body');
  return translateDatabaseError(thrown) ?? new AppError('internal');
}

/** Where it broke, without values: database messages may quote what people wrote. */
function describe(thrown: unknown): { type?: string; errcode?: unknown; stack?: string } {
  const error = thrown as Error & { code?: unknown };
  const frames = error?.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
  return { type: error?.name, errcode: error?.code, stack: frames };
}
