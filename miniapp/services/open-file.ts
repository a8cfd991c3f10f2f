import Taro from '@tarojs/taro';
import { inWechat } from './platform';

/** Opens a file in a new window; in WeChat, which has none, its address goes to the clipboard. */
export function openFile(url: string): void {
  if (inWechat) void Taro.setClipboardData({ data: url });
  else window.open(url, '_blank', 'noopener');
}
