import { PassThrough } from 'node:stream';
import type Router from '@koa/router';
import { z } from 'zod';
import { AppError } from '#shared/errors';
import { latestSeq } from '../features/chat/index';
import type { Live } from '../kernel/live';
import { admit, contextOf, type Ground } from '../kernel/route';

const heartbeatMs = 20_000;
/** Short enough for every proxy on the way; the phone connects again by itself. */
const lifetimeMs = 55_000;
const query = z.object({
  conversationId: z.uuid(),
  afterSeq: z.coerce.number().int().min(0).default(0),
  token: z.string().regex(/^[\w-]{20,100}$/),
});

/** GET /api/chat.stream: server-sent events `{lastSeq}` that say "ask chat.updates". Polling works without it. */
export function mountStream(
  router: Router,
  ground: Ground,
  live: Live,
  onClose: (end: () => void) => () => void,
): void {
  router.get('/api/chat.stream', async (http) => {
    const asked = query.safeParse(http.query);
    if (!asked.success) throw new AppError('invalid_input');
    const { conversationId, afterSeq, token } = asked.data;
    const now = ground.now();
    const actor = await admit(http, ground, now, 'member', token);
    const ctx = contextOf(http, ground, ground.prisma, actor, now);
    let sent = afterSeq;
    const stream = new PassThrough();
    const tell = async () => {
      // A session that was ended meanwhile hears nothing more.
      await admit(http, ground, ground.now(), 'member', token);
      const lastSeq = await latestSeq(ctx, conversationId);
      if (lastSeq <= sent || stream.writableEnded) return;
      sent = lastSeq;
      stream.write(`id: ${lastSeq}\ndata: ${JSON.stringify({ lastSeq })}\n\n`);
    };
    await tell();

    const unlisten = live.listen(conversationId, () => tell().catch(() => stream.end()));
    const heartbeat = setInterval(() => {
      admit(http, ground, ground.now(), 'member', token).then(
        () => stream.write(': still here\n\n'),
        () => stream.end(),
      );
    }, heartbeatMs);
    const end = () => stream.end();
    const lifetime = setTimeout(end, lifetimeMs);
    const forget = onClose(end);
    stream.on('close', () => {
      unlisten();
      clearInterval(heartbeat);
      clearTimeout(lifetime);
      forget();
    });
    http.set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    http.status = 200;
    stream.write('retry: 2000\n\n');
    http.body = stream;
  });
}
