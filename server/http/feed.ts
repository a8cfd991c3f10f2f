import type Router from '@koa/router';
import { AppError } from '#shared/errors';
import { feedText } from '../features/bookings/feed';
import type { Ground } from '../kernel/route';

/** The domain in the UIDs of events: it names the desk, not the machine it runs on, and must never change. */
const domain = 'cuiping-desk.invalid';

/** GET /feeds/<token>.ics: an advisor's private calendar. The address is the key, so an unknown one is like no page at all. */
export function mountFeeds(router: Router, { prisma, now }: Ground): void {
  router.get('/feeds/:file', async (http) => {
    const [, token] = /^([\w-]{20,64})\.ics$/.exec(http.params.file ?? '') ?? [];
    const text = token ? await feedText({ db: prisma, now: now() }, token, domain) : undefined;
    if (text === undefined) throw new AppError('not_found');
    http.type = 'text/calendar; charset=utf-8';
    http.set('cache-control', 'private, no-cache');
    http.set('referrer-policy', 'no-referrer');
    http.set('x-robots-tag', 'noindex');
    http.body = text;
  });
}
