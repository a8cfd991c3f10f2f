import Taro from '@tarojs/taro';

const root = '/packages/forum/pages';

/** Opens one topic. */
export const goTopic = (id: string) => void Taro.navigateTo({ url: `${root}/topic/index?id=${id}` });

/** Opens the form to put a topic forward; with an id the words of that one are changed. */
export const goRaise = (params: { edit?: string; title?: string; body?: string } = {}) => {
  const pairs = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  void Taro.navigateTo({ url: `${root}/raise/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}` });
};

/** Opens how a village or a town talks things over. */
export const goPlace = (code: string) => void Taro.navigateTo({ url: `${root}/place/index?code=${code}` });

/** Opens where somebody joins a topic as a co-author by its code. */
export const goJoin = () => void Taro.navigateTo({ url: `${root}/join/index` });
