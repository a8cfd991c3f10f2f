import { checkedCode, readCheckedCode } from '../text/checked-code';

/** 11 signs that cannot be guessed (31 to the 11th) and a check sign. */
const length = 11;
const prefix = 'CPQ-';

/** A pick-up code (取货码) from at least 22 hexadecimal characters that nobody can foresee. */
export const pickupCode = (hex: string): string => checkedCode(hex, length);

/** A pick-up code as it was scanned or typed, or undefined when a sign of it is wrong or two are exchanged. */
export const readPickupCode = (text: string): string | undefined => readCheckedCode(text, length, prefix);

/** What stands in the QR picture: the code with a mark by which a scanner tells it from other codes. */
export const scannedPickupCode = (code: string): string => prefix + code;

/** A code in groups of four, as people read it out. */
export const spokenCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
