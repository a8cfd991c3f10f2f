import { checkedCode, readCheckedCode } from '../text/checked-code';

/** 9 signs that cannot be guessed and a check sign. */
const length = 9;
const prefix = 'CPH-';

/** The hours an invitation stands. Default, to be confirmed. */
export const inviteHours = 48;

/** An invitation code from at least 18 hexadecimal characters that nobody can foresee. */
export const inviteCode = (hex: string): string => checkedCode(hex, length);

/** A code as it was scanned or typed, or undefined when a sign of it is wrong or two are exchanged. */
export const readInviteCode = (text: string): string | undefined => readCheckedCode(text, length, prefix);

/** What stands in the QR picture. */
export const scannedInviteCode = (code: string): string => prefix + code;

/** The number of a household in a village (户号): the village's last six digits and a running number. */
export const householdCode = (villageCode: string, number: number): string =>
  `${villageCode.slice(6)}-${String(number).padStart(3, '0')}`;
