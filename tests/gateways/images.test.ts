import { createHash, randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { photoLimits, takePhoto } from '#server/gateways/images';

const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 90, g: 140, b: 120, alpha: 0.5 } } });

const gps = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 46/1 12/1', GPSLongitudeRef: 'E', GPSLongitude: '104/1 37/1 48/1' },
};
/** 28° 46′ as EXIF stores it: little-endian fractions. */
const latitude = Buffer.from(Uint32Array.of(28, 1, 46, 1).buffer);
const withGps = (width: number, height: number, orientation = 1) =>
  blank(width, height)
    .withExif({ IFD0: { Make: 'Huawei', Copyright: 'secret-owner' }, ...gps })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A small file that unfolds to side × side pixels. */
function pngBomb(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0], 8);
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const chunks = [pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

describe('a good photo', () => {
  it('comes out as JPEG of at most 1920 px with a thumbnail of at most 320 px', async () => {
    const photo = await takePhoto(await withGps(4000, 3000));
    if (!photo.ok) throw new Error(photo.kind);
    expect([photo.width, photo.height]).toEqual([1920, 1440]);
    expect(await sharp(photo.main).metadata()).toMatchObject({ format: 'jpeg', width: 1920, height: 1440 });
    expect(await sharp(photo.thumb).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
    expect(photo.sha256).toBe(createHash('sha256').update(photo.main).digest('hex'));
  });

  it('loses EXIF, GPS, XMP and colour profile', async () => {
    const original = await withGps(400, 300);
    expect(original.includes('secret-owner')).toBe(true);
    expect(original.includes(latitude)).toBe(true);
    const photo = await takePhoto(original);
    if (!photo.ok) throw new Error(photo.kind);
    for (const bytes of [photo.main, photo.thumb]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(bytes.includes('Exif')).toBe(false);
      expect(bytes.includes('secret-owner')).toBe(false);
      expect(bytes.includes(latitude)).toBe(false);
    }
  });

  it('loses what is hidden behind its end', async () => {
    const photo = await takePhoto(Buffer.concat([await blank(40, 30).jpeg().toBuffer(), Buffer.from('<?php hidden')]));
    expect(photo.ok && photo.main.includes('<?php')).toBe(false);
    expect(photo.ok).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright whatever its orientation (%i)', async (orientation) => {
    const photo = await takePhoto(await withGps(400, 200, orientation));
    const expected = orientation >= 5 ? [200, 400] : [400, 200];
    expect(photo.ok && [photo.width, photo.height]).toEqual(expected);
  });

  it.each([
    ['PNG', () => blank(64, 48, 4).png().toBuffer()],
    ['WebP', () => blank(64, 48, 4).webp().toBuffer()],
    ['AVIF', () => blank(64, 48).avif().toBuffer()],
  ])('may be %s and is not enlarged', async (_name, draw) => {
    expect(await takePhoto(await draw())).toMatchObject({ ok: true, width: 64, height: 48 });
  });
});

describe('a bad photo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>';

  it.each([
    ['an SVG', () => Buffer.from(svg), 'unsupported_type'],
    ['an SVG with an XML head', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'unsupported_type'],
    ['a renamed text', () => Buffer.from('这不是照片'), 'unsupported_type'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupported_type'],
    ['an empty file', () => Buffer.alloc(0), 'unsupported_type'],
    ['a GIF', () => blank(4, 4).gif().toBuffer(), 'unsupported_type'],
    ['a TIFF', () => blank(4, 4).tiff().toBuffer(), 'unsupported_type'],
    [
      'a text behind a JPEG head',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('text')]),
      'broken',
    ],
    ['a 20000 × 20000 bomb', () => pngBomb(20_000), 'too_many_pixels'],
    ['a file over 10 MB', () => Buffer.alloc(photoLimits.bytes + 1, 0xff), 'too_large'],
  ])('is refused when it is %s', async (_name, make, kind) => {
    expect(await takePhoto(await make())).toEqual({ ok: false, kind });
  });

  it.each([0.3, 0.6, 0.9])('is refused when only %f of it has arrived', async (part) => {
    const noise = { width: 300, height: 300, channels: 3 } as const;
    const whole = await sharp(randomBytes(300 * 300 * 3), { raw: noise })
      .jpeg()
      .toBuffer();
    expect(await takePhoto(whole.subarray(0, whole.length * part))).toEqual({ ok: false, kind: 'broken' });
  });

  it('never throws, whatever bytes follow a picture’s head', async () => {
    const heads = ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x10\x00\x00\x00WEBP', '\x00\x00\x00\x18ftypheic'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        const taken = await takePhoto(Buffer.concat([Buffer.from(head, 'latin1'), tail]));
        expect(typeof taken.ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});
