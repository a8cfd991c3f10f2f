import path from 'node:path';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import Koa from 'koa';
import compress from 'koa-compress';
import helmet from 'koa-helmet';
import type { Name } from '#shared/contract';
import { assistRoutes } from './features/assist/routes';
import type { Assistant } from './features/assist/write';
import { batchRoutes } from './features/batches/routes';
import { advisorRoutes } from './features/bookings/advisor-routes';
import { bookingRoutes } from './features/bookings/routes';
import { chatRoutes } from './features/chat/routes';
import { claimRoutes } from './features/claims/routes';
import { codeRoutes } from './features/codes/routes';
import { deliberationRoutes } from './features/deliberation/routes';
import { forumRoutes } from './features/forum/routes';
import { householdRoutes } from './features/households/routes';
import { identityRoutes } from './features/identity/routes';
import { lawRoutes } from './features/law/routes';
import { learningRoutes } from './features/learning/routes';
import { moderationRoutes } from './features/moderation/routes';
import { notificationRoutes } from './features/notifications/routes';
import { placesRoutes } from './features/places/routes';
import { pointsRoutes } from './features/points/routes';
import { privacyRoutes } from './features/privacy/routes';
import { shopRoutes } from './features/shop/routes';
import { supervisionRoutes } from './features/supervision/routes';
import { ticketRoutes } from './features/tickets/routes';
import { workbenchRoutes } from './features/workbench/routes';
import type { FileStore } from './gateways/storage/file-store';
import type { LinkKey } from './gateways/storage/signed-link';
import type { Wechat } from './gateways/wechat/client';
import { measureBacklog } from './http/backlog';
import { mountCodeLink } from './http/code-link';
import { corsByList } from './http/cors';
import { oneErrorExit } from './http/errors';
import { mountFeeds } from './http/feed';
import { mountFiles } from './http/files';
import { mountHealth } from './http/health';
import { createObserver } from './http/observe';
import { pages } from './http/pages';
import { mountStream } from './http/stream';
import { type PushSettings, wechatPush } from './http/wechat-push';
import type { Live } from './kernel/live';
import { type Ground, type Handlers, mount } from './kernel/route';

export interface Parts {
  ground: Ground;
  live: Live;
  store: FileStore;
  linkKeys: LinkKey[];
  wechat: Wechat;
  demo: boolean;
  /** Whether the address of a caller is what a proxy of ours says. */
  behindProxy?: boolean;
  /** How far this machine's clock is ahead of the shared one, in milliseconds. */
  aheadMs?: () => number;
  templates: Map<string, string>;
  /** Whose word says how many messages a person allows: WeChat's pushes, or the phone where none come. */
  walletFrom: 'pushes' | 'phone';
  /** The desk's address for browsers, on printed codes. */
  publicUrl?: string | undefined;
  /** Other origins whose pages may call. */
  corsOrigins?: readonly string[];
  /** How WeChat's pushes are opened; without it none are taken. */
  push?: PushSettings | undefined;
  /** The language model that drafts for staff; without it the desk works all the same. */
  assistant?: Assistant | undefined;
}

const h5Root = path.resolve('dist/h5');
const jsonLimit = '256kb';

/** Every handler of the contract. The compiler says when a call has none. */
const handlersOf = ({ store, wechat, demo, templates, walletFrom, assistant, publicUrl }: Parts) =>
  ({
    ...placesRoutes,
    ...identityRoutes({ wechat, demo }),
    ...ticketRoutes,
    ...bookingRoutes,
    ...advisorRoutes,
    ...lawRoutes,
    ...assistRoutes({ assistant }),
    ...supervisionRoutes({ store }),
    ...forumRoutes,
    ...deliberationRoutes,
    ...moderationRoutes,
    ...privacyRoutes({ store }),
    ...learningRoutes,
    ...householdRoutes,
    ...pointsRoutes,
    ...batchRoutes({ store }),
    ...claimRoutes,
    ...shopRoutes({ store }),
    ...chatRoutes,
    ...codeRoutes({ store, publicUrl }),
    ...workbenchRoutes({ store }),
    ...notificationRoutes({ templates, walletFrom }),
  }) satisfies Required<Handlers> & Record<Name, unknown>;

/** The Koa app over its parts, and how to drain it: open streams are ended, /readyz turns 503. */
export function createApp(parts: Parts): { app: Koa; drain(): void } {
  const { ground, live, store, linkKeys, demo, behindProxy = false, aheadMs = () => 0 } = parts;
  const app = new Koa({ proxy: behindProxy, maxIpsCount: 1 });
  const router = new Router();
  const observer = createObserver(ground.log);
  measureBacklog(observer.registry, ground.prisma, aheadMs);
  const streams = new Set<() => void>();
  let draining = false;

  mountHealth(router, { prisma: ground.prisma, registry: observer.registry, isDraining: () => draining });
  mountFiles(router, ground, store, linkKeys);
  mountFeeds(router, ground);
  mountCodeLink(router);
  mountStream(router, ground, live, (end) => {
    streams.add(end);
    return () => streams.delete(end);
  });
  mount(router, ground, handlersOf(parts));

  // A phone that goes away in the middle of a stream is not an error of ours.
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
      ground.log.error({ code: error.code }, 'koa');
  });
  app.use(async (http, next) => {
    await next();
    // A phone that keeps its connection busy would keep us from stopping.
    if (draining) http.set('connection', 'close');
  });
  app.use(observer.middleware);
  app.use(oneErrorExit(ground.log));
  app.use(security(demo));
  app.use(
    compress({
      threshold: 2048,
      filter: (type) => !/event-stream|image\//.test(type) && /json|text|javascript|svg/.test(type),
    }),
  );
  app.use(corsByList(parts.corsOrigins ?? []));
  app.use(wechatPush(ground, parts.push));
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit, encoding: 'utf8' }));
  app.use(pages(h5Root));
  app.use(router.routes());
  return {
    app,
    drain: () => {
      draining = true;
      for (const end of streams) end();
    },
  };
}

/** Headers of the security baseline. In demonstration there is no TLS on loopback, so no HSTS and no upgrade. */
const security = (demo: boolean) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: demo ? null : [],
      },
    },
    strictTransportSecurity: demo ? false : { maxAge: 31_536_000 },
    crossOriginEmbedderPolicy: false,
  });
