import { Image, View } from '@tarojs/components';
import { useEffect } from 'react';
import { spokenCode } from '#shared/domain/points/pickup-code';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { Notice, Skeleton } from '../../../../components/state';
import { decorative } from '../../../../components/tap/access';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

/** A one-time code for one person of the family; a fresh one each time the sheet is opened. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const { mutate, data, error, isPending } = useCommand('households.invite', undefined, true);
  useEffect(() => mutate({}), [mutate]);
  return (
    <Sheet
      title="请家里人加入"
      onClose={onClose}
      foot={
        <Button kind="plain" onTap={() => mutate({})} busy={isPending}>
          再请一位，换一个码
        </Button>
      }
    >
      {data && (
        <View className="invite-code">
          <Image className="invite-qr" src={data.qr} mode="aspectFit" {...decorative} />
          <View className="invite-signs">{spokenCode(data.code)}</View>
          <View className="second">让他打开“我的 → 家庭”，扫这个码，或者填上面的字。</View>
          <View className="small">一个码只能用一次，{data.untilText}有效</View>
        </View>
      )}
      {error && <Notice title={sentenceOf(error)} />}
      {!data && !error && <Skeleton rows={1} />}
    </Sheet>
  );
}
