import { View } from '@tarojs/components';
import { goBook } from '../../../booking/go';
import { dial } from '../../../chat/choose';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { CitationList } from '../../../law/citation-list';
import type { LawAnswer } from '../../../law/types';
import { TopicLines } from './topic-lines';
import './law.scss';

/** An answer in plain words, what it stands on, that it is no more than a reference, and who can say more. */
export function AnswerCard({ answer, onTopic }: { answer: LawAnswer; onTopic: (topicId: string) => void }) {
  const { title, gist, articles, related, note } = answer;
  return (
    <>
      <Card title={title}>
        {gist && <View className="law-gist">{gist}</View>}
        <CitationList articles={articles} question={title} />
        <View className="small law-note">{note}</View>
      </Card>
      <View className="buttons">
        <Button kind="plain" onTap={() => dial('12348')}>
          打 12348
        </Button>
        <Button onTap={() => goBook({ matter: title })}>约律师</Button>
      </View>
      {related.length > 0 && (
        <Card title="别人也问" tight>
          <TopicLines topics={related} onTopic={onTopic} />
        </Card>
      )}
    </>
  );
}
