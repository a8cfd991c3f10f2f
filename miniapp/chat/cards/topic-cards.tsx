import { View } from '@tarojs/components';
import { TopicCard } from '../../forum/topic-card';
import type { CardOf, Say } from '../types';
import { Options } from './options';
import './cards.scss';

/** A topic that was put forward or supported, and where to read it. */
export function TalkTopicCard({ card, say }: { card: CardOf<'topic'>; say: Say }) {
  return (
    <View className="choices">
      <TopicCard topic={card.topic} />
      <Options options={card.options} say={say} />
    </View>
  );
}

/** Topics that may be the same matter, to read or to support. */
export function TopicsCard({ card, say, active }: { card: CardOf<'topics'>; say: Say; active: boolean }) {
  return (
    <View className="choices">
      {card.items.map((topic) => (
        <TopicCard key={topic.id} topic={topic} />
      ))}
      <Options options={card.options} say={say} active={active} />
    </View>
  );
}
