import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

/** Asks for a second look by somebody else, once. */
export function AppealSheet({
  piece,
  onClose,
}: {
  piece: Output<'moderation.mine'>['items'][number];
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const appeal = useCommand('moderation.appeal', '交给另一个人看了', true);
  return (
    <Sheet
      title="申请换人复核"
      onClose={onClose}
      foot={
        <Button
          onTap={() => appeal.mutate({ id: piece.id, text: text.trim() }, { onSuccess: onClose })}
          busy={appeal.isPending}
          disabled={text.trim().length < 4}
        >
          申请复核
        </Button>
      }
    >
      <View className="second">由没有看过的另一个人来看，三个工作日内答复。一条内容只能申请一次。</View>
      <Field
        label="您怎么看"
        value={text}
        onChange={setText}
        placeholder="为什么觉得可以公开"
        long
        max={500}
        problem={appeal.error ? `${sentenceOf(appeal.error)}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
