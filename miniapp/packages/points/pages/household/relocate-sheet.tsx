import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { type FoundPlace, VillageSearch } from '../../../../places/village-search';
import type { Mine } from './own-moves';

/** The household moves to another village with its points; that village's staff take it in. */
export function RelocateSheet({
  household: { balance, placeLabel },
  onClose,
}: {
  household: NonNullable<Mine['household']>;
  onClose: () => void;
}) {
  const [village, setVillage] = useState<FoundPlace>();
  const relocate = useCommand('households.relocate', '交上去了，等那边的村（社区）确认', true);
  return (
    <Sheet
      title="搬到别的村（社区）"
      onClose={onClose}
      foot={
        village && (
          <Button
            onTap={() => relocate.mutate({ villageCode: village.code }, { onSuccess: onClose })}
            busy={relocate.isPending}
          >
            {`申请迁到${village.name}`}
          </Button>
        )
      }
    >
      <View className="fields">
        <View className="second">
          全家从{placeLabel}迁过去，{balance} 分一分不少地带过去，户号会换。
        </View>
        {village && <View className="strong">迁到 {village.label}</View>}
        <VillageSearch onChoose={setVillage} />
        {relocate.error && <View className="field-problem">{sentenceOf(relocate.error)}</View>}
        <View className="small">没领的东西、没办完的积分事项，先办完。</View>
      </View>
    </Sheet>
  );
}
