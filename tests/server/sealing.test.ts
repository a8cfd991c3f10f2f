import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { sealedFields } from '#server/kernel/sealing/fields';
import { addKey, ensureRing } from '#server/kernel/sealing/key-ring';
import { localKeyService } from '#server/kernel/sealing/key-service';
import { keysOf, openKeys } from '#server/kernel/sealing/open';
import { reseal, unsealedCount } from '#server/kernel/sealing/reseal';
import { type SuiteName, suites } from '#server/kernel/sealing/suites';
import { anySeal, openVault, ringSeenMs, sealedPrefix } from '#server/kernel/sealing/vault';
import { as } from '../support/api';
import { slotsOn } from '../support/booking';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { openTestKeys, testKeySettings } from '../support/keys';
import { home, make } from '../support/make';

const service = localKeyService('m'.repeat(32));
const names = Object.keys(suites) as SuiteName[];
const place = { model: 'Person', field: 'phone', rowId: 'a' };

describe.each(names)('the suite %s', (name) => {
  const suite = suites[name];
  const key = Buffer.alloc(suite.keyBytes, 7);

  it('opens what it sealed, and never twice the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 40 }), (plain, about) => {
        const [one, other] = [0, 1].map(() => suite.seal(key, Buffer.from(plain), Buffer.from(about)));
        expect(suite.open(key, one!, Buffer.from(about))).toEqual(Buffer.from(plain));
        expect(one).not.toEqual(other);
      }),
      { numRuns: 50 },
    );
  });

  it('opens nothing that was changed in any byte, is about something else, was cut or has another key', () => {
    const about = Buffer.from('x');
    const sealed = suite.seal(key, Buffer.from('19999000001'), about);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => suite.open(key, changed, about)).toThrow();
    }
    for (const length of [0, 15, 27, sealed.length - 1])
      expect(() => suite.open(key, sealed.subarray(0, length), about)).toThrow();
    expect(() => suite.open(key, sealed, Buffer.from('y'))).toThrow();
    expect(() => suite.open(Buffer.alloc(suite.keyBytes, 8), sealed, about)).toThrow();
  });
});

describe('the vault', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-ring-'));
    file = path.join(folder, 'keys/ring.json');
    ensureRing(file, service, 'sm4-ctr-hmac-sm3', new Date());
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('opens a value in its own place only', () => {
    const vault = openVault(file, service);
    const sealed = vault.seal(place, '19999000001');
    expect(sealed).toMatch(/^e1\.k1\./);
    expect(vault.open(place, sealed)).toBe('19999000001');
    for (const other of [{ model: 'Booking' }, { field: 'name' }, { rowId: 'b' }])
      expect(() => vault.open({ ...place, ...other }, sealed)).toThrow();
  });

  it('makes one ring, keeps it closed to others and its keys wrapped', () => {
    const before = fs.readFileSync(file, 'utf8');
    ensureRing(file, service, 'aes-256-gcm', new Date());
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    expect(() => openVault(file, localKeyService('n'.repeat(32)))).toThrow();
  });

  it('finds equal values by an index that needs its own key', () => {
    const vault = openVault(file, service);
    expect(vault.index('phone', '19999000001')).toBe(vault.index('phone', '19999000001'));
    expect(vault.index('phone', '19999000001')).not.toBe(vault.index('phone', '19999000002'));
    expect(vault.index('phone', '1')).not.toBe(vault.index('other', '1'));
  });

  it('takes a new key while it runs, of another suite, and opens what is older', () => {
    let clock = 0;
    const [first, second] = [openVault(file, service, () => clock), openVault(file, service, () => clock)];
    const old = first.seal(place, '19999000001');
    expect(addKey(file, service, 'aes-256-gcm', new Date())).toBe('k2');
    fs.utimesSync(file, new Date(), new Date(Date.now() + 5000));
    clock = ringSeenMs;
    const fresh = first.seal(place, '19999000001');
    expect(fresh).toMatch(/^e1\.k2\./);
    clock = 0;
    expect(second.open(place, fresh)).toBe('19999000001');
    expect(first.open(place, old)).toBe('19999000001');
    expect(first.index('phone', '1')).toBe(second.index('phone', '1'));
  });
});

let pool: pg.Pool;
beforeAll(() => {
  pool = new pg.Pool({ connectionString: desk().databaseUrl, max: 2 });
});
afterAll(() => pool.end());

const columns = Object.entries(sealedFields).flatMap(([model, fields]) =>
  fields.map(({ field }) => ({ model, field })),
);
/** Everything sealed as it lies in the database. */
async function stored(): Promise<string[]> {
  const values: string[] = [];
  for (const { model, field } of columns) {
    const { rows } = await pool.query<{ value: string }>(
      `SELECT "${field}" AS value FROM "${model}" WHERE "${field}" IS NOT NULL`,
    );
    values.push(...rows.map(({ value }) => value));
  }
  return values;
}

describe('sealed columns', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('never lie in clear: numbers and records written over the calls, read back by those who may', async () => {
    const advisor = await make.advisor();
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { free } = await slotsOn(grid, '2026-11-24', { villageCode: home.village });
    const booked = await as(grid).ok('bookings.bookFor', {
      ...{ slotId: free[0]!.id, personName: '周桂芳', personPhone: '13900001111', villageCode: home.village },
      ...{ matter: '工钱没结', disputeType: '劳动', consent: true },
    });
    await as(advisor.person).ok('bookings.confirm', { id: booked.id, version: booked.version });
    freeze('2026-11-24T09:20:00+08:00');
    const seen = await as(advisor.person).ok('bookings.get', { id: booked.id });
    expect(seen.phone).toBe('13900001111');
    const record = { who: '周桂芳', facts: '三个月工钱', advice: '先找劳动监察', nextStep: '下周三' };
    const done = await as(advisor.person).ok('bookings.record', { id: booked.id, version: seen.version, ...record });
    expect(done.record).toMatchObject(record);
    const values = await stored();
    expect(values.length).toBeGreaterThanOrEqual(6);
    for (const value of values) expect(value).toMatch(/^e1\.k\d+\.[\w-]+$/);
    const { rows } = await pool.query(`SELECT 1 FROM "Person" WHERE "phone" = '13900001111'`);
    expect(rows).toEqual([]);
  });

  it('are found by the whole number, and a number taken away leaves no index', async () => {
    const { prisma } = desk();
    const li = await make.person({ phone: '19999000001' });
    const found = await prisma.person.findFirst({ where: { OR: [{ phone: '19999000001' }, { phone: null }] } });
    expect(found).toMatchObject({ id: li.id, phone: '19999000001' });
    expect(await prisma.person.count({ where: { phone: { in: ['19999000001', '1'] } } })).toBe(1);
    expect(await prisma.person.count({ where: { phone: { not: null } } })).toBe(1);
    await expect(prisma.person.findMany({ where: { phone: { startsWith: '199' } } })).rejects.toThrow(/whole value/);
    await expect(prisma.serviceRecord.findMany({ where: { facts: 'x' } })).rejects.toThrow(/cannot be looked for/);
    await prisma.person.updateMany({ where: { districtId: li.districtId, id: li.id }, data: { phone: null } });
    const { rows } = await pool.query<{ phoneIndex: string | null }>(
      `SELECT "phoneIndex" FROM "Person" WHERE "id" = $1`,
      [li.id],
    );
    expect(rows).toEqual([{ phoneIndex: null }]);
    await expect(prisma.person.updateMany({ where: { name: '谁' }, data: { phone: '1' } })).rejects.toThrow(
      /id of its row/,
    );
  });

  it('cannot be pasted into another row', async () => {
    const [li, wang] = [await make.person({ phone: '19999000001' }), await make.person({ phone: '19999000002' })];
    await pool.query(`UPDATE "Person" SET "phone" = (SELECT "phone" FROM "Person" WHERE "id" = $1) WHERE "id" = $2`, [
      li.id,
      wang.id,
    ]);
    const pasted = await desk().prisma.person.findFirst({ where: { id: wang.id } });
    expect(() => pasted?.phone).toThrow();
  });

  it('are sealed at the start when they were in clear from before', async () => {
    const li = await make.person();
    await pool.query(`UPDATE "Person" SET "phone" = '19999000003', "phoneIndex" = NULL WHERE "id" = $1`, [li.id]);
    expect(await desk().prisma.person.findFirst({ where: { id: li.id } })).toMatchObject({ phone: '19999000003' });
    expect(await reseal(pool, anySeal, () => undefined)).toBe(1);
    expect(await reseal(pool, anySeal, () => undefined)).toBe(0);
    expect(await desk().prisma.person.findFirst({ where: { phone: '19999000003' } })).toMatchObject({ id: li.id });
  });
});

describe('a rotation', () => {
  it('killed midway and resumed, while people write, leaves every row open and none under the old key', async () => {
    const rows = 1500;
    const { prisma, databaseUrl } = desk();
    for (let index = 0; index < rows; index += 1)
      await prisma.person.create({
        data: {
          districtId: home.districtId,
          id: crypto.randomUUID(),
          name: '某人',
          phone: `1990000${String(index).padStart(4, '0')}`,
        },
      });
    const root = path.resolve(__dirname, '../..');
    const settings = {
      ...{ ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: testKeySettings.DATA_DIR, DEMO: '1', NODE_ENV: 'test' },
      ...{ FIELD_MASTER_KEY: testKeySettings.FIELD_MASTER_KEY, FIELD_CIPHER: 'aes-256-gcm' },
    };
    const run = (...more: string[]) =>
      spawn(process.execPath, ['--import', 'tsx', 'server/commands/keys-rotate.ts', ...more], {
        cwd: root,
        env: settings,
      });
    const first = run();
    const old = openKeys(testKeySettings).keyId();
    for await (const chunk of first.stdout) if (/Person 500 行/.test(String(chunk))) break;
    first.kill('SIGKILL');
    await once(first, 'close');

    const { file, service: own } = keysOf(testKeySettings);
    const now = openVault(file, own).keyId();
    expect(now).not.toBe(old === now ? '' : old);
    const left = await unsealedCount(pool, sealedPrefix(now));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(rows);

    let isOver = false;
    const writing = (async () => {
      for (let index = 0; !isOver; index += 1)
        await prisma.person.create({
          data: {
            districtId: home.districtId,
            id: crypto.randomUUID(),
            name: '新来的',
            phone: `1991000${String(index).padStart(4, '0')}`,
          },
        });
    })();
    const second = run('--resume');
    const [code] = await once(second, 'close');
    isOver = true;
    await writing;
    expect(code).toBe(0);
    expect(await unsealedCount(pool, sealedPrefix(now))).toBe(0);
    const people = await prisma.person.findMany({ where: { name: '某人' }, select: { phone: true } });
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(rows);
  }, 120_000);

  afterAll(() => openTestKeys());
});
