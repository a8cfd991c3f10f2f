import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import type { TopicDetail } from '../../../../forum/types';
import { useCommand } from '../../../../hooks/use-command';
import { VillageSheet } from '../../../../pages/me/village-sheet';

/** Whether there is anything to do or to say about this person's voice. Staff of the place are left alone with it. */
export const concernsVoice = ({ abilities, phase, mine, countsText }: TopicDetail): boolean =>
  abilities.includes('support') ||
  abilities.includes('unsupport') ||
  (phase !== 'ENDED' && mine !== 'author' && countsText !== null && !abilities.includes('supportFor'));

/** The one button most people come for: to support, or to take the voice back; and why not, for whom it does not count. */
export function SupportButtons({ topic }: { topic: TopicDetail }) {
  const { id, abilities, counts, countsText } = topic;
  const [asking, setAsking] = useState(false);
  const support = useCommand('forum.support', '附议了，每一步都会告诉您');
  const unsupport = useCommand('forum.unsupport', '已收回');
  if (abilities.includes('support')) {
    return (
      <View className="buttons">
        <Button onTap={() => support.mutate({ id })} busy={support.isPending}>
          附议
        </Button>
      </View>
    );
  }
  if (abilities.includes('unsupport')) {
    return (
      <View className="topic-foot">
        <View className="topic-foot-words">您附议了，有进展会告诉您</View>
        <Button kind="quiet" onTap={() => unsupport.mutate({ id })} busy={unsupport.isPending}>
          收回
        </Button>
      </View>
    );
  }
  return (
    <View className="topic-foot">
      <View className="topic-foot-words">{countsText}</View>
      {counts === 'unknown' && (
        <Button kind="quiet" onTap={() => setAsking(true)}>
          选村（社区）
        </Button>
      )}
      {asking && <VillageSheet onClose={() => setAsking(false)} />}
    </View>
  );
}
