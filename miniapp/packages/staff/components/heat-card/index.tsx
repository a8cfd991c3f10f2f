import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { MapView } from '../../../../components/map-view';
import { areaAt, type HeatArea, hottest, weightOf } from '../../charts/heat';
import { BarList } from '../bar-list';

/** Where it happens: the deeper the colour, the more. An area, on the map or in the list, shows the tickets behind it. */
export function HeatCard({ areas, onTap }: { areas: readonly HeatArea[]; onTap: (area: HeatArea) => void }) {
  const top = hottest(areas, 6);
  const shapes = areas.map((area) => ({ ...area, quiet: true, weight: weightOf(area, areas) }));
  const tap = (code: string) => {
    const area = areas.find((one) => one.code === code);
    if (area) onTap(area);
  };
  return (
    <Card title="在哪里">
      <MapView
        shapes={shapes}
        aspect={1.1}
        label={`热力图，最多的是${top.map(({ name, count }) => `${name} ${count} 件`).join('、')}`}
        onPick={(position) => {
          const area = areaAt(areas, position);
          if (area) onTap(area);
        }}
      />
      <View className="small">颜色越深越多；点一块看是哪些事。</View>
      <BarList bars={top.map(({ code, name, count }) => ({ key: code, name, count }))} onTap={({ key }) => tap(key)} />
    </Card>
  );
}
