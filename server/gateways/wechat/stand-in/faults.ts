import type { ServerResponse } from 'node:http';
import { z } from 'zod';

/**
 * Something to go wrong on one path (`*` is any path), `times` times (default 1):
 * an error code, an HTTP status, silence, an HTML page, a JSON cut in half, a reply of many bytes, a reply that drips for ever,
 * or a closed connection. With `after` the call does its work first and only its answer suffers.
 */
export const Fault = z.strictObject({
  path: z.string().min(1),
  times: z.int().positive().default(1),
  after: z.boolean().default(false),
  errcode: z.int().optional(),
  status: z.int().min(400).max(599).optional(),
  hang: z.boolean().optional(),
  html: z.boolean().optional(),
  truncate: z.boolean().optional(),
  bytes: z.int().positive().optional(),
  drip: z.boolean().optional(),
  reset: z.boolean().optional(),
});
export type FaultInput = z.input<typeof Fault>;
type Fault = z.output<typeof Fault>;

/** The faults still waiting, in the order they were asked for. */
export function createFaults() {
  let waiting: Fault[] = [];
  return {
    add(fault: FaultInput): void {
      waiting.push(Fault.parse(fault));
    },
    clear(): void {
      waiting = [];
    },
    /** The next fault for a path, which has one time less afterwards. */
    take(path: string): Fault | undefined {
      const fault = waiting.find((one) => one.path === path || one.path === '*');
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((one) => one.times > 0);
      return fault;
    },
  };
}

const html = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body></body></html>';

/** Answers as the fault wants; the request id in the message looks like WeChat's. */
export function misanswer(response: ServerResponse, fault: Fault): void {
  if (fault.hang) return;
  if (fault.reset) {
    response.destroy();
    return;
  }
  if (fault.drip) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
    return;
  }
  const status = fault.status ?? 200;
  const type = fault.html || fault.status ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type });
  if (fault.bytes) response.end(Buffer.alloc(fault.bytes, 0x20));
  else if (fault.truncate) response.end('{"errcode":0,"errmsg":"o');
  else if (fault.errcode !== undefined) {
    response.end(JSON.stringify({ errcode: fault.errcode, errmsg: `injected rid: 65f0-1a2b-${fault.errcode}` }));
  } else response.end(html);
}
