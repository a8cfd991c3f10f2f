import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { layWire, type Wire } from './tcp-proxy';
import * as fire from './under-fire';

/** A fresh clone of the world on the PostgreSQL that the tests share; its address. It goes with its cluster, or at the next start. */
export async function cloneWorld(name: string): Promise<string> {
  const base = new URL(process.env.TEST_POSTGRES_URL ?? '');
  const admin = await fire.connectTo(base.href);
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE desk_template`);
  await admin.end();
  base.pathname = `/${name}`;
  return base.href;
}

/** A wire to the server of `url`, and the address of the same database at its near end. */
export async function wireTo(url: string): Promise<{ wire: Wire; url: string }> {
  const far = new URL(url);
  const wire = await layWire({ host: far.hostname, port: Number(far.port) });
  far.hostname = '127.0.0.1';
  far.port = String(wire.port);
  return { wire, url: far.href };
}

/** A PostgreSQL that a test may kill or fill up, with an empty database; the desk that starts on it makes the world. */
export interface OwnServer {
  url: string;
  home: string;
  /** Kills the postmaster with SIGKILL; those it left behind notice and end. */
  kill(): void;
  /** Starts it again on the same data, as whoever watches over it would. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts one under `home` (a temporary folder when left out). */
export async function ownServer(home = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-own-'))): Promise<OwnServer> {
  fs.mkdirSync(home, { recursive: true });
  fs.chmodSync(home, 0o755);
  let running: EmbeddedPostgres = await startEmbeddedPostgres(home);
  const url = await ensureDatabase(running.url, 'desk');
  return {
    url,
    home,
    kill: () => process.kill(fire.postmasterOf(home) ?? Number.NaN, 'SIGKILL'),
    start: async () => {
      running = await startEmbeddedPostgres(home);
    },
    remove: async () => {
      await running.stop();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
