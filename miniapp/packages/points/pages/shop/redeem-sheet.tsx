import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { shopBounds } from '#shared/domain/points/shop';
import { Button } from '../../../../components/button';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Good } from './good-card';

/** How many, what it costs and what is left; then the goods are kept and the points are gone. */
export function RedeemSheet({ good, balance, onClose }: { good: Good; balance: number; onClose: () => void }) {
  const [count, setCount] = useState('1');
  const redeem = useCommand('shop.redeem', undefined, true);
  const { id, name, points, stock, yearLimit, outletName } = good;
  const most = Math.min(shopBounds.countTo, stock, yearLimit ?? stock, Math.floor(balance / points));
  const cost = points * Number(count);
  const send = () =>
    redeem.mutate(
      { goodId: id, count: Number(count) },
      { onSuccess: () => void Taro.redirectTo({ url: '/packages/points/pages/pickups/index' }) },
    );
  return (
    <Sheet
      title={`换${name}`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={redeem.isPending}>
          {`用 ${cost} 分换`}
        </Button>
      }
    >
      {most > 1 && (
        <Segments
          items={Array.from({ length: most }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1} 件` }))}
          answers="换几件"
          value={count}
          onChange={setCount}
        />
      )}
      <View className="redeem-words">
        换了以后还剩 {balance - cost} 分。东西在{outletName}给您留 {shopBounds.holdDays}{' '}
        天，凭取货码去领；过期没领，积分退回来。
      </View>
      {redeem.error && <View className="field-problem">{sentenceOf(redeem.error)}</View>}
    </Sheet>
  );
}
