import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import sharp from 'sharp';
import { z } from 'zod';
import { type Answer, type Asked, knownCalls } from './stand-in/calls';
import { Fault, type FaultInput, misanswer } from './stand-in/faults';
import { mediaVerdict, type PushOrder, questionAnswer, sendPush } from './stand-in/pusher';
import {
  type AskedMedia,
  createStandInState,
  type SaidText,
  type SentMessage,
  type StandInOptions,
} from './stand-in/state';
import { createTokens } from './stand-in/tokens';

/** A running stand-in for WeChat's API host. */
export interface StandIn {
  /** Base URL on loopback, for the client's `baseUrl`. */
  url: string;
  sent(): SentMessage[];
  media(): AskedMedia[];
  /** What the desk said in the customer-service window. */
  said(): SaidText[];
  /** How many requests a path (or all) has had. */
  callCount(path?: string): number;
  /** Makes something go wrong; also `POST /stand-in/faults`. */
  fault(fault: FaultInput): void;
  clearFaults(): void;
  /** A login code for a person; also `POST /stand-in/codes`. */
  mintLoginCode(openid: string): string;
  /** A code of the phone-number button. */
  mintPhoneCode(phone: string): string;
  /** Adds to what a person accepted of a template; also `POST /stand-in/grants`. */
  grant(openid: string, templateId: string, count: number): void;
  /** A person answers WeChat's question about templates: what is accepted is granted, and the desk is told by a push. */
  answerQuestion(
    openid: string,
    said: Record<string, 'accept' | 'reject'>,
    how?: Omit<PushOrder, 'message'>,
  ): Promise<{ status: number; text: string }>;
  /** Makes all access tokens worthless at once. */
  revokeTokens(): void;
  /** Pushes a message to the desk; also `POST /stand-in/push` with `{ message, mode?, format? }`. */
  push(order: PushOrder): Promise<{ status: number; text: string }>;
  /** Pushes the verdict on a media check. */
  judgeMedia(
    asked: AskedMedia,
    verdict?: { suggest?: string; label?: number | string },
    how?: Omit<PushOrder, 'message'>,
  ): Promise<{ status: number; text: string }>;
  stop(): Promise<void>;
}

/** A picture as somebody sends it in the customer-service window. */
export const picturePath = '/stand-in/picture.jpg';
const maxBodyBytes = 1024 * 1024;
const CodeOrder = z.union([
  z.strictObject({ openid: z.string().min(1) }),
  z.strictObject({ phone: z.string().min(1) }),
]);
const Push = z.strictObject({
  message: z.record(z.string(), z.unknown()),
  mode: z.enum(['aes', 'plain', 'compatible']).optional(),
  format: z.enum(['json', 'xml']).optional(),
});
const Grant = z.strictObject({ openid: z.string(), templateId: z.string(), count: z.int().positive() });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Answers as WeChat does: HTTP 200 even for errors, text/plain for the login call, raw bytes for a picture. */
function reply(response: ServerResponse, path: string, answer: Answer): void {
  if (Buffer.isBuffer(answer)) {
    response.writeHead(200, { 'content-type': 'image/png' }).end(answer);
    return;
  }
  const rid = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
  const body = typeof answer === 'number' ? { errcode: answer, errmsg: `stand-in error rid: ${rid}` } : answer;
  const type = path === '/sns/jscode2session' ? 'text/plain' : 'application/json; encoding=utf-8';
  response.writeHead(200, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

/**
 * Starts a server on loopback that speaks WeChat's HTTP protocol with its error codes, for development, the demonstration and tests.
 * Login codes: minted ones, or `demo-<openid>` with an optional `.<anything>` behind it; each is good once.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const state = createStandInState(options);
  const tokens = createTokens(state.now);

  const timers = new Set<NodeJS.Timeout>();

  const push = async (order: PushOrder) => {
    const { FromUserName, MsgType, Event } = order.message;
    if (MsgType !== 'event') state.openWindow(String(FromUserName), 48 * 3_600_000, 5);
    else if (Event === 'user_enter_tempsession') state.openWindow(String(FromUserName), 60_000, 2);
    return options.push ? sendPush(options.push, order, state.now()) : { status: 0, text: '' };
  };
  const judgeMedia: StandIn['judgeMedia'] = (asked, verdict, how) =>
    push({ message: mediaVerdict(asked, options.appId, state.now(), verdict), ...how });

  const answerQuestion: StandIn['answerQuestion'] = (openid, said, how) => {
    for (const [templateId, word] of Object.entries(said)) if (word === 'accept') state.grant(openid, templateId, 1);
    return push({ message: questionAnswer(openid, said, state.now()), ...how });
  };

  const { passMediaAfterMs } = options.push ?? {};
  if (passMediaAfterMs !== undefined)
    state.onMedia((asked) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void judgeMedia(asked);
      }, passMediaAfterMs);
      timers.add(timer);
    });

  const controls: Record<string, (asked: Asked) => object | Promise<object>> = {
    'POST /stand-in/push': ({ body }) => push(Push.parse(body)),
    'POST /stand-in/codes': ({ body }) => {
      const order = CodeOrder.parse(body);
      return { code: 'phone' in order ? state.mint('phone', order.phone) : state.mint('login', order.openid) };
    },
    'POST /stand-in/grants': ({ body }) => {
      const { openid, templateId, count } = Grant.parse(body);
      state.grant(openid, templateId, count);
      return { left: state.quotaOf(openid, templateId) };
    },
    'POST /stand-in/faults': ({ body }) => {
      state.faults.add(Fault.parse(body));
      return {};
    },
    'GET /stand-in/sent': () => ({ sent: state.sent, media: state.media }),
  };

  async function answerCall(path: string, method: string | undefined, asked: Asked): Promise<Answer> {
    const known = knownCalls[path];
    if (!known || known.method !== method) return 40066;
    const wrong = known.needsToken ? tokens.check(asked.query.get('access_token')) : 0;
    return wrong || known.answer(state, tokens, asked);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const asked = { query: url.searchParams, body: request.method === 'POST' ? await bodyOf(request) : undefined };
    const control = controls[`${request.method} ${url.pathname}`];
    if (control) {
      const done = JSON.stringify(await control(asked));
      response.writeHead(200, { 'content-type': 'application/json' }).end(done);
      return;
    }
    if (url.pathname === picturePath) {
      const create = { width: 320, height: 240, channels: 3, background: '#8a9a7b' } as const;
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await sharp({ create }).jpeg().toBuffer());
      return;
    }
    state.count(url.pathname);
    const fault = state.faults.take(url.pathname);
    if (fault && !fault.after) return misanswer(response, fault);
    const answer = await answerCall(url.pathname, request.method, asked);
    if (fault) misanswer(response, fault);
    else reply(response, url.pathname, answer);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const isBadOrder = error instanceof z.ZodError;
      if (!response.headersSent) response.writeHead(isBadOrder ? 400 : 500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: isBadOrder ? z.prettifyError(error) : 'stand-in failed' }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    sent: () => [...state.sent],
    media: () => [...state.media],
    said: () => [...state.said],
    callCount: state.callCount,
    fault: (fault) => state.faults.add(fault),
    clearFaults: () => state.faults.clear(),
    mintLoginCode: (openid) => state.mint('login', openid),
    mintPhoneCode: (phone) => state.mint('phone', phone),
    grant: state.grant,
    answerQuestion,
    revokeTokens: () => tokens.revoke(),
    push,
    judgeMedia,
    stop: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
