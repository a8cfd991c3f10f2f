/** Whether this build runs inside WeChat. A constant at build time, so the other branch leaves the bundle. */
export const inWechat = process.env.TARO_ENV === 'weapp';

/** Whether the screen is a desk's: 960 CSS px and wider, where the workbench has three columns. Never inside WeChat. */
export function isWide(): boolean {
  return !inWechat && typeof window !== 'undefined' && window.innerWidth >= 960;
}

/** A v4-shaped random identifier for idempotency keys. Not for secrets: WeChat offers no synchronous secure source. */
export function randomId(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}
