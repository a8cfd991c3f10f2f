import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** One page: a code for a place, a person or a meeting. */
export interface Poster {
  slogan: string;
  name: string;
  detail: string;
  /** The code as people read it. */
  code: string;
  /** The code as an ordinary QR carries it where there is no address. */
  plain: string;
  /** What browsers open. */
  link: string | undefined;
  /** WeChat's picture, PNG or JPEG; without it the ordinary code stands in the middle. */
  picture: Uint8Array | undefined;
}

const script = path.resolve('server/gateways/pdf/draw-posters.mjs');
const limitMs = 30_000;

/** An A4 PDF with one page for each poster. Drawn in a thread of its own: setting Chinese text takes half a second that the desk has not got. */
export function drawPosters(posters: readonly Poster[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: posters });
    const timer = setTimeout(() => void worker.terminate(), limitMs);
    worker.once('message', (pdf: Uint8Array) => resolve(pdf));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the poster was not drawn'));
    });
  });
}
