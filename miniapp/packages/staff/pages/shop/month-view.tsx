import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { monthAway } from '#shared/domain/points/shop';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { PointsLine } from '../../../../points/points-line';
import { ReasonExport } from '../../components/reason-export';

type Line = Output<'shop.month'>['lines'][number];

/** What the outlets handed over in a month; closed once the month is over, taken along as a table. */
export function MonthView({ villageCode }: { villageCode: string }) {
  const [month, setMonth] = useState(() => dayOf(new Date()).slice(0, 7));
  const [exporting, setExporting] = useState(false);
  const query = useApi('shop.month', { villageCode, month });
  const table = useCommand('shop.report');
  const move = (count: number) => () => setMonth(monthAway(month, count));
  const isThis = month >= dayOf(new Date()).slice(0, 7);
  return (
    <>
      <View className="shelf-head">
        <Button kind="quiet" onTap={move(-1)}>
          上个月
        </Button>
        <View className="strong">{month.replace('-', ' 年 ')} 月</View>
        <Button kind="quiet" onTap={move(1)} disabled={isThis}>
          下个月
        </Button>
      </View>
      <Answer query={query}>
        {({ lines, isOver }) => (
          <>
            {!isOver && <View className="second">这个月还没有过完，下个月再结。</View>}
            {lines.map((line) => (
              <OutletCard key={line.outletId} line={line} month={month} />
            ))}
            {lines.length === 0 && <Notice title="还没有兑换点" />}
            {lines.some(({ redemptions }) => redemptions > 0) && (
              <View className="buttons">
                <Button kind="plain" onTap={() => setExporting(true)}>
                  导出结算表
                </Button>
              </View>
            )}
          </>
        )}
      </Answer>
      {exporting && (
        <ReasonExport
          means="导出这个月各兑换点发了什么。"
          placeholder="例如：月底和超市对账"
          made={table.data}
          pending={table.isPending}
          countWords={(rows) => `一共 ${rows} 行。`}
          onMake={(reason) => table.mutate({ villageCode, month, reason })}
          onClose={() => {
            table.reset();
            setExporting(false);
          }}
        />
      )}
    </>
  );
}

function OutletCard({ line, month }: { line: Line; month: string }) {
  const { outletId, outletName, redemptions, points, goods, settledText, maySettle } = line;
  const settle = useCommand('shop.settle', '结清了');
  return (
    <Card tight>
      <View className="shelf-head">
        <View className="strong">{outletName}</View>
        {settledText && <Chip>{settledText}</Chip>}
      </View>
      <View className="second">
        发了 {redemptions} 次，一共 {points} 分
      </View>
      {goods.map(({ name, count, points: each }) => (
        <PointsLine key={name} text={name} value={`${each} 分`} note={`${count} 件`} />
      ))}
      {maySettle && (
        <View className="buttons shelf-deeds">
          <Button onTap={() => settle.mutate({ outletId, month })} busy={settle.isPending}>
            核对过了，结清
          </Button>
        </View>
      )}
    </Card>
  );
}
