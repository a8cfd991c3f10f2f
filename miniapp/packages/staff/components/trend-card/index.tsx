import { Image, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { access, decorative } from '../../../../components/tap/access';
import { drawTrend, type TrendDay, trendWords } from '../../charts/trend';
import './index.scss';

/** How many came and how many were closed, day by day. */
export function TrendCard({ days }: { days: readonly TrendDay[] }) {
  const words = trendWords(days);
  return (
    <Card title="每天">
      <View {...access({ role: 'img', label: words })}>
        <Image
          className="trend"
          src={`data:image/svg+xml,${encodeURIComponent(drawTrend(days))}`}
          mode="aspectFit"
          {...decorative}
        />
      </View>
      <View className="trend-key">
        <View className="trend-line trend-opened" />
        <View className="small">收到</View>
        <View className="trend-line trend-closed" />
        <View className="small">办结</View>
      </View>
      <View className="small">{words}</View>
    </Card>
  );
}
