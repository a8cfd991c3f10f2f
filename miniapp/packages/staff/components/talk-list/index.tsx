import { Text, View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { Chip } from '../../../../components/chip';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { goRoom } from '../../model/go';
import './index.scss';

export type QueuedTalk = Output<'workbench.conversations'>['items'][number];

/** Who waits for a person, and whom I am talking with. */
export function TalkList({
  talks,
  selected,
  onOpen,
}: {
  talks: readonly QueuedTalk[];
  selected?: string;
  onOpen: (id: string) => void;
}) {
  if (talks.length === 0) {
    return <Notice title="现在没有人等人工" next={{ label: '看待办', onTap: () => goRoom('queue') }} />;
  }
  return (
    <View>
      {talks.map((talk) => (
        <Tap
          key={talk.id}
          className={`talk-row ${talk.id === selected ? 'talk-row-on' : ''}`}
          onTap={() => onOpen(talk.id)}
        >
          <View className="talk-row-head">
            <Text className="strong">{talk.personLabel}</Text>
            <Chip tone={talk.mode === 'QUEUED' ? 'amber' : talk.mine ? 'jade' : 'neutral'}>{stateOf(talk)}</Chip>
          </View>
          <View className="talk-row-last">“{talk.lastText}”</View>
          <View className="small">
            {talk.placeLabel} · {talk.waitingText}
          </View>
        </Tap>
      ))}
    </View>
  );
}

function stateOf({ mode, mine, agentName }: QueuedTalk): string {
  if (mode === 'QUEUED') return '等人工';
  return mine ? '您在接' : `${agentName ?? '别人'}在接`;
}
