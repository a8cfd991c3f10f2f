import fs from 'node:fs';
import path from 'node:path';
import type { Context, Next } from 'koa';
import send from 'koa-send';

const yearMs = 365 * 86_400_000;

/** Serves the built H5 pages from `root`; an extensionless GET is a page of the mini-program and gets index.html. */
export const pages = (root: string) => async (http: Context, next: Next) => {
  await next();
  const unanswered = http.body === undefined && http.status === 404;
  if (!unanswered || (http.method !== 'GET' && http.method !== 'HEAD') || http.path.startsWith('/api/')) return;
  const isPage = path.extname(http.path) === '';
  const file = isPage ? 'index.html' : http.path;
  if (!isPage && !fs.existsSync(path.join(root, path.normalize(file)))) return;
  await send(http, file, { root, maxage: isPage ? 0 : yearMs, immutable: !isPage });
  if (isPage) http.set('cache-control', 'no-cache');
};
