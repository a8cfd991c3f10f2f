import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { startDesk } from '../support/running-desk';
import { figures } from './figures';
import { cloneWorld } from './own-database';
import { mayMount, smallDisk } from './small-disk';
import * as fire from './under-fire';

const whereOneMayMount = mayMount() ? describe : describe.skip;

/** A picture that hardly gets smaller, some 300 kB. */
const noise = () =>
  sharp(Buffer.from(Uint8Array.from({ length: 3 * 512 * 512 }, (_none, at) => (at * 7919) % 251)), {
    raw: { width: 512, height: 512, channels: 3 },
  })
    .jpeg({ quality: 100 })
    .toBuffer();

async function upload(url: string, token: string, picture: Buffer): Promise<number> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'noise.jpg');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/files.upload`, { method: 'POST', headers, body: form });
  await answer.arrayBuffer();
  return answer.status;
}

const filesIn = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

whereOneMayMount('F8: the disk with the photos is full', () => {
  it('an upload is 507 and leaves neither row nor piece, the talk goes on, and space brings uploads back', async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-full-'));
    const disk = smallDisk(4, path.join(dataDir, 'files'));
    const url = await cloneWorld('desk_full');
    const running = await startDesk({ dataDir, env: { ...fire.settings(), DATABASE_URL: url } });
    const database = await fire.connectTo(url);
    try {
      const token = await fire.signIn(running.url, randomUUID());
      const picture = await noise();
      expect(await upload(running.url, token, picture)).toBe(200);
      disk.fill();
      const [full, talk] = [
        await Promise.all([1, 2, 3].map(() => upload(running.url, token, picture))),
        await fire.ask(running.url, 'chat.send', { text: '你好' }, { token }),
      ];
      const left = fs.readdirSync(path.join(disk.folder, 'unfinished')).length;
      disk.free();
      const again = await upload(running.url, token, picture);
      const { rows } = await database.query<{ key: string; thumbKey: string }>(
        'SELECT "key", "thumbKey" FROM "Attachment"',
      );
      const stored = filesIn(path.join(disk.folder, 'files'));
      figures({ uploads: [...full, again].join(' '), 'unfinished files': left, rows: rows.length, files: stored });

      expect(full).toEqual([507, 507, 507]);
      expect(talk.status).toBe(200);
      expect(left).toBe(0);
      expect(again).toBe(200);
      expect(rows).toHaveLength(2);
      for (const { key, thumbKey } of rows)
        for (const name of [key, thumbKey]) expect(fs.existsSync(path.join(disk.folder, 'files', name))).toBe(true);
    } finally {
      await database.end();
      await running.stop();
      disk.remove();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});
