import sharp from 'sharp';

/** A small picture as a phone would send it. */
export const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#88aa66' } })
    .jpeg()
    .toBuffer();
