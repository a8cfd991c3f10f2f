import sharp from 'sharp';

/** A small picture as a phone would send it; another size is another picture. */
export const jpeg = ({ width = 64, height = 48 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#88aa66' } })
    .jpeg()
    .toBuffer();
