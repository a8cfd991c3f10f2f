import fs from 'node:fs';
import path from 'node:path';
import type { Context, Next } from 'koa';
import send from 'koa-send';

const yearMs = 365 * 86_400_000;
const notBuilt = 'H5 页面还没有编译。请运行 npm run build:h5，或者用 npm start 启动（它会自己编译）。';

/** Serves the built H5 pages from `root`; an extensionless GET is a page of the mini-program and gets index.html (503 with what to do while there is none). */
export const pages = (root: string) => async (http: Context, next: Next) => {
  await next();
  const unanswered = http.body === undefined && http.status === 404;
  if (!unanswered || (http.method !== 'GET' && http.method !== 'HEAD') || http.path.startsWith('/api/')) return;
  const isPage = path.extname(http.path) === '';
  const file = isPage ? 'index.html' : http.path;
  if (!fs.existsSync(path.join(root, path.normalize(file)))) {
    if (isPage) Object.assign(http, { status: 503, body: notBuilt });
    return;
  }
  await send(http, file, { root, maxage: isPage ? 0 : yearMs, immutable: !isPage });
  if (isPage) http.set('cache-control', 'no-cache');
};
