import { type RunningDesk, startDesk } from './running-desk';

const held = globalThis as typeof globalThis & { sharedDesk?: Promise<RunningDesk> };

/** Jest's globalSetup: one running desk for all projects that look at the built pages; its address is RUNNING_DESK. */
export default async function setUp(): Promise<void> {
  held.sharedDesk ??= startDesk();
  process.env.RUNNING_DESK = (await held.sharedDesk).url;
}
