import Taro from '@tarojs/taro';

/** What the phone keeps between visits; undefined when there is nothing or it cannot be read. */
export function recall<T>(key: string): T | undefined {
  try {
    const kept: unknown = Taro.getStorageSync(`desk.${key}`);
    return kept === '' || kept === undefined || kept === null ? undefined : (kept as T);
  } catch {
    return undefined;
  }
}

/** Keeps a value (JSON-like); undefined forgets it. A full or forbidden storage is not an error: the desk works without. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) Taro.removeStorageSync(`desk.${key}`);
    else Taro.setStorageSync(`desk.${key}`, value);
  } catch {
    // A private window may refuse storage.
  }
}
