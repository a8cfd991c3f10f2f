import { assetUrl } from '../../../services/api';
import { inWechat } from '../../../services/platform';

/** The whole address of something the desk serves, for programs outside this page. */
export function absoluteUrl(path: string): string {
  return inWechat ? assetUrl(path) : new URL(path, window.location.origin).href;
}
