import cors from '@koa/cors';
import type { Middleware } from 'koa';

/** Lets pages of the listed origins call, and no other; without a list only the desk's own pages do. Cookies are not used, so none are let through. */
export const corsByList = (origins: readonly string[]): Middleware =>
  cors({
    origin: (http) => {
      const origin = http.get('origin');
      return origins.includes(origin) ? origin : '';
    },
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
    maxAge: 600,
  });
