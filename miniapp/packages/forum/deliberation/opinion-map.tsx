import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { access } from '../../../components/tap/access';
import { ShareBar } from './share-bar';
import type { Board } from './types';

type Drawn = NonNullable<Board['map']>;
type Group = Drawn['groups'][number];

const said = { AGREE: '都同意', DISAGREE: '都不同意' } as const;

/** The map of opinions: groups of people who think alike as circles, the nearer the more alike, and what all have in common. */
export function OpinionMap({ map }: { map: Drawn }) {
  const { groups, placed, households, common, divided, computedText } = map;
  const alone = groups.length === 1;
  const words = alone
    ? `${placed} 人想得差不多，分不出几拨`
    : `${placed} 人分成 ${groups.length} 拨：${groups.map(({ name, size }) => `${name} ${size} 人`).join('，')}`;
  return (
    <Card title="观点图">
      <View className="opinion-map" {...access({ role: 'img', label: words })}>
        {groups.map((group) => (
          <View key={group.name} className="opinion-circle" style={placeOf(group, placed, alone)}>
            <View className="opinion-circle-name">{alone ? '大家' : group.name}</View>
            <View className="opinion-circle-size">{group.size} 人</View>
          </View>
        ))}
      </View>
      <View className="small">{`${words}（${households} 户）。离得近的想法近。${computedText}算的。`}</View>
      {common.length > 0 && (
        <View className="opinion-part">
          <View className="strong">大家的共识</View>
          {common.map(({ body, choice }) => (
            <View key={body} className="opinion-common">
              <View className="opinion-common-mark">{said[choice]}</View>
              <View className="opinion-common-words">{body}</View>
            </View>
          ))}
        </View>
      )}
      {divided.length > 0 && (
        <View className="opinion-part">
          <View className="strong">还要商量的</View>
          {divided.map(({ body, groups: shares }) => (
            <View key={body} className="opinion-one">
              <View>{body}</View>
              {shares.map((share, at) => (
                <ShareBar key={groups[at]?.name ?? at} shares={share} name={groups[at]?.name ?? ''} />
              ))}
            </View>
          ))}
        </View>
      )}
      {!alone && (
        <View className="opinion-part">
          <View className="strong">每一拨主要怎么想</View>
          {groups.map(({ name, marks }) => (
            <View key={name} className="opinion-group">
              {`${name}：${marks.join('；') || '和大家差不多'}`}
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}

/** Where a group's circle lies in the drawing, in percent of it; its area grows with its people, and it stays inside. */
function placeOf({ x, y, size }: Group, placed: number, alone: boolean) {
  const width = 20 + 26 * Math.sqrt(size / Math.max(1, placed));
  const left = alone ? 50 : 50 + x * 28;
  const top = alone ? 50 : 50 - y * 26;
  return { width: `${width.toFixed(1)}%`, left: `${left.toFixed(1)}%`, top: `${top.toFixed(1)}%` };
}
