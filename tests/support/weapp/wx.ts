import { wxNames } from './wx-names';

type Call = (options?: unknown, ...more: unknown[]) => unknown;

interface Options {
  success?: (result: object) => void;
  fail?: (result: { errMsg: string }) => void;
  complete?: (result: object) => void;
}

/** An asynchronous call of WeChat's: by callbacks, or a promise when none is given. What `answer` throws becomes `fail`. */
export const answers =
  <T extends object>(name: string, answer: (options: T) => object | undefined): Call =>
  (given) => {
    const options = (given ?? {}) as T & Options;
    const result = new Promise<object>((resolve) => setTimeout(resolve)).then(() => ({
      errMsg: `${name}:ok`,
      ...answer(options),
    }));
    if (!options.success && !options.fail && !options.complete)
      return result.catch((error: Error) => Promise.reject({ errMsg: `${name}:fail ${error.message}` }));
    result
      .then(options.success, (error: Error) => options.fail?.({ errMsg: `${name}:fail ${error.message}` }))
      .finally(() => options.complete?.({}));
    return undefined;
  };

const inner = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
};
const software = { SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', theme: 'light' };
const machine = { brand: 'desk', model: 'desk', platform: 'devtools', system: 'Android 12' };

/** What every phone says about itself. */
export const aboutThePhone: Record<string, Call> = {
  getSystemInfoSync: () => ({
    ...inner,
    ...software,
    ...machine,
    safeArea: { top: 20, bottom: 667, left: 0, right: 375 },
  }),
  getWindowInfo: () => ({ ...inner, safeArea: { top: 20, bottom: 667, left: 0, right: 375 } }),
  getAppBaseInfo: () => software,
  getDeviceInfo: () => machine,
  getMenuButtonBoundingClientRect: () => ({ left: 281, top: 24, right: 368, bottom: 56, width: 87, height: 32 }),
  getLaunchOptionsSync: () => ({ path: 'pages/chat/index', query: {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: 'pages/chat/index', query: {}, scene: 1001 }),
  getNetworkType: answers('getNetworkType', () => ({ networkType: 'wifi' })),
};

/** Storage that, like WeChat's, keeps copies and answers '' for what it does not have. */
export function wxStorage(): Record<string, Call> {
  const kept = new Map<unknown, string>();
  return {
    getStorageSync: (key) => (kept.has(key) ? JSON.parse(kept.get(key)!) : ''),
    setStorageSync: (key, value) => void kept.set(key, JSON.stringify(value)),
    removeStorageSync: (key) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

/**
 * The `wx` object: what is written out works; every other name of WeChat's typings is there and throws when called; a name that the
 * typings do not have is undefined, as on a phone. Names of Object.prototype are its own, since Taro calls wx.hasOwnProperty.
 */
export function createWx(calls: Record<string, unknown>, failed: (what: string) => void): object {
  const wx: Record<string, unknown> = {};
  for (const name of wxNames())
    wx[name] = () => {
      failed(`wx.${name} was called, which the harness does not know`);
      throw new Error(`wx.${name} is not known to the harness`);
    };
  return Object.assign(wx, { env: { USER_DATA_PATH: 'wxfile://usr' } }, calls);
}
