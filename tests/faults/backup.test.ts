import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ensureDatabase } from '#server/kernel/postgres/embedded';
import { as } from '../support/api';
import { desk, drain } from '../support/desk';
import { make } from '../support/make';

const run = promisify(execFile);
let folder: string;
let filesRoot: string;

/** Runs `npm run backup` or `restore` in a process of its own, as in life; what it said last. */
async function command(name: 'backup' | 'restore', args: string[], env: Record<string, string>): Promise<string> {
  return run('npx', ['tsx', `server/commands/${name}.ts`, ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => error.stderr.trim(),
  );
}
const backup = (target: string) =>
  command('backup', [target], { DATABASE_URL: desk().databaseUrl, DATA_DIR: path.dirname(filesRoot) });
const restore = (source: string, url: string, dataDir: string) =>
  command('restore', [source], { DATABASE_URL: url, DATA_DIR: dataDir });

async function emptyDatabase(): Promise<string> {
  const admin = new pg.Client(desk().databaseUrl);
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS desk_restored WITH (FORCE)');
  await admin.end();
  return ensureDatabase(desk().databaseUrl, 'desk_restored');
}

/** Every row of every table, as text, the tables by name. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    all[name] = rows.map(({ row }) => row);
  }
  await client.end();
  return all;
}

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-backup-'));
  filesRoot = path.join(folder, 'data/files');
  fs.mkdirSync(path.join(filesRoot, 'files/photos'), { recursive: true });
  fs.writeFileSync(path.join(filesRoot, 'files/photos/lamp.jpg'), Buffer.from([0xff, 0xd8, 1, 2, 3]));
  fs.mkdirSync(path.join(filesRoot, 'unfinished'), { recursive: true });
  fs.writeFileSync(path.join(filesRoot, 'unfinished/half'), 'half');
  const resident = await make.person();
  await make.ticket({ reporterId: resident.id, description: '第一行\n第二行\t带制表符和反斜线 \\ 的话' });
  await as(resident).ok('chat.send', { text: '我家门口路灯坏了一个星期没人修' });
  await drain();
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('brings back every row and every stored file, and announces again what may have been on its way', async () => {
    const target = path.join(folder, 'backup');
    expect(await backup(target)).toContain('1 个文件');
    const url = await emptyDatabase();
    const dataDir = path.join(folder, 'elsewhere');
    expect(await restore(target, url, dataDir)).toContain('逐一核对无误');

    const [before, after] = [await everything(desk().databaseUrl), await everything(url)];
    expect(before.Ticket).toHaveLength(1);
    const undispatched = (rows: string[] = []) => rows.map((row) => row.replace(/,"?[^,]*"?\)$/, ',)'));
    expect({ ...after, DomainEvent: undispatched(after.DomainEvent) }).toEqual({
      ...before,
      DomainEvent: undispatched(before.DomainEvent),
    });
    expect(after.DomainEvent?.every((row) => row.endsWith(',)'))).toBe(true);
    expect(fs.readFileSync(path.join(dataDir, 'files/files/photos/lamp.jpg'))).toEqual(
      Buffer.from([0xff, 0xd8, 1, 2, 3]),
    );
    expect(fs.existsSync(path.join(dataDir, 'files/unfinished'))).toBe(false);

    expect(await restore(target, url, path.join(folder, 'third'))).toBe('目标数据库不是空的，请新建一个再恢复');
    expect(await backup(target)).toContain('已经存在');
  }, 120_000);

  it('that was damaged, cut off or made by a newer desk is refused before anything is touched', async () => {
    const target = path.join(folder, 'backup');
    await backup(target);
    const url = await emptyDatabase();
    const dataDir = path.join(folder, 'elsewhere');
    const isUntouched = async () => !fs.existsSync(dataDir) && Object.keys(await everything(url)).length === 0;

    const table = path.join(target, 'tables/Ticket.copy.gz');
    const whole = fs.readFileSync(table);
    fs.writeFileSync(table, whole.subarray(0, -9));
    expect(await restore(target, url, dataDir)).toBe('备份损坏：表 Ticket 和清单不一致');
    fs.writeFileSync(table, whole);

    const photo = path.join(target, 'files/files/photos/lamp.jpg');
    fs.writeFileSync(photo, Buffer.from([0xff, 0xd8, 1, 2, 4]));
    expect(await restore(target, url, dataDir)).toBe('备份损坏：文件 files/photos/lamp.jpg 和清单不一致');
    fs.writeFileSync(photo, Buffer.from([0xff, 0xd8, 1, 2, 3]));

    const list = path.join(target, 'manifest.json');
    const manifest = JSON.parse(fs.readFileSync(list, 'utf8'));
    fs.writeFileSync(
      list,
      JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '29990101000000_later'] }),
    );
    expect(await restore(target, url, dataDir)).toBe('备份来自更新的版本，缺少迁移：29990101000000_later');

    fs.rmSync(list);
    expect(await restore(target, url, dataDir)).toContain('不是完整的备份');
    expect(await isUntouched()).toBe(true);
  }, 120_000);
});
