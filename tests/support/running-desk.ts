import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const entry = path.join(root, 'dist/server/main.mjs');

/** The real desk in a process of its own, with demonstration data and its own PostgreSQL. */
export interface RunningDesk {
  url: string;
  /** Where its database and files are; give it to startDesk again to start on the same data. */
  dataDir: string;
  process: ChildProcess;
  /** What it has written so far, both streams. */
  output(): string;
  /** SIGTERM, and waits until it is gone; its exit code. Removes the data unless they were given. */
  stop(): Promise<number | null>;
}

interface Wanted {
  /** An existing folder to start on and to leave behind; by default a fresh temporary one. */
  dataDir?: string;
  /** Settings beside the usual ones (server/kernel/env.ts). */
  env?: Record<string, string>;
  /** How long it may take to answer /readyz, in milliseconds. */
  readyMs?: number;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts `dist/server/main.mjs` and waits until it is ready. Throws with its output when it ends or stays silent instead. */
export async function startDesk({ dataDir, env = {}, readyMs = 120_000 }: Wanted = {}): Promise<RunningDesk> {
  if (!fs.existsSync(entry)) throw new Error('dist/server is not built; run `npm run build:server` first');
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'desk-run-'));
  // PostgreSQL may run as another user, who has to be able to pass through.
  fs.chmodSync(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _own, ...inherited } = process.env;
  const settings = { DEMO: '1', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'test', ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (written += part));
  const gone = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const desk: RunningDesk = {
    url,
    dataDir: folder,
    process: child,
    output: () => written,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await gone;
      if (!dataDir) fs.rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  const end = Date.now() + readyMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      await desk.stop();
      throw new Error(`the desk did not get ready within ${readyMs} ms:\n${written}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return desk;
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
