import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Log } from '../kernel/log';

/** Request ids, one log line a request and Prometheus figures. Paths are call names; no text, name or token is logged. */
export function createObserver(log: Log) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'desk_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['call', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'desk_failures_total',
    help: 'Answers by error code',
    labelNames: ['code'],
    registers: [registry],
  });

  const middleware = async (http: Context, next: Next) => {
    const given = http.get('x-request-id');
    http.state.requestId = /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    http.set('x-request-id', http.state.requestId);
    const start = process.hrtime.bigint();
    await next();
    const taken = Number(process.hrtime.bigint() - start) / 1e9;
    const call = http.path.startsWith('/api/') && http.state.matched !== false ? callName(http.path) : 'page';
    seconds.observe({ call, status: String(http.status) }, taken);
    const code = (http.body as { error?: { code?: string } } | undefined)?.error?.code;
    if (code) failures.inc({ code });
    if (call !== 'page')
      log.info({
        requestId: http.state.requestId,
        call,
        status: http.status,
        ms: Math.round(taken * 1000),
        actor: http.state.actorId,
        code,
      });
  };
  return { middleware, registry };
}

const known = /^\/api\/([a-z]+\.[A-Za-z]{1,40})$/;
const callName = (path: string) => known.exec(path)?.[1] ?? 'unknown';
