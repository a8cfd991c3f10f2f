import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { goPlace } from '../../../../forum/go';
import { TopicCard } from '../../../../forum/topic-card';
import { useApi } from '../../../../hooks/use-api';
import { usePages } from '../../../../hooks/use-pages';
import { useSession } from '../../../../hooks/use-session';
import './index.scss';

type Figures = Output<'forum.place'>;

const phases = [
  { value: 'DECIDING', label: '正在商量' },
  { value: 'DOING', label: '正在办' },
  { value: 'ENDED', label: '有结果的' },
] as const;

/** How a village or a town talks things over: how many were raised, decided, done, how long each step takes, and the topics themselves. */
export default function PlacePage() {
  const { params } = useRouter();
  const { me } = useSession();
  const code = params.code ?? me?.homeVillage?.code ?? '';
  const query = useApi('forum.place', { placeCode: code }, { enabled: code !== '' });
  if (code === '') {
    return (
      <Page title="议事情况">
        <Notice title="没有说是哪个村（社区）" />
      </Page>
    );
  }
  return (
    <Page title={query.data ? `${query.data.label}议事` : '议事情况'}>
      <Answer query={query}>{(figures) => <Numbers figures={figures} />}</Answer>
      <Topics placeCode={code} />
    </Page>
  );
}

function Numbers({ figures }: { figures: Figures }) {
  const { raised, deciding, decided, doing, done, voices, stages, villages, placeCode, kind } = figures;
  const told = stages.filter(({ days }) => days !== null);
  return (
    <>
      <Card title={figures.label}>
        <View className="place-figures">
          <Figure value={raised} label="提出" />
          <Figure value={deciding} label="在商量" />
          <Figure value={decided} label="定了" />
          <Figure value={doing} label="在办" />
          <Figure value={done} label="办成" />
          <Figure value={voices} label="人次附议" />
        </View>
      </Card>
      {told.length > 0 && (
        <Card title="每一步一般要多久">
          <View className="place-figures">
            {told.map(({ stage, days, of }) => (
              <View key={stage} className="place-figure">
                <View className="place-number">{`${days} 天`}</View>
                <View className="small">{`${stage} · ${of} 个`}</View>
              </View>
            ))}
          </View>
          <View className="small place-note">取走完这一步的议题的中间数</View>
        </Card>
      )}
      {villages.length > 0 && (
        <Card title="各村（社区）">
          {villages.slice(0, 20).map(({ code, name, raised: all, done: ready }) => (
            <View key={code} className="place-village">
              <View className="place-village-words">
                <View>{name}</View>
                <View className="small">{`提出 ${all} 个，办成 ${ready} 个`}</View>
              </View>
              <Button kind="quiet" onTap={() => goPlace(code)} label={`看看${name}`}>
                看看
              </Button>
            </View>
          ))}
        </Card>
      )}
      {kind === 'VILLAGE' && (
        <Button kind="quiet" onTap={() => goPlace(`${placeCode.slice(0, 9)}000`)}>
          看全镇街的情况
        </Button>
      )}
    </>
  );
}

const Figure = ({ value, label }: { value: number; label: string }) => (
  <View className="place-figure">
    <View className="place-number">{value}</View>
    <View className="small">{label}</View>
  </View>
);

function Topics({ placeCode }: { placeCode: string }) {
  const [phase, setPhase] = useState<(typeof phases)[number]['value']>('DECIDING');
  const { query, more, hasMore } = usePages('forum.list', { placeCode, phase, limit: 20 });
  return (
    <>
      <Segments items={phases} value={phase} onChange={setPhase} />
      <Answer query={query}>
        {(topics) => (
          <>
            {topics.map((topic) => (
              <TopicCard key={topic.id} topic={topic} />
            ))}
            {topics.length === 0 && <Notice title="这里现在没有" />}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
    </>
  );
}
