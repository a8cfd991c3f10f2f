import { View } from '@tarojs/components';
import './points.scss';

/** One movement or rule: what it is, how many points with their sign, and what stands behind it. */
export function PointsLine({ text, value, note }: { text: string; value: string; note: string }) {
  return (
    <View className="points-line">
      <View className="points-line-words">
        <View>{text}</View>
        <View className="small">{note}</View>
      </View>
      <View className={value.startsWith('−') ? 'points-value points-less' : 'points-value'}>{value}</View>
    </View>
  );
}
