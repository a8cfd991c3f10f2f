import { desktopCode, desktopState, deviceName, readDesktopCode } from '#shared/domain/identity/desktop';

const now = new Date('2026-11-23T10:00:00+08:00');
const row = {
  expiresAt: new Date('2026-11-23T10:03:00+08:00'),
  ...{ seenAt: null, confirmedAt: null, refusedAt: null, takenAt: null },
};

describe('signing in on a computer', () => {
  it.each([
    ['waits for a phone', row, 'waiting'],
    ['is seen by one', { ...row, seenAt: now }, 'seen'],
    ['is confirmed', { ...row, seenAt: now, confirmedAt: now }, 'confirmed'],
    ['is refused', { ...row, seenAt: now, refusedAt: now }, 'refused'],
    ['is used once', { ...row, confirmedAt: now, takenAt: now }, 'over'],
    ['is over with its time, also when confirmed', { ...row, confirmedAt: now, expiresAt: now }, 'over'],
  ] as const)('%s', (_name, stands, state) => {
    expect(desktopState(stands, now)).toBe(state);
  });

  it('knows its code as scanned, copied and with a slip', () => {
    const code = desktopCode('0123456789abcd');
    expect([readDesktopCode(`CPD-${code}`), readDesktopCode(code.toLowerCase().replace(/(.{4})/, '$1 '))]).toEqual([
      code,
      code,
    ]);
    expect(readDesktopCode(code.slice(0, -1))).toBeUndefined();
  });

  it.each([
    [null, '一台设备'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120', 'Windows 电脑浏览器'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0', '微信'],
    ['curl/8', '电脑浏览器'],
  ])('calls %p %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
