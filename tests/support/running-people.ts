import { randomUUID } from 'node:crypto';
import type { Input, Name, Output } from '#shared/contract';

/** The demonstration's people that tests play, by the openid they have with the stand-in WeChat (prisma/seed). */
export const cast = {
  resident: 'demo_li',
  gridStaff: 'demo_wangmin',
  gridLead: 'demo_zhang',
  seat: 'demo_he',
  advisor: 'demo_lawyer',
  bureau: 'demo_wu',
  merchant: 'demo_yan',
  reviewer: 'demo_tang',
} as const;

/** Somebody signed in to the running desk. */
export interface Person {
  token: string;
  /** Calls the running desk; fails the test when it refuses. */
  ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>>;
}

/** The address of the desk that tests/support/shared-desk.ts started. */
export function deskUrl(): string {
  const url = process.env.RUNNING_DESK;
  if (!url) throw new Error('no desk is running; is tests/support/shared-desk.ts the globalSetup of this project?');
  return url;
}

async function post<N extends Name>(name: N, input: Input<N>, token?: string): Promise<Output<N>> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(`${deskUrl()}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${name} answered ${response.status} ${JSON.stringify(body)}`);
  return body as Output<N>;
}

/** Signs in by openid; one never seen before is a new resident. */
export async function signIn(openid: string): Promise<Person> {
  const { token } = await post('auth.login', { code: `demo-${openid}.${randomUUID()}` });
  return { token, ask: (name, input) => post(name, input, token) };
}
