import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { PlacePicker } from '../../../../chat/place-picker';
import { Button } from '../../../../components/button';
import { inWechat } from '../../../../services/platform';
import type { Pin } from './form';

/** A point on the map, if that says more than the address: WeChat's own chooser, in the browser our drawing. */
export function PinChoice({
  pin,
  onPin,
  problem,
}: {
  pin: Pin | undefined;
  onPin: (pin: Pin | undefined) => void;
  problem?: string;
}) {
  const [picking, setPicking] = useState(false);
  const pick = async () => {
    if (!inWechat) return setPicking(true);
    const chosen = await Taro.chooseLocation({}).catch(() => undefined);
    if (!chosen) return;
    const label = [chosen.address, chosen.name].filter(Boolean).join(' ') || '地图上选的位置';
    onPin({ lng: Number(chosen.longitude), lat: Number(chosen.latitude), label });
  };
  return (
    <View className="report-for-pin">
      <View className="second">
        {pin ? `地图上指的：${pin.label}` : '村里不止一个网格时，指一下位置，才能直接交到那个网格。'}
      </View>
      <View className="buttons">
        {pin && (
          <Button kind="quiet" onTap={() => onPin(undefined)}>
            不用这个点
          </Button>
        )}
        <Button kind="plain" icon="pin" onTap={() => void pick()}>
          {pin ? '重新指' : '在地图上指（可不指）'}
        </Button>
      </View>
      {problem && <View className="field-problem">{problem}</View>}
      {picking && (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPlace={(position, label) => {
            setPicking(false);
            onPin({ ...position, label });
          }}
        />
      )}
    </View>
  );
}
