import Taro from '@tarojs/taro';
import type { Position } from '../../../components/map-view/projection';
import { inWechat } from '../../../services/platform';
import { whereAmI } from '../../../services/position';

/** Where this device is, as GCJ-02. Asked only when somebody signs in on site. Rejects when refused or unknown. */
export async function hereNow(): Promise<Position> {
  if (!inWechat) return whereAmI();
  const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' });
  return { lng: longitude, lat: latitude };
}

/** Whether this device can read a QR code by camera; elsewhere its words are typed in. */
export const canScan = inWechat;

/** The words in the village's QR code; undefined when nothing was read. */
export async function scanCode(): Promise<string | undefined> {
  const read = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => undefined);
  return read?.result.slice(0, 80);
}
