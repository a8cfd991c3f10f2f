import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { GoodSheet } from './good-sheet';
import type { Good } from './shelf';
import { StockSheet } from './stock-sheet';

type Open = { kind: 'new' } | { kind: 'edit'; good: Good } | { kind: 'stock'; good: Good };

/** What is on the shelf, and what is not any more. */
export function GoodsView({ villageCode }: { villageCode: string }) {
  const query = useApi('shop.desk', { villageCode });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Answer query={query}>
      {({ goods, outlets }) => {
        const shops = outlets.filter(({ isOpen }) => isOpen);
        if (shops.length === 0)
          return <Notice title="先登记一个兑换点" detail="在“兑换点”里写明在哪里领、几点开门，再来摆东西。" />;
        return (
          <>
            <View className="buttons">
              <Button onTap={() => setOpen({ kind: 'new' })}>摆一样新的</Button>
            </View>
            {goods.map((good) => (
              <Card key={good.id} tight>
                <View className="shelf-head">
                  <View className="strong">{good.name}</View>
                  {good.isOffered ? <Chip>{`${good.points} 分`}</Chip> : <Chip tone="neutral">没有摆出来</Chip>}
                </View>
                <View className="second">{good.about}</View>
                <View className="small">
                  库存 {good.stock} 件 · {good.yearLimit ? `一户一年最多 ${good.yearLimit} 件` : '不限件数'} ·{' '}
                  {good.outletName}
                </View>
                {good.photo && <PhotoGrid photos={[good.photo]} />}
                <View className="buttons shelf-deeds">
                  <Button kind="plain" onTap={() => setOpen({ kind: 'stock', good })} label={`${good.name}进货盘点`}>
                    进货、盘点
                  </Button>
                  <Button kind="plain" onTap={() => setOpen({ kind: 'edit', good })} label={`修改${good.name}`}>
                    修改
                  </Button>
                </View>
              </Card>
            ))}
            {open?.kind === 'stock' && <StockSheet good={open.good} onClose={close} />}
            {open && open.kind !== 'stock' && (
              <GoodSheet outlets={shops} {...(open.kind === 'edit' && { good: open.good })} onClose={close} />
            )}
          </>
        );
      }}
    </Answer>
  );
}
