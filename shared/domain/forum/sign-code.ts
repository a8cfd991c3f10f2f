import { checkedCode, readCheckedCode } from '../text/checked-code';

const length = 7;

/** A code of 7 signs and a check sign from hexadecimal text of at least 14 characters that nobody can foresee, such as a keyed hash. */
export const signCode = (hex: string): string => checkedCode(hex, length);

/** A code as it was scanned or copied, or undefined when a sign of it is wrong or two are exchanged. Case, blanks and a leading `CPM-` do not matter. */
export const readSignCode = (text: string): string | undefined => readCheckedCode(text, length, 'CPM-');
