import { Image, View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Tap } from '../../../../components/tap';
import { decorative } from '../../../../components/tap/access';
import { assetUrl } from '../../../../services/api';
import { viewPhotos } from '../../../../services/upload';

export type Good = Output<'shop.goods'>['goods'][number];

/** One good: picture, what it is, for how many points, how much is left, where. Why it cannot be had stands on the button's place. */
export function GoodCard({ good, balance, onWant }: { good: Good; balance: number | null; onWant: () => void }) {
  const { name, about, points, stock, yearLimit, outletName, photo } = good;
  const why = whyNot(good, balance);
  return (
    <Card tight>
      <View className="good">
        {photo && (
          <Tap className="good-photo" onTap={() => viewPhotos([photo], 0)} label={`${name}的照片，点开看大图`}>
            <Image className="good-image" src={assetUrl(photo.thumbUrl)} mode="aspectFill" {...decorative} />
          </Tap>
        )}
        <View className="good-words">
          <View className="good-head">
            <View className="strong">{name}</View>
            <View className="points-value">{points} 分</View>
          </View>
          <View className="second">{about}</View>
          <View className="small">
            {[
              stock > 0 ? `还有 ${stock} 件` : '换完了',
              yearLimit ? `一户一年最多 ${yearLimit} 件` : '',
              `在${outletName}领`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
      </View>
      {balance !== null && (
        <View className="buttons good-deed">
          <Button onTap={onWant} disabled={Boolean(why)} label={why ? `${name}：${why}` : `换这个：${name}`}>
            {why ?? '换这个'}
          </Button>
        </View>
      )}
    </Card>
  );
}

const whyNot = ({ stock, points }: Good, balance: number | null): string | undefined => {
  if (stock === 0) return '换完了';
  return balance !== null && balance < points ? `还差 ${points - balance} 分` : undefined;
};
