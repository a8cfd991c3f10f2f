const kept = new Map<string, unknown>();
const nothing = async () => undefined;

interface Request {
  url: string;
  data: unknown;
  header: Record<string, string>;
}

let answer: (request: Request) => Promise<unknown> = async () => {
  throw new Error('nobody answers');
};

/** Who answers Taro.request from now on. */
export function answerWith(next: typeof answer): void {
  answer = next;
}

/** The parts of Taro the pages use, over a plain memory. */
export default {
  request: (request: Request) => answer(request),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
  removeStorageSync: (key: string) => void kept.delete(key),
  getCurrentInstance: () => ({ router: { path: '/pages/chat/index' } }),
  getCurrentPages: () => [{}],
  hideTabBar: nothing,
  showTabBar: nothing,
  makePhoneCall: nothing,
  showToast: nothing,
  navigateTo: nothing,
  redirectTo: nothing,
  switchTab: nothing,
};

export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
export const usePullDownRefresh = () => undefined;
export const useReachBottom = () => undefined;
export const useRouter = () => ({ params: {} });
