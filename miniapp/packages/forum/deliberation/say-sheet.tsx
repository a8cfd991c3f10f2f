import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import { sentenceOf, useCommand } from '../../../hooks/use-command';

/** A word to the meeting from somebody who could not come. */
export function SaySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [body, setBody] = useState('');
  const say = useCommand('forum.sayOnline', '发给会场了', true);
  return (
    <Sheet
      title="线上说一句"
      onClose={onClose}
      foot={
        <Button
          onTap={() => say.mutate({ id, body: body.trim() }, { onSuccess: onClose })}
          busy={say.isPending}
          disabled={body.trim().length < 2}
        >
          发出去
        </Button>
      }
    >
      <View className="second">核对后会场里看得到，会记进会议记录。</View>
      <Field
        label="想说的话"
        value={body}
        onChange={setBody}
        long
        max={300}
        problem={say.error ? `${sentenceOf(say.error)}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
