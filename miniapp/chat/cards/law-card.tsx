import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { CitationList } from '../../law/citation-list';
import { goLawSearch } from '../../law/go';
import type { CardOf, Say } from '../types';
import { Options } from './options';

/** Articles that stand in the talk itself; the others are one tap away. */
const shownInTalk = 3;

/** What an answer about the law stands on, that it is no more than a reference, and who can say more. */
export function LawCard({ card, say }: { card: CardOf<'law'>; say: Say }) {
  const { title, articles, note, topicId } = card.answer;
  return (
    <View className="choices">
      <Card title={title} tight>
        <CitationList articles={articles.slice(0, shownInTalk)} question={title} brief />
        {articles.length > shownInTalk && (
          <Button kind="quiet" onTap={() => goLawSearch(topicId ? { topic: topicId } : { text: title })}>
            {`看全部 ${articles.length} 条`}
          </Button>
        )}
        <View className="small">{note}</View>
      </Card>
      <Options options={card.options} say={say} />
    </View>
  );
}
