import { View } from '@tarojs/components';
import { Chip, type ChipTone } from '../components/chip';
import { Tap } from '../components/tap';
import { goTopic } from './go';
import type { TopicSummary } from './types';
import './topic-card.scss';

/** The colour that goes with where a topic stands; the word always goes with it. */
export function topicTone({ status, checkState }: Pick<TopicSummary, 'status' | 'checkState'>): ChipTone {
  if (checkState === 'REFUSED' || status === 'SENT_BACK') return 'amber';
  if (status === 'DONE') return 'jade';
  return ['UNAGREED', 'RULED_OUT', 'MERGED', 'SPLIT', 'WITHDRAWN', 'LAPSED'].includes(status) ? 'neutral' : 'jade';
}

/** One topic in a list or in the talk: what, where it stands, who speaks for it. Tapping opens it. */
export function TopicCard({ topic, onTap }: { topic: TopicSummary; onTap?: () => void }) {
  const { id, title, headline, placeLabel, supportCount, commentCount, activeText, mine, statusText } = topic;
  const own = mine === 'author' ? '我提的' : mine === 'supporter' ? '我附议了' : '';
  return (
    <Tap className="topic" onTap={onTap ?? (() => goTopic(id))}>
      <View className="topic-head">
        <View className="topic-title">{title}</View>
        <Chip tone={topicTone(topic)}>{statusText}</Chip>
      </View>
      <View className="topic-headline">{headline}</View>
      <View className="topic-line">
        {[placeLabel, `${supportCount} 人附议`, commentCount > 0 ? `${commentCount} 条留言` : '', own, activeText]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </Tap>
  );
}
