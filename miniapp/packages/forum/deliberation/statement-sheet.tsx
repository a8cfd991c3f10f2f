import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import { sentenceOf, useCommand } from '../../../hooks/use-command';

/** Adds one sentence. It must be one that can be agreed to or not. */
export function StatementSheet({ topicId, onClose }: { topicId: string; onClose: () => void }) {
  const [body, setBody] = useState('');
  const add = useCommand('forum.addStatement', '交上去了，核对后大家就能表态', true);
  return (
    <Sheet
      title="加一句观点"
      onClose={onClose}
      foot={
        <Button
          onTap={() => add.mutate({ topicId, body: body.trim() }, { onSuccess: onClose })}
          busy={add.isPending}
          disabled={body.trim().length < 4}
        >
          交上去
        </Button>
      }
    >
      <View className="second">一句话只说一件事，让人能回答同意或不同意。不要写人名和电话。</View>
      <Field
        label="您的观点"
        value={body}
        onChange={setBody}
        placeholder="比如：车位先到先停，不分楼栋"
        long
        max={60}
        problem={add.error ? `${sentenceOf(add.error)}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
