import { Image, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { access, decorative } from '../../../../components/tap/access';
import { useApi } from '../../../../hooks/use-api';
import { curveWords, drawCurve } from '../../../../points/curve';

/** The year's curve: what the family had at the end of each month. */
export function YearCurve() {
  const { data } = useApi('points.year', {});
  if (!data || data.months.every(({ balance }) => balance === 0)) return null;
  const words = curveWords(data.months);
  return (
    <Card title={`${data.year} 年`}>
      <View {...access({ role: 'img', label: words })}>
        <Image
          className="points-curve"
          src={`data:image/svg+xml,${encodeURIComponent(drawCurve(data.months))}`}
          mode="aspectFit"
          {...decorative}
        />
      </View>
      <View className="small">{words}</View>
    </Card>
  );
}
