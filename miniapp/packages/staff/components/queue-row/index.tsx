import { Text, View } from '@tarojs/components';
import { ClockChip } from '../../../../components/clock-chip';
import { Tap } from '../../../../components/tap';
import type { QueueItem } from '../../hooks/use-queue';
import './index.scss';

const roleWords: Record<QueueItem['role'], string> = {
  mine: '',
  unit: '本单位',
  assist: '您协办',
  check: '等您核查',
  decide: '等您裁决',
  scope: '辖区内',
};

/** The second line of a row: where, whose, how far, and who else has it. */
export function secondLine({
  address,
  reporterLabel,
  statusText,
  role,
  followerCount,
  assigneeName,
}: QueueItem): string {
  return [
    address,
    reporterLabel,
    role === 'mine' || role === 'unit' ? statusText : roleWords[role],
    role !== 'mine' && assigneeName ? `${assigneeName}在办` : '',
    followerCount > 0 ? `另 ${followerCount} 户也遇到` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One ticket in the queue: what, how long is left, and the line that tells it from its neighbours. */
export function QueueRow({ item, on, onTap }: { item: QueueItem; on: boolean; onTap: () => void }) {
  const line = secondLine(item);
  return (
    <Tap
      id={`row-${item.id}`}
      className={`queue-row ${on ? 'queue-row-on' : ''}`}
      onTap={onTap}
      label={`${on ? '正在看，' : ''}${item.title}，${item.clock.text}，${line}`}
    >
      <View className="queue-row-head">
        <Text className="queue-row-title">{item.title}</Text>
        <ClockChip clock={item.clock} />
      </View>
      <View className="queue-row-line">{line}</View>
    </Tap>
  );
}
