import Taro from '@tarojs/taro';
import { createStore } from './store';

type Answer = { event: 'agree'; buttonId: string } | { event: 'disagree' };

/** Whether WeChat has asked that the privacy guideline be shown before it opens an interface (location, album, microphone). */
export const privacyStore = createStore<{ asking: boolean }>({ asking: false });

let answer: ((answer: Answer) => void) | undefined;

/** Listens for WeChat's privacy question; called once at start-up, only inside WeChat. */
export function listenForPrivacy(): void {
  Taro.onNeedPrivacyAuthorization?.((resolve: (answer: Answer) => void) => {
    answer = resolve;
    privacyStore.set({ asking: true });
  });
}

/** Tells WeChat what the person chose. `buttonId` is the id of the agreePrivacyAuthorization button. */
export function answerPrivacy(agreed: boolean, buttonId: string): void {
  privacyStore.set({ asking: false });
  answer?.(agreed ? { event: 'agree', buttonId } : { event: 'disagree' });
  answer = undefined;
}
