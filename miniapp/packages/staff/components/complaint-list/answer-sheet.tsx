import { View } from '@tarojs/components';
import { useState } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import '../action-sheet/index.scss';
import type { Complaint } from '../../supervision/score';

/** The bureau's answer to one complaint: whether it is so, and what was done. */
export function AnswerSheet({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const { id, advisorName, text } = complaint;
  const [verdict, setVerdict] = useState<'yes' | 'no' | ''>('');
  const [words, setWords] = useState('');
  const answer = useCommand('supervision.answerComplaint', '已答复', true);
  const ready = verdict !== '' && words.trim().length >= 2;
  const send = () => answer.mutate({ id, upheld: verdict === 'yes', answer: words.trim() }, { onSuccess: onClose });
  return (
    <Sheet
      title={`答复对${lawyer(advisorName)}的反映`}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={answer.isPending} disabled={!ready}>
          答复居民
        </Button>
      }
    >
      <View className="sheet-means">“{text}”</View>
      {answer.error && <View className="sheet-trouble">没有答复成：{sentenceOf(answer.error)}。您写的还在。</View>}
      <Segments
        items={[
          { value: 'yes', label: '属实' },
          { value: 'no', label: '没查到' },
        ]}
        answers="核实的结果"
        value={verdict}
        onChange={setVerdict}
      />
      <Field
        label="怎么处理的"
        value={words}
        onChange={setWords}
        placeholder="比如：已约谈，这次改由周律师接待您"
        max={500}
        long
      />
      <View className="small">只有反映的人能看到，律师看不到。</View>
    </Sheet>
  );
}
