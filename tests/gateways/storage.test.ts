import { mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { createDiskStore } from '#server/gateways/storage/disk';
import { isFileKey } from '#server/gateways/storage/file-store';
import { signLink, verifyLink } from '#server/gateways/storage/signed-link';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-files-'));
});
afterEach(() => rm(root, { recursive: true }));

const jpeg = { contentType: 'image/jpeg' };

describe('the disk store', () => {
  it.each([
    ['bytes', () => Buffer.from('照片')],
    ['a stream', () => Readable.from([Buffer.from('照'), Buffer.from('片')])],
  ])('gives back %s as they were put', async (_name, body) => {
    const store = await createDiskStore({ root });
    expect(await store.put('photos/2026/a.jpg', body(), jpeg)).toEqual({ ok: true, size: 6 });
    expect(await store.head('photos/2026/a.jpg')).toMatchObject({ ok: true, size: 6, contentType: 'image/jpeg' });
    const got = await store.get('photos/2026/a.jpg');
    if (!got.ok) throw new Error(got.kind);
    expect((await buffer(got.stream)).toString()).toBe('照片');
  });

  it('forgets what is removed, and removing twice is fine', async () => {
    const store = await createDiskStore({ root });
    await store.put('a', Buffer.from('1'), jpeg);
    expect(await store.remove('a')).toEqual({ ok: true });
    expect(await store.remove('a')).toEqual({ ok: true });
    expect(await store.get('a')).toEqual({ ok: false, kind: 'not_found' });
    expect(await store.head('photos/none')).toEqual({ ok: false, kind: 'not_found' });
  });

  it('shows a reader one whole version while 20 writers replace a file', async () => {
    const store = await createDiskStore({ root });
    const versions = Array.from({ length: 20 }, (_, n) => Buffer.alloc(50_000, n));
    await store.put('a', versions[0]!, jpeg);
    const writing = Promise.all(versions.map((version) => store.put('a', version, jpeg)));
    for (let read = 0; read < 20; read += 1) {
      const got = await store.get('a');
      if (!got.ok) throw new Error(got.kind);
      const bytes = await buffer(got.stream);
      expect(bytes.length).toBe(50_000);
      expect(new Set(bytes).size).toBe(1);
    }
    await writing;
    expect(await readdir(join(root, 'unfinished'))).toEqual([]);
  });

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    'a/',
    'a\\b',
    'a\0b',
    '.hidden',
    'A',
    'a/.ssh',
    'x'.repeat(201),
  ])('refuses the key %j in every call', async (key) => {
    const store = await createDiskStore({ root });
    const refusal = { ok: false, kind: 'bad_key' };
    expect(await store.put(key, Buffer.from('1'), jpeg)).toEqual(refusal);
    expect(await store.get(key)).toEqual(refusal);
    expect(await store.head(key)).toEqual(refusal);
    expect(await store.remove(key)).toEqual(refusal);
  });

  it('takes no key that leads out of its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', '-', '\\', '\0', '%') }), (key) => {
        if (isFileKey(key)) expect(join('/root/files', key).startsWith('/root/files/')).toBe(true);
      }),
    );
  });

  it('says that the disk is full, keeps the old file and leaves nothing behind', async () => {
    const roomy = await createDiskStore({ root });
    await roomy.put('a', Buffer.from('old'), jpeg);
    const full = await createDiskStore({
      root,
      openNew: async (path) => {
        const handle = await open(path, 'wx');
        handle.sync = async () => {
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        };
        return handle;
      },
    });
    expect(await full.put('a', Buffer.from('new'), jpeg)).toEqual({ ok: false, kind: 'no_space' });
    expect(await full.put('b', Buffer.from('new'), jpeg)).toEqual({ ok: false, kind: 'no_space' });
    expect(await full.head('a')).toMatchObject({ ok: true, size: 3 });
    expect(await full.head('b')).toEqual({ ok: false, kind: 'not_found' });
    expect(await readdir(join(root, 'unfinished'))).toEqual([]);
  });

  it('leaves nothing behind when an upload breaks off', async () => {
    const store = await createDiskStore({ root });
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('client went away');
      })(),
    );
    await expect(store.put('a', broken, jpeg)).rejects.toThrow('client went away');
    expect(await store.head('a')).toEqual({ ok: false, kind: 'not_found' });
    expect(await readdir(join(root, 'unfinished'))).toEqual([]);
  });

  it('clears away at start what a crash left an hour ago, and only that', async () => {
    await createDiskStore({ root });
    const [old, young] = [join(root, 'unfinished', 'old'), join(root, 'unfinished', 'young')];
    await Promise.all([writeFile(old, 'x'), writeFile(young, 'x')]);
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    await utimes(old, twoHoursAgo, twoHoursAgo);
    await createDiskStore({ root });
    expect(await readdir(join(root, 'unfinished'))).toEqual(['young']);
  });
});

describe('signed links', () => {
  const key = { keyId: 'k1', secret: 'a-secret-of-the-tests' };
  const expiresAt = new Date('2026-03-02T01:00:00Z');
  const before = new Date('2026-03-02T00:59:59Z');
  const link = signLink('/files/photos/a.jpg', { ...key, expiresAt });

  it('open until they expire', () => {
    expect(verifyLink(link, { keys: [key], now: before })).toEqual({
      ok: true,
      path: '/files/photos/a.jpg',
      expiresAt,
    });
    expect(verifyLink(link, { keys: [key], now: expiresAt })).toEqual({ ok: false, kind: 'expired' });
  });

  it('open under an old key while it is honoured', () => {
    const newer = { keyId: 'k2', secret: 'another' };
    expect(verifyLink(link, { keys: [newer, key], now: before }).ok).toBe(true);
    expect(verifyLink(link, { keys: [newer], now: before })).toEqual({ ok: false, kind: 'unknown_key' });
  });

  it.each([
    ['another path', link.replace('a.jpg', 'b.jpg'), 'bad_signature'],
    ['a later end', link.replace(/expires=\d+/, 'expires=99999999999'), 'bad_signature'],
    ['another secret', signLink('/files/photos/a.jpg', { keyId: 'k1', secret: 'guess', expiresAt }), 'bad_signature'],
    ['no seal', link.replace(/&seal=.*/, ''), 'malformed'],
    ['something behind', `${link}&x=1`, 'malformed'],
    ['nothing', '', 'malformed'],
  ])('do not open with %s', (_name, changed, kind) => {
    expect(verifyLink(changed, { keys: [key], now: before })).toEqual({ ok: false, kind });
  });

  it('do not open after any change of one character', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(link.charAt(at) !== other);
        const changed = link.slice(0, at) + other + link.slice(at + 1);
        expect(verifyLink(changed, { keys: [key], now: before }).ok).toBe(false);
      }),
    );
  });

  it.each(['files/a.jpg', '/files/a?b', '/files/a b', '/files/a#b', '/files/\n'])('are not made for %j', (path) => {
    expect(() => signLink(path, { ...key, expiresAt })).toThrow(RangeError);
  });
});
