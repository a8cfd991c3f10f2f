import { checkedCode, readCheckedCode } from '../text/checked-code';

/** How long a computer waits for the phone. Default, to be confirmed. */
export const waitMinutes = 3;

/** How long somebody stays signed in on a computer, which others may use. Default, to be confirmed: one working day. */
export const desktopHours = 12;

const length = 7;

/** A one-time code of 7 signs and a check sign from at least 14 random hexadecimal characters. */
export const desktopCode = (hex: string): string => checkedCode(hex, length);

/** The code as it was scanned (`CPD-…`) or typed; undefined when a sign of it is wrong. */
export const readDesktopCode = (text: string): string | undefined => readCheckedCode(text, length, 'CPD-');

/** What a computer that waits is told. */
export type DesktopState = 'waiting' | 'seen' | 'confirmed' | 'refused' | 'over';

/** Where a sign-in stands: seen once a phone has looked at it, over when its time has passed or it was used. */
export function desktopState(
  row: {
    readonly expiresAt: Date;
    readonly seenAt: Date | null;
    readonly confirmedAt: Date | null;
    readonly refusedAt: Date | null;
    readonly takenAt: Date | null;
  },
  now: Date,
): DesktopState {
  if (row.refusedAt) return 'refused';
  if (row.takenAt || row.expiresAt <= now) return 'over';
  if (row.confirmedAt) return 'confirmed';
  return row.seenAt ? 'seen' : 'waiting';
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/iPhone|iPad/, '苹果手机浏览器'],
  [/Android/, '安卓手机浏览器'],
  [/Windows/, 'Windows 电脑浏览器'],
  [/Macintosh/, '苹果电脑浏览器'],
  [/Linux/, 'Linux 电脑浏览器'],
];

/** What a device is called where people see it. */
export const deviceName = (userAgent: string | null): string =>
  userAgent === null ? '一台设备' : (systems.find(([sign]) => sign.test(userAgent))?.[1] ?? '电脑浏览器');
