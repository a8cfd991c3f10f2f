import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import './law.scss';

interface TopicLinesProps {
  topics: readonly { topicId: string; title: string }[];
  onTopic: (topicId: string) => void;
}

/** Everyday questions to tap, a line each. */
export function TopicLines({ topics, onTopic }: TopicLinesProps) {
  return (
    <View className="law-lines">
      {topics.map(({ topicId, title }) => (
        <Tap key={topicId} className="law-line" onTap={() => onTopic(topicId)}>
          <View className="law-line-words">{title}</View>
          <Icon name="next" tone="muted" size="s" />
        </Tap>
      ))}
    </View>
  );
}
