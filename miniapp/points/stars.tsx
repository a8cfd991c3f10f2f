import { View } from '@tarojs/components';
import { Icon } from '../components/icon';
import { access } from '../components/tap/access';
import './points.scss';

/** How many of five stars a family has; the word is read aloud. */
export function Stars({ stars }: { stars: number }) {
  return (
    <View className="stars" {...access({ role: 'img', label: stars > 0 ? `${stars}星` : '还没有星' })}>
      {[1, 2, 3, 4, 5].map((place) => (
        <View key={place} className={place <= stars ? 'star star-on' : 'star'}>
          <Icon name="star" tone={place <= stars ? 'jade' : 'muted'} />
        </View>
      ))}
    </View>
  );
}
