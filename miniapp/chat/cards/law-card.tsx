import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { CitationList } from '../../law/citation-list';
import type { CardOf, Say } from '../types';
import { Options } from './options';

/** What an answer about the law stands on, that it is no more than a reference, and who can say more. */
export function LawCard({ card, say }: { card: CardOf<'law'>; say: Say }) {
  const { title, articles, note } = card.answer;
  return (
    <View className="choices">
      <Card title={title} tight>
        <CitationList articles={articles} question={title} />
        <View className="small">{note}</View>
      </Card>
      <Options options={card.options} say={say} />
    </View>
  );
}
