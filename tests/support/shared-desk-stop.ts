import type { RunningDesk } from './running-desk';

const held = globalThis as typeof globalThis & { sharedDesk?: Promise<RunningDesk> };

/** Jest's globalTeardown beside shared-desk.ts. */
export default async function tearDown(): Promise<void> {
  await (await held.sharedDesk)?.stop();
  held.sharedDesk = undefined;
}
