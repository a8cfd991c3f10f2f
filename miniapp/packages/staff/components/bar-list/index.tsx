import { Text, View } from '@tarojs/components';
import { Tap } from '../../../../components/tap';
import './index.scss';

export interface Bar {
  key: string;
  name: string;
  count: number;
}

/** Counts as bars, longest first as they come; tapping one shows the tickets behind it. */
export function BarList({ bars, onTap }: { bars: readonly Bar[]; onTap: (bar: Bar) => void }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <View>
      {bars.map((bar) => (
        <Tap
          key={bar.key}
          className="bar-row"
          onTap={() => onTap(bar)}
          label={`${bar.name} ${bar.count} 件，点开看是哪些`}
        >
          <Text className="bar-name">{bar.name}</Text>
          <View className="bar-track">
            <View className="bar-fill" style={{ width: `${Math.round((bar.count / most) * 100)}%` }} />
          </View>
          <Text className="bar-count">{bar.count}</Text>
        </Tap>
      ))}
    </View>
  );
}
