import { View } from '@tarojs/components';
import { Icon } from '../components/icon';
import { Tap } from '../components/tap';
import { goArticle } from './go';
import type { Citation } from './types';
import './citation-list.scss';

interface CitationListProps {
  articles: readonly Citation[];
  question?: string;
  /** Two lines of each text at most. */
  brief?: boolean;
}

/** Articles an answer stands on; those whose text is there open it, the others are named. */
export function CitationList({ articles, question, brief }: CitationListProps) {
  return (
    <View className={`cite-list ${brief ? 'cite-brief' : ''}`}>
      {articles.map((article) => (
        <CitationLine key={`${article.short}.${article.no}.${article.sub}`} article={article} question={question} />
      ))}
    </View>
  );
}

function CitationLine({ article, question }: { article: Citation; question?: string }) {
  const { short, label, lawId, no, sub, snippet } = article;
  const name = `《${short}》${label}`;
  const words = (
    <View className="cite-words">
      <View className="cite-name">{name}</View>
      {snippet && <View className="cite-text">{snippet}</View>}
    </View>
  );
  if (!lawId) return <View className="cite cite-plain">{words}</View>;
  return (
    <Tap className="cite" onTap={() => goArticle({ id: lawId, no, sub, question })}>
      {words}
      <Icon name="next" tone="muted" size="s" />
    </Tap>
  );
}
