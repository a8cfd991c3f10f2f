import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { spokenCode } from '#shared/domain/points/pickup-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, type ChipTone } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { decorative } from '../../../../components/tap/access';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { goHousehold, goShop } from '../../../../points/go';
import './index.scss';

type Redemption = Output<'shop.redeem'>;

const tones: Readonly<Record<Redemption['state'], ChipTone>> = {
  RESERVED: 'amber',
  HANDED_OVER: 'jade',
  SETTLED: 'jade',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
};

/** What the family has taken points for: what waits with its code on top, what was picked up or came back below. */
export default function PickupsPage() {
  const { query, more, hasMore } = usePages('shop.redemptions', { limit: 20 });
  if (query.error?.code === 'points_no_household')
    return (
      <Page title="我换的东西">
        <Notice
          title="您还没有登记到哪一户"
          detail="积分是按户记的。入了家里的户，就能换。"
          next={{ label: '登记到一户', onTap: goHousehold }}
        />
      </Page>
    );
  return (
    <Page title="我换的东西">
      <Answer query={query}>
        {(items) => (
          <>
            {items.map((redemption) => (
              <PickupCard key={redemption.id} redemption={redemption} />
            ))}
            {items.length === 0 && (
              <Notice title="还没有换过东西" detail="看看积分能换些什么。" next={{ label: '去看看', onTap: goShop }} />
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更早的
              </Button>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function PickupCard({ redemption }: { redemption: Redemption }) {
  const { id, goodName, count, points, state, stateText, outlet, atText, untilText, pickup, mayCancel } = redemption;
  const cancel = useCommand('shop.cancel', '取消了，积分退回来了');
  const ask = async () => {
    const { confirm } = await Taro.showModal({
      title: '不要了吗',
      content: `取消以后，${points} 分退回您家。`,
      confirmText: '不要了',
      cancelText: '再想想',
    });
    if (confirm) cancel.mutate({ id });
  };
  return (
    <Card tight>
      <View className="pickup-head">
        <View className="strong">
          {goodName}
          {count > 1 ? ` ${count} 件` : ''}
        </View>
        <Chip tone={tones[state]}>{stateText}</Chip>
      </View>
      {pickup && (
        <View className="pickup-code">
          <Image className="pickup-qr" src={pickup.qr} mode="aspectFit" {...decorative} />
          <View className="pickup-signs">{spokenCode(pickup.code)}</View>
          <View className="second">给兑换点的人扫这个码，或者报上面的字。</View>
        </View>
      )}
      {pickup && (
        <View>
          {outlet.name}（{outlet.address}），{outlet.hours}
        </View>
      )}
      <View className="small">
        {[`用了 ${points} 分`, atText, untilText ? `${untilText}来领` : ''].filter(Boolean).join(' · ')}
      </View>
      {mayCancel && (
        <View className="buttons pickup-deed">
          <Button kind="quiet" onTap={() => void ask()} busy={cancel.isPending}>
            不要了，退积分
          </Button>
        </View>
      )}
    </Card>
  );
}
