import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One address before several desks, as nginx stands there: each request to the next one, and to another when nobody listens. */
export interface Balancer {
  url: string;
  /** Who is behind it from now on. */
  behind(urls: readonly string[]): void;
  close(): Promise<void>;
}

/** Listens on a free loopback port. What breaks after it was sent is a 502: whether it happened only the client's key can tell. */
export async function balance(urls: readonly string[]): Promise<Balancer> {
  let desks = [...urls];
  let turn = 0;
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer(async (request, response) => {
    const body = await buffer(request).catch(() => undefined);
    if (!body) return;
    turn += 1;
    const order = desks.map((_desk, at) => desks[(turn + at) % desks.length] ?? '');
    for (const desk of order) {
      const outcome = await forward(desk, request, body, response);
      if (outcome === 'answered') return;
      if (outcome === 'broken') break;
    }
    response.writeHead(502).end('{}');
  });

  const forward = (desk: string, request: http.IncomingMessage, body: Buffer, response: http.ServerResponse) =>
    new Promise<'answered' | 'refused' | 'broken'>((resolve) => {
      const { connection: _hop, ...headers } = request.headers;
      const passed = http.request(`${desk}${request.url}`, { method: request.method, headers, agent }, (answer) => {
        resolve('answered');
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('error', () => response.destroy()).pipe(response);
        response.on('close', () => answer.destroy());
      });
      passed.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'),
      );
      passed.end(body);
    });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behind: (now) => {
      desks = [...now];
    },
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
