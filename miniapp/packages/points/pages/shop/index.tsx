import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { goPickups } from '../../../../points/go';
import { type Good, GoodCard } from './good-card';
import { RedeemSheet } from './redeem-sheet';
import '../../../../points/points.scss';
import './index.scss';

/** What the family's points are good for in its village: what there is, for how many points, and where it is picked up. */
export default function ShopPage() {
  const query = useApi('shop.goods', {});
  const [wanted, setWanted] = useState<Good>();
  if (query.error?.code === 'place_unknown')
    return (
      <Page title="积分换东西">
        <Notice title="先登记您住在哪个村（社区）" detail="登记好了，这里就是您村里能换的东西。" />
      </Page>
    );
  return (
    <Page title="积分换东西" query={query}>
      {({ placeLabel, balance, goods }) => (
        <>
          <Card>
            <View className="points-sum">
              <View>
                <View className="strong">{placeLabel}</View>
                <View className="small">{balance === null ? '看看能换些什么' : '我家能用的积分'}</View>
              </View>
              {balance !== null && <View className="points-figure">{balance} 分</View>}
            </View>
            <View className="buttons shop-mine">
              <Button kind="plain" onTap={goPickups}>
                我换的东西、取货码
              </Button>
            </View>
          </Card>
          {goods.map((good) => (
            <GoodCard key={good.id} good={good} balance={balance} onWant={() => setWanted(good)} />
          ))}
          {goods.length === 0 && <Notice title="村里还没有摆东西出来" detail="积分给您留着，有了就能换。" />}
          <View className="small">积分只能换东西，不能换钱，也不能转让。</View>
          {wanted && balance !== null && (
            <RedeemSheet good={wanted} balance={balance} onClose={() => setWanted(undefined)} />
          )}
        </>
      )}
    </Page>
  );
}
