import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { type RunningDesk, startDesk } from '../support/running-desk';
import * as fire from './under-fire';

const talkers = 16;
let dataDir: string;
let running: RunningDesk | undefined;

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-stop-'));
});
afterEach(async () => {
  await running?.stop();
  const left = fire.postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** A stream of live wake-ups; resolves when the desk ends it properly, rejects when it breaks. */
async function streamEnds(url: string, token: string): Promise<void> {
  const { conversation } = await fire.ok(url, 'chat.open', {}, { token });
  const query = new URLSearchParams({ conversationId: conversation.id, token });
  const stream = await fetch(`${url}/api/chat.stream?${query}`);
  expect(stream.status).toBe(200);
  for await (const _part of stream.body ?? []);
}

/** Says one numbered sentence after the other until the desk no longer takes them; the last one it answered. */
async function talkUntilRefused(url: string, token: string): Promise<number> {
  for (let said = 0; ; said += 1) {
    const answer = await fire.ask(url, 'chat.send', { text: `第${said + 1}句` }, { token }).catch(() => undefined);
    if (answer?.status !== 200) return said;
  }
}

describe('a desk told to stop (SIGTERM) while everybody talks', () => {
  it('ends within ten seconds with what it answered kept, its streams ended and its PostgreSQL stopped', async () => {
    const first = await startDesk({ dataDir, env: fire.settings() });
    running = first;
    const openids = Array.from({ length: talkers }, () => randomUUID());
    const tokens = await Promise.all(openids.map((openid) => fire.signIn(first.url, openid)));
    await Promise.all(tokens.map((token) => fire.ok(first.url, 'chat.open', {}, { token })));
    const streams = Promise.all(tokens.map((token) => streamEnds(first.url, token)));
    const talks = Promise.all(tokens.map((token) => talkUntilRefused(first.url, token)));
    await rest(1500);

    const asked = performance.now();
    expect(await first.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const answered = await talks;
    await streams;
    expect(Math.min(...answered)).toBeGreaterThan(0);
    expect(fire.postmasterOf(dataDir)).toBeUndefined();

    const second = await startDesk({ dataDir, env: fire.settings() });
    running = second;
    for (const [index, token] of tokens.entries()) {
      const { messages } = await fire.ok(second.url, 'chat.open', {}, { token });
      const numbers = messages.flatMap(({ text }) => /^第(\d+)句$/.exec(text)?.[1] ?? []).map(Number);
      expect(Math.max(...numbers)).toBeGreaterThanOrEqual(answered[index] ?? Number.NaN);
    }
  }, 90_000);
});
