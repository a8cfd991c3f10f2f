import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

/** Somebody of the family has not agreed on the phone: how he or she was asked face to face is written down. */
export function AskedSheet({
  id,
  waitingFor,
  onClose,
}: {
  id: string;
  waitingFor: readonly string[];
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const decide = useCommand('households.decide', '办好了', true);
  return (
    <Sheet
      title="还有人没有在手机上同意"
      onClose={onClose}
      foot={
        <Button
          onTap={() => decide.mutate({ id, isGranted: true, reason: reason.trim() }, { onSuccess: onClose })}
          busy={decide.isPending}
          disabled={reason.trim().length < 2}
        >
          当面问过，确认
        </Button>
      }
    >
      <View className="second">
        {waitingFor.join('、')}还没有同意。没有手机的，请当面问，写下怎么问的；不然等他同意。
      </View>
      <Field
        label="怎么问的，全家看得到"
        value={reason}
        onChange={setReason}
        placeholder="比如：11 月 20 日上门问过，同意"
        long
        max={200}
        {...(decide.error && { problem: sentenceOf(decide.error) })}
      />
    </Sheet>
  );
}
