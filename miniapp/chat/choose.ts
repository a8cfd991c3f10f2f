import Taro from '@tarojs/taro';
import type { Option, Say } from './types';

/** Rings a number at once; on a computer the browser decides what to do with it. */
export function dial(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}

/** Opens a page of the mini-program, tab or not. */
export function openPage(url: string): void {
  const open = /^\/pages\/(chat|forum|mine|me)\//.test(url) ? Taro.switchTab : Taro.navigateTo;
  void open({ url });
}

/** Does what an option promises: ring (`call`), open a page (`page`), or say it to the desk like anything else. */
export function choose(option: Option, say: Say): void {
  const { action, payload, label } = option;
  const number = payload?.number ?? payload?.phone;
  if (action === 'call' && typeof number === 'string') dial(number);
  else if (action === 'page' && typeof payload?.url === 'string') openPage(payload.url);
  else say({ action, ...(payload ? { payload } : {}) }, label);
}
