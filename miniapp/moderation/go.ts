import Taro from '@tarojs/taro';

/** Opens the rules of what is public. */
export const goRules = () => void Taro.navigateTo({ url: '/packages/rules/pages/rules/index' });

/** Opens what became of one's own public words. */
export const goOwnPieces = () => void Taro.navigateTo({ url: '/packages/rules/pages/own/index' });
