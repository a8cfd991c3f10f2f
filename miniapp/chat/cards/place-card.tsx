import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/button';
import { inWechat } from '../../services/platform';
import { PlacePicker } from '../place-picker';
import type { CardOf, Say } from '../types';
import { ChoiceCard } from './choice-card';
import './cards.scss';

/** Where it is: places the desk suggests, or a point on the map. */
export function PlaceCard({ card, say, active }: { card: CardOf<'place'>; say: Say; active: boolean }) {
  const [picking, setPicking] = useState(false);

  const pick = async () => {
    if (!inWechat) return setPicking(true);
    const chosen = await Taro.chooseLocation({}).catch(() => undefined);
    if (!chosen) return;
    const words = [chosen.address, chosen.name].filter(Boolean).join(' ');
    const location = { lng: Number(chosen.longitude), lat: Number(chosen.latitude) };
    say({ location, ...(words ? { text: words } : {}) }, words || '地图上选的位置');
  };

  return (
    <View className="choices">
      {card.options.length > 0 && <ChoiceCard options={card.options} say={say} active={active} />}
      {card.canPin && (
        <View className="buttons">
          <Button kind="plain" icon="pin" onTap={() => void pick()} disabled={!active}>
            在地图上指
          </Button>
        </View>
      )}
      {picking && (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPlace={(location, label) => {
            setPicking(false);
            say({ location }, label);
          }}
        />
      )}
    </View>
  );
}
