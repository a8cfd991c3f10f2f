import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type Router from '@koa/router';
import { v7 as uuid } from 'uuid';
import { AppError, type ErrorCode } from '#shared/errors';
import { presentPhoto, recordPhoto } from '../features/photos/index';
import { type PhotoRefusal, photoLimits, takePhoto } from '../gateways/images';
import type { FileStore } from '../gateways/storage/file-store';
import { type LinkKey, verifyLink } from '../gateways/storage/signed-link';
import { eraseLater, keepFiles } from '../kernel/files-to-erase';
import { admit, contextOf, type Ground, inTransaction } from '../kernel/route';

const refusals: Record<PhotoRefusal['kind'], ErrorCode> = {
  too_large: 'photo_too_large',
  unsupported_type: 'photo_type_unsupported',
  too_many_pixels: 'photo_too_large',
  broken: 'photo_unreadable',
};

const typeOf = (key: string): string => {
  if (key.endsWith('.txt')) return 'text/plain; charset=utf-8';
  if (key.endsWith('.json')) return 'application/json; charset=utf-8';
  if (key.endsWith('.pdf')) return 'application/pdf';
  if (key.endsWith('.csv')) return 'text/csv; charset=utf-8';
  return key.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'image/jpeg';
};

/** POST /api/files.upload (multipart `file`, `role`) and GET /files/<key> behind a signed, expiring link. */
export function mountFiles(router: Router, ground: Ground, store: FileStore, keys: LinkKey[]): void {
  router.post('/api/files.upload', async (http) => {
    const now = ground.now();
    const actor = await admit(http, ground, now, 'member');
    const { bytes, role } = await receive(http.req);
    const photo = await takePhoto(bytes);
    if (!photo.ok) throw new AppError(refusals[photo.kind]);

    const id = uuid();
    const key = `photos/${id}.jpg`;
    const thumbKey = `photos/${id}-thumb.jpg`;
    await eraseLater(contextOf(http, ground, ground.prisma, actor, now), [key, thumbKey]);
    for (const [name, body] of [
      [key, photo.main],
      [thumbKey, photo.thumb],
    ] as const) {
      const stored = await store.put(name, body, { contentType: 'image/jpeg' });
      if (!stored.ok) throw new AppError('storage_full');
    }
    const { width, height, sha256 } = photo;
    http.body = await inTransaction(ground.prisma, async (db) => {
      const ctx = contextOf(http, ground, db, actor, now);
      await keepFiles(ctx, [key, thumbKey]);
      return presentPhoto(
        ctx,
        await recordPhoto(ctx, { id, role, key, thumbKey, width, height, bytes: photo.main.length, sha256 }),
      );
    });
  });

  router.get('/files/*path', async (http) => {
    const verified = verifyLink(http.url, { keys, now: ground.now() });
    if (!verified.ok) throw new AppError('link_expired');
    const key = verified.path.slice('/files/'.length);
    const file = await store.get(key);
    if (!file.ok) throw new AppError('not_found');
    http.type = typeOf(key);
    if (!key.endsWith('.jpg')) http.attachment(key.split('/').at(-1));
    http.set('cache-control', 'private, max-age=600');
    http.body = file.stream;
  });
}

/** Reads one multipart file into memory, never more than the limit. */
function receive(request: IncomingMessage): Promise<{ bytes: Buffer; role: 'BEFORE' | 'AFTER' | 'OTHER' }> {
  return new Promise((resolve, reject) => {
    const refuse = (code: ErrorCode) => {
      request.unpipe(parser);
      request.resume();
      reject(new AppError(code));
    };
    let parser: BusboyInstance;
    try {
      parser = new Busboy({
        headers: request.headers as { 'content-type': string },
        limits: { fileSize: photoLimits.bytes + 1, files: 1, fields: 4, fieldSize: 200, parts: 6 },
      });
    } catch {
      reject(new AppError('malformed_body'));
      return;
    }
    const chunks: Buffer[] = [];
    let role: 'BEFORE' | 'AFTER' | 'OTHER' = 'OTHER';
    let found = false;
    parser.on('file', (_field, stream) => {
      found = true;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => refuse('photo_too_large'));
    });
    parser.on('field', (name, value) => {
      if (name === 'role' && (value === 'BEFORE' || value === 'AFTER' || value === 'OTHER')) role = value;
    });
    parser.on('error', () => refuse('malformed_body'));
    // A phone that goes away in the middle would leave this waiting for ever.
    request.once('close', () => request.complete || refuse('malformed_body'));
    parser.on('finish', () =>
      found ? resolve({ bytes: Buffer.concat(chunks), role }) : reject(new AppError('malformed_body')),
    );
    request.pipe(parser);
  });
}
