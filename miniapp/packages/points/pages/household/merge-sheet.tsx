import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Mine } from './own-moves';

/** The whole household goes into another one of the village. */
export function MergeSheet({
  household: { name, balance },
  onClose,
}: {
  household: NonNullable<Mine['household']>;
  onClose: () => void;
}) {
  const [householdCode, setCode] = useState('');
  const merge = useCommand('households.merge', '交上去了，等那边户主同意、网格员确认', true);
  return (
    <Sheet
      title="并到另一户"
      onClose={onClose}
      foot={
        <Button
          onTap={() => merge.mutate({ householdCode: householdCode.trim() }, { onSuccess: onClose })}
          busy={merge.isPending}
          disabled={householdCode.trim().length < 2}
        >
          申请并户
        </Button>
      }
    >
      <View className="fields">
        <View className="second">
          {name}全家和 {balance} 分一起过去，{name}就没有了。
        </View>
        <Field
          label="并到哪一户（户号）"
          value={householdCode}
          onChange={setCode}
          placeholder="比如 101208-002"
          max={20}
          {...(merge.error && { problem: sentenceOf(merge.error) })}
        />
        <View className="small">没领的东西、没办完的积分事项，先办完。</View>
      </View>
    </Sheet>
  );
}
