import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Room } from '../../model/go';
import '../../../../components/card/index.scss';
import { Rail } from '../rail';
import './index.scss';

/**
 * The frame of the workbench. On a desktop: rail, then up to three columns that scroll by themselves. On a phone they stack and the
 * page scrolls; the rail becomes a bar at the bottom unless `plain`.
 */
export function Desk({
  room,
  list,
  main,
  aside,
  plain = false,
}: {
  room: Room;
  list?: ReactNode;
  main?: ReactNode;
  aside?: ReactNode;
  plain?: boolean;
}) {
  return (
    <View className={`desk ${plain ? 'desk-plain' : ''}`}>
      <Rail active={room} />
      {list && <View className={`desk-list ${main ? '' : 'desk-only'}`}>{list}</View>}
      {main && <View className="desk-main">{main}</View>}
      {aside && <View className="desk-aside">{aside}</View>}
    </View>
  );
}
