import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in does with the next call. */
type Manner = (response: http.ServerResponse, request: { body: string; headers: http.IncomingHttpHeaders }) => void;

export interface LlmStandIn {
  readonly url: string;
  /** Bodies of the calls so far. */
  readonly calls: { body: string; authorization: string }[];
  behave(manner: Manner): void;
  stop(): Promise<void>;
}

/** Answers as an OpenAI-compatible endpoint does. */
export const says =
  (content: unknown): Manner =>
  (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content } }] }));

/** A language model's endpoint on loopback that behaves as it is told: slow, wrong, huge or hostile. */
export async function startLlmStandIn(): Promise<LlmStandIn> {
  const calls: LlmStandIn['calls'] = [];
  let manner: Manner = says('好的。');
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      calls.push({ body, authorization: request.headers.authorization ?? '' });
      manner(response, { body, headers: request.headers });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    behave: (next) => {
      manner = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
