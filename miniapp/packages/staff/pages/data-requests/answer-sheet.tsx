import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

export type DataRequest = Output<'privacy.queue'>['items'][number];

/** The answer to one request: done, or not with the reason. */
export function AnswerSheet({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const [verdict, setVerdict] = useState<'yes' | 'no' | ''>('');
  const [words, setWords] = useState('');
  const answer = useCommand('privacy.answer', '已答复', true);
  const send = () =>
    answer.mutate({ id: request.id, granted: verdict === 'yes', answer: words.trim() }, { onSuccess: onClose });
  return (
    <Sheet
      title={`答复${request.personName}`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={answer.isPending} disabled={verdict === '' || words.trim().length < 4}>
          答复居民
        </Button>
      }
    >
      <View className="data-request-words">“{request.text}”</View>
      {request.wanted && (
        <View className="second">选“办到了”，姓名马上改成“{request.wanted}”。请先核对身份证件，不要留复印件。</View>
      )}
      <Segments
        items={[
          { value: 'yes', label: '办到了' },
          { value: 'no', label: '不能办' },
        ]}
        answers="结果"
        value={verdict}
        onChange={setVerdict}
      />
      <Field
        label={verdict === 'no' ? '为什么不能办' : '怎么办的'}
        value={words}
        onChange={setWords}
        placeholder={verdict === 'no' ? '比如：法律要求留存三年，到期会自动删除' : '比如：已经删掉那张照片'}
        long
        max={500}
        problem={answer.error ? `${sentenceOf(answer.error)}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
