import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { FileStore } from '#server/gateways/storage/file-store';

/** A stored picture as the columns of an attachment. */
export interface Picture {
  readonly key: string;
  readonly thumbKey: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Puts the drawn pictures and their thumbnails (320 px) into the file store, once for all tickets. Answers them by name. */
export async function storePictures(store: FileStore): Promise<ReadonlyMap<string, Picture>> {
  const folder = path.resolve('prisma/data/photos');
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
  const stored = await Promise.all(
    names.map((name) => storeOne(store, path.join(folder, name), name.replace('.jpg', ''))),
  );
  return new Map(stored);
}

async function storeOne(store: FileStore, file: string, name: string): Promise<readonly [string, Picture]> {
  const bytes = await fs.readFile(file);
  const { width, height } = await sharp(bytes).metadata();
  const thumb = await sharp(bytes).resize({ width: 320 }).jpeg({ quality: 75 }).toBuffer();
  const picture = { key: `photos/demo-${name}.jpg`, thumbKey: `photos/demo-${name}-thumb.jpg` };
  const put = [
    await store.put(picture.key, bytes, { contentType: 'image/jpeg' }),
    await store.put(picture.thumbKey, thumb, { contentType: 'image/jpeg' }),
  ];
  if (put.some(({ ok }) => !ok)) throw new Error('演示图片没有存上，请检查磁盘空间');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return [name, { ...picture, width, height, bytes: bytes.length, sha256 }];
}
