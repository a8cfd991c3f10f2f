import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { useCommand } from '../../../../hooks/use-command';

const questions = [
  { key: 'onTime', ask: '律师准时吗', yes: '准时', no: '没准时' },
  { key: 'helpful', ask: '对您有帮助吗', yes: '有帮助', no: '没帮上' },
  { key: 'satisfied', ask: '您满意吗', yes: '满意', no: '不满意' },
] as const;
type Key = (typeof questions)[number]['key'];

/** Three separate questions after a talk. */
export function RateSheet({ booking, onClose }: { booking: BookingDetail; onClose: () => void }) {
  const [answers, setAnswers] = useState<Partial<Record<Key, 'yes' | 'no'>>>({});
  const [note, setNote] = useState('');
  const rate = useCommand('bookings.rate', '谢谢，已记下');
  const { onTime, helpful, satisfied } = answers;
  const { id, version } = booking;
  const send = () =>
    rate.mutate(
      {
        ...{ id, version, onTime: onTime === 'yes', helpful: helpful === 'yes', satisfied: satisfied === 'yes' },
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="这次怎么样"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={rate.isPending} disabled={!onTime || !helpful || !satisfied}>
          交上去
        </Button>
      }
    >
      {questions.map(({ key, ask, yes, no }) => (
        <View key={key}>
          <View className="field-label">{ask}</View>
          <Segments
            items={[
              { value: 'yes', label: yes },
              { value: 'no', label: no },
            ]}
            answers={ask}
            value={answers[key] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [key]: value })}
          />
        </View>
      ))}
      <Field
        label="想说的话（可不写）"
        value={note}
        onChange={setNote}
        long
        max={300}
        problem={rate.error ? `${rate.error.message}，您选的还在` : undefined}
      />
    </Sheet>
  );
}
