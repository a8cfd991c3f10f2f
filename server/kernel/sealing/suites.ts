import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A way to seal bytes: authenticated, with data (`about`) that is bound to them without being kept with them. */
interface Suite {
  /** Bytes of key material it takes. */
  readonly keyBytes: number;
  seal(key: Buffer, plain: Buffer, about: Buffer): Buffer;
  /** Throws when anything was changed: the bytes, the key or what they are about. */
  open(key: Buffer, sealed: Buffer, about: Buffer): Buffer;
}

const gcm: Suite = {
  keyBytes: 32,
  seal(key, plain, about) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(about);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open(key, sealed, about) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(about);
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  },
};

const macBytes = 32;
const ivBytes = 16;

/** Encrypt, then authenticate: the first 16 bytes of the key encrypt, the other 32 authenticate. SM4 and SM3 are GB/T 32907 and 32905. */
const sm: Suite = {
  keyBytes: 48,
  seal(key, plain, about) {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, 16), iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, macOf(key, body, about)]);
  },
  open(key, sealed, about) {
    if (sealed.length < ivBytes + macBytes) throw new RangeError('sealed bytes are too short');
    const body = sealed.subarray(0, -macBytes);
    if (!timingSafeEqual(sealed.subarray(-macBytes), macOf(key, body, about)))
      throw new RangeError('sealed bytes were changed');
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, 16), body.subarray(0, ivBytes));
    return Buffer.concat([decipher.update(body.subarray(ivBytes)), decipher.final()]);
  },
};

function macOf(key: Buffer, body: Buffer, about: Buffer): Buffer {
  // The length keeps the border between what it is about and the body.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(about.length);
  return createHmac('sm3', key.subarray(16)).update(length).update(about).update(body).digest();
}

/** The suites by the name in the settings. Both use the algorithms of Node's OpenSSL; neither is a certified module. */
export const suites = { 'aes-256-gcm': gcm, 'sm4-ctr-hmac-sm3': sm } as const satisfies Record<string, Suite>;
export type SuiteName = keyof typeof suites;
