import { View } from '@tarojs/components';
import { Answer } from '../../../components/page';
import type { TopicDetail } from '../../../forum/types';
import { useApi } from '../../../hooks/use-api';
import { JudgeCard } from './judge-card';
import { MeetingCard } from './meeting-card';
import { OpinionsCard } from './opinions-card';
import { OwnerCard } from './owner-card';
import { PaperCard } from './paper-card';
import { ProgressCard } from './progress-card';
import { QuestionsCard } from './questions-card';
import './index.scss';

const beforeTalks = ['RAISED', 'SENT_BACK', 'REVIEW', 'RULED_OUT', 'MERGED', 'SPLIT', 'WITHDRAWN', 'LAPSED'];

/** From the talks to the judging of one topic, the part that is in hand first. Nothing before a topic has got so far. */
export function DeliberationSections({ topic }: { topic: TopicDetail }) {
  const talks = !beforeTalks.includes(topic.status) && topic.checkState === 'PASSED';
  const query = useApi('forum.deliberation', { topicId: topic.id }, { enabled: talks, every: 30_000 });
  if (!talks) return topic.status === 'REVIEW' ? <QuestionsCard topicId={topic.id} /> : null;
  const discussed = topic.status === 'NOTICE' || topic.status === 'DISCUSS';
  return (
    <Answer query={query}>
      {(answer) => {
        const { judging, progress, paper, meetings, abilities } = answer;
        return (
          <View className="sections">
            {judging && <JudgeCard topicId={topic.id} judging={judging} may={abilities.includes('judge')} />}
            <OwnerCard deliberation={answer} />
            {(progress.tasks.length > 0 || topic.phase === 'DOING') && <ProgressCard progress={progress} />}
            {paper && <PaperCard paper={paper} />}
            {discussed && <OpinionsCard topicId={topic.id} />}
            {meetings.map((meeting, place) => (
              <MeetingCard key={meeting.id} meeting={meeting} latest={place === 0} />
            ))}
            {!discussed && <OpinionsCard topicId={topic.id} />}
            <QuestionsCard topicId={topic.id} />
          </View>
        );
      }}
    </Answer>
  );
}
