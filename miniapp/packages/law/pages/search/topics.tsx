import { useState } from 'react';
import { Pills } from '../../../../booking/pills';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { TopicLines } from '../../components/topic-lines';

/** What others ask, by kind of dispute. */
export function Topics({ onTopic }: { onTopic: (topicId: string) => void }) {
  const query = useApi('laws.topics', {});
  const [chosen, setChosen] = useState('婚姻家庭');
  return (
    <Answer query={query}>
      {({ groups }) => (
        <>
          <Pills label="大家常问的" items={groups.map(({ type }) => type)} value={chosen} onChange={setChosen} />
          <Card tight>
            <TopicLines topics={groups.find(({ type }) => type === chosen)?.topics ?? []} onTopic={onTopic} />
          </Card>
        </>
      )}
    </Answer>
  );
}
