import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { AnswerCard } from '../../components/answer-card';

/** The answer to a topic that was chosen. */
export function TopicAnswer({ topicId, onTopic }: { topicId: string; onTopic: (topicId: string) => void }) {
  const query = useApi('laws.topic', { topicId });
  return <Answer query={query}>{(answer) => <AnswerCard answer={answer} onTopic={onTopic} />}</Answer>;
}
