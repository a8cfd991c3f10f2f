import type { Context, Next } from 'koa';
import { AppError } from '#shared/errors';
import { translateDatabaseError } from '../kernel/db';
import { describeError, type Log } from '../kernel/log';

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
      log.error({ requestId: http.state.requestId, path: http.path, err: describeError(thrown) }, 'unexpected');
    http.status = error.status;
    if (error.retryAfter !== undefined) http.set('retry-after', String(error.retryAfter));
    else if (error.status === 503) http.set('retry-after', retryAfterSeconds);
    const { code, message, fields, next: instead } = error;
    http.body = { error: { code, message, ...(fields && { fields }), ...(instead && { next: instead }) } };
  }
};

function named(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { status } = (thrown ?? {}) as { status?: number };
  if (status === 403 || status === 404) return new AppError('not_found');
  if (status === 413) return new AppError('body_too_large');
  if (status === 400 || status === 415) return new AppError('malformed_body');
  return translateDatabaseError(thrown) ?? new AppError('internal');
}
