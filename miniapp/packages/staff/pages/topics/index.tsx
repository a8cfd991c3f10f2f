import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { ClockChip } from '../../../../components/clock-chip';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { goPlace, goRaise } from '../../../../forum/go';
import { TopicCard } from '../../../../forum/topic-card';
import { usePages } from '../../../../hooks/use-pages';
import { useSession } from '../../../../hooks/use-session';
import { Desk } from '../../components/desk';
import { ViewTabs } from '../../components/view-tabs';
import './index.scss';

const views = [
  { key: 'review', label: '等审核' },
  { key: 'gathering', label: '征集附议' },
  { key: 'running', label: '商议和办理' },
] as const;
type View_ = (typeof views)[number]['key'];

type Item = Output<'forum.queue'>['items'][number];

const nothing: Record<View_, string> = {
  review: '没有等审核的议题',
  gathering: '没有正在征集附议的议题',
  running: '没有正在商议或办理的议题',
};

/** 议题审核: what the village, the town or the centre answers for, those whose limit comes first in front. Opening one leads to its page with the deeds. */
export default function TopicsPage() {
  const [view, setView] = useState<View_>('review');
  const { me } = useSession();
  const { query, more, hasMore } = usePages('forum.queue', { view, limit: 30 });
  const place = me?.posts.find(({ kind }) => kind === 'GRID_LEAD' || kind === 'TOWN_CLERK');
  return (
    <Page title="议题审核" wide>
      <Desk
        room="topics"
        list={
          <>
            <ViewTabs tabs={views} active={view} onChange={setView} />
            <View className="topics-list">
              <Answer query={query}>
                {(topics) => (
                  <>
                    {topics.map((topic) => (
                      <QueuedTopic key={topic.id} topic={topic} />
                    ))}
                    {topics.length === 0 && <Notice title={nothing[view]} />}
                    {hasMore && (
                      <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                        看更多
                      </Button>
                    )}
                  </>
                )}
              </Answer>
              {place && (
                <View className="buttons buttons-wrap">
                  <Button kind="plain" onTap={() => goRaise()}>
                    替村（社区）提一个
                  </Button>
                  <Button kind="plain" onTap={() => goPlace(place.placeCode)}>
                    看议事情况
                  </Button>
                </View>
              )}
            </View>
          </>
        }
      />
    </Page>
  );
}

function QueuedTopic({ topic }: { topic: Item }) {
  return (
    <View>
      <TopicCard topic={topic} />
      <View className="topics-extra">
        {topic.clock && <ClockChip clock={topic.clock} />}
        <View className="small">
          {[`提议人 ${topic.authorLabel}`, waits[topic.checkState]].filter(Boolean).join(' · ')}
        </View>
      </View>
    </View>
  );
}

const waits = { PENDING: '内容核对中', HELD: '内容等人工核对', REFUSED: '内容没有通过', PASSED: '' } as const;
