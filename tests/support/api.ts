import { createSession } from '#server/kernel/auth';
import type { Input, Name, Output } from '#shared/contract';
import type { SlotView } from '#shared/contract/bookings';
import type { ErrorCode } from '#shared/errors';
import { now } from './clock';
import { desk } from './desk';

/** A reply as it came over HTTP; `body.error` is there when it was refused. */
export interface Reply<N extends Name> {
  status: number;
  body: Output<N> & {
    error?: { code: ErrorCode; message: string; fields?: Record<string, string>; next?: SlotView[] };
  };
}

interface Sending {
  /** The idempotency key header. */
  key?: string;
}

interface Caller {
  call<N extends Name>(name: N, input: Input<N>, sending?: Sending): Promise<Reply<N>>;
  /** As `call`, but fails the test unless the desk answered 200. */
  ok<N extends Name>(name: N, input: Input<N>, sending?: Sending): Promise<Output<N>>;
  upload(
    bytes: Uint8Array,
    role?: string,
    type?: string,
  ): Promise<{ status: number; body: { id: string; url: string; error?: { code: ErrorCode } } }>;
  token(): Promise<string>;
}

const tokens = new Map<string, Promise<string>>();

async function post<N extends Name>(
  token: string | undefined,
  name: N,
  input: unknown,
  { key }: Sending = {},
): Promise<Reply<N>> {
  const response = await fetch(`${desk().url}/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Reply<N>['body'] };
}

const caller = (tokenOf: () => Promise<string | undefined>): Caller => ({
  call: async (name, input, sending) => post(await tokenOf(), name, input, sending),
  ok: async (name, input, sending) => {
    const { status, body } = await post(await tokenOf(), name, input, sending);
    if (status !== 200) throw new Error(`${name} answered ${status} ${JSON.stringify(body.error)}`);
    return body;
  },
  upload: async (bytes, role = 'OTHER', type = 'image/jpeg') => {
    const form = new FormData();
    form.set('role', role);
    form.set('file', new Blob([Buffer.from(bytes)], { type }), 'photo.jpg');
    const token = await tokenOf();
    const response = await fetch(`${desk().url}/api/files.upload`, {
      method: 'POST',
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body: form,
    });
    return { status: response.status, body: await response.json() };
  },
  token: async () => (await tokenOf()) ?? '',
});

/** Calls as a person who is signed in. */
export const as = (person: { id: string } | Promise<{ id: string }>): Caller =>
  caller(async () => {
    const { id } = await person;
    const known = tokens.get(id) ?? createSession(desk().prisma, '511502', id, now()).then(({ token }) => token);
    tokens.set(id, known);
    return known;
  });

/** Calls without a session. */
export const anonymous: Caller = caller(async () => undefined);
