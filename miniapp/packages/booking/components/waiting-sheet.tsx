import { View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, dayMs, hourMs, instantAt } from '#shared/domain/time/clock';
import { Pills } from '../../../booking/pills';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import { useCommand } from '../../../hooks/use-command';
import { type Matter, matterInput } from '../model/request';

const noon = 12 * hourMs;
const wishes = ['这两周都行', '这一天', '这一天上午', '这一天下午'] as const;
type Wish = (typeof wishes)[number];

/** The stretch of time a wish means, in Asia/Shanghai: `first` is the first day of the strip, `day` the open one. */
export function stretchOf(wish: Wish, first: string, day: string): { wishFrom: string; wishTo: string } {
  const stretches: Record<Wish, [Date, Date]> = {
    这两周都行: [instantAt(first, 0), instantAt(addDays(first, 14), 0)],
    这一天: [instantAt(day, 0), instantAt(day, dayMs)],
    这一天上午: [instantAt(day, 0), instantAt(day, noon)],
    这一天下午: [instantAt(day, noon), instantAt(day, dayMs)],
  };
  const [from, to] = stretches[wish];
  return { wishFrom: from.toISOString(), wishTo: to.toISOString() };
}

export interface WaitingSheetProps {
  first: string;
  day: string;
  dayLabel: string;
  villageCode: string | undefined;
  matter: Matter;
  onDone: (text: string) => void;
  onClose: () => void;
}

/** Waiting for a time somebody gives back (候补). */
export function WaitingSheet({ first, day, dayLabel, villageCode, matter, onDone, onClose }: WaitingSheetProps) {
  const [wish, setWish] = useState<Wish>('这两周都行');
  const join = useCommand('waiting.join', undefined, true);
  const { phone: _phone, otherParty: _otherParty, ...said } = matterInput(matter);
  const send = () =>
    join.mutate(
      { ...said, ...stretchOf(wish, first, day), ...(villageCode ? { villageCode } : {}) },
      { onSuccess: ({ text }) => onDone(text) },
    );
  return (
    <Sheet
      title="排队等空位"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={join.isPending}>
          有空位告诉我
        </Button>
      }
    >
      <View className="second">有人退了，先给您留 30 分钟；您不要，再给后面的人。</View>
      <Pills label={`想什么时候谈（这一天是${dayLabel}）`} items={wishes} value={wish} onChange={setWish} />
      <View className="small">事由：{said.matter}</View>
      {join.error && <View className="book-problem">{join.error.message}。您写的还在。</View>}
    </Sheet>
  );
}
