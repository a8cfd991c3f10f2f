import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Input } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { PointsLine } from '../../../../points/points-line';

const signed = (points: number): string => (points < 0 ? `−${-points}` : points > 0 ? `+${points}` : '0');

/** What a village gave out, took back and still owes its families, a quarter at a time: totals that must come to zero. */
export default function PointsStatementPage() {
  const { villageCode } = useRouter().params;
  const [quarter, setQuarter] = useState<Input<'points.statement'>['quarter']>();
  const query = useApi('points.statement', { ...(villageCode && { villageCode }), ...(quarter && { quarter }) });
  if (query.error?.code === 'place_unknown')
    return (
      <Page title="积分公示">
        <Notice title="先登记您住在哪个村（社区）" detail="登记好了，这里就是您村里每季度的积分公示。" />
      </Page>
    );
  return (
    <Page title="积分公示" query={query}>
      {({ placeLabel, year, quarter: number, isRunning, opening, closing, lines, difference, previous, next }) => (
        <>
          <View className="second">
            {placeLabel} · {year} 年第 {number} 季度{isRunning ? '（到现在）' : ''}
          </View>
          <Card title="这一季的总账" tight>
            <PointsLine text="季初各户合计" value={`${opening} 分`} note="" />
            {lines.map(({ line, label, points, entries }) => (
              <PointsLine key={line} text={label} value={signed(points)} note={`${entries} 笔`} />
            ))}
            <PointsLine text={isRunning ? '现在各户合计' : '季末各户合计'} value={`${closing} 分`} note="" />
          </Card>
          <Card title="账对得上吗">
            <View className="second">
              {difference === 0
                ? '对得上：每一笔都有来处和去处，各户余额和全部流水相减等于 0。'
                : `对不上，差 ${signed(difference)} 分。请告诉网格员或镇街，我们会逐笔核对。`}
            </View>
          </Card>
          <Button kind="plain" onTap={() => setQuarter(previous)}>
            看上一季度
          </Button>
          {next && (
            <Button kind="plain" onTap={() => setQuarter(next)}>
              看下一季度
            </Button>
          )}
          <View className="small">只公示总数，不公示哪一户加了、扣了多少。</View>
        </>
      )}
    </Page>
  );
}
