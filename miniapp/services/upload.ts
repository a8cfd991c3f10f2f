import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { assetUrl, authorization, Offline, refusal } from './api';
import { inWechat } from './platform';
import { ensureSession } from './session';

export type Photo = Output<'tickets.get'>['photos'][number];
export type PhotoRole = Photo['role'];

/** Lets the person take or choose up to `count` photos; local paths, empty when they changed their mind. */
export async function pickPhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      // The browser offers its own camera beside the album; Taro's extra question would only stand in the way.
      sourceType: inWechat ? ['album', 'camera'] : ['album'],
    });
    return tempFiles.slice(0, count).map((file) => file.tempFilePath);
  } catch {
    return [];
  }
}

/** Sends one photo; `onProgress` gets whole percent. Throws AppError with the server's sentence, Offline without network. */
export async function uploadPhoto(
  path: string,
  role: PhotoRole,
  onProgress?: (percent: number) => void,
): Promise<Photo> {
  await ensureSession();
  const task = Taro.uploadFile({
    url: `${API_BASE}/api/files.upload`,
    filePath: path,
    name: 'file',
    fileName: 'photo.jpg',
    formData: { role },
    header: authorization(),
  });
  task.progress?.(({ progress }) => onProgress?.(progress));
  const { statusCode, data } = await task.catch(() => {
    throw new Offline();
  });
  const body: unknown = parse(data);
  if (statusCode >= 200 && statusCode < 300) return body as Photo;
  throw refusal(body);
}

/** Shows photos full-screen, starting at `at`. */
export function viewPhotos(photos: readonly Photo[], at: number): void {
  const urls = photos.map((photo) => assetUrl(photo.url));
  void Taro.previewImage({ urls, current: urls[at] ?? '' });
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
