import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Icon } from '../../components/icon';
import { Answer, Page } from '../../components/page';
import { Segments } from '../../components/segments';
import { Notice } from '../../components/state';
import { Tap } from '../../components/tap';
import { goJoin, goPlace, goRaise } from '../../forum/go';
import { TopicCard } from '../../forum/topic-card';
import { usePages } from '../../hooks/use-pages';
import { useSession } from '../../hooks/use-session';
import './index.scss';

const phases = [
  { value: 'DECIDING', label: '正在商量' },
  { value: 'DOING', label: '正在办' },
  { value: 'ENDED', label: '有结果的' },
] as const;
type Phase = (typeof phases)[number]['value'];

const rings = { village: '我们村（社区）', town: '我们镇街', district: '全区其他地方' } as const;

/** 议事: what people talk over together, near me first; being done; done. */
export default function ForumPage() {
  const { me } = useSession();
  const [phase, setPhase] = useState<Phase>('DECIDING');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const { query, more, hasMore } = usePages('forum.list', { phase, ...(search && { search }), limit: 20 });
  const home = me?.homeVillage;

  return (
    <Page title="议事">
      <Segments items={phases} value={phase} onChange={setPhase} />
      <Field label="找一个议题" value={typed} onChange={setTyped} placeholder="比如 停车、路灯、晒坝" max={40} />
      {home && !search && (
        <Tap className="forum-home" onTap={() => goPlace(home.code)}>
          <View className="forum-home-words">{home.label}议事情况</View>
          <Icon name="next" tone="muted" size="s" />
        </Tap>
      )}
      <Answer query={query}>
        {(topics) => (
          <>
            {topics.map((topic, at) => (
              <View key={topic.id} className="forum-item">
                {home && topic.near !== topics[at - 1]?.near && <View className="forum-ring">{rings[topic.near]}</View>}
                <TopicCard topic={topic} />
              </View>
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {topics.length === 0 && <Nothing phase={phase} search={search} />}
          </>
        )}
      </Answer>
      <View className="buttons forum-raise">
        <Button kind="plain" onTap={goJoin}>
          我有联名码
        </Button>
        <Button icon="plus" onTap={() => goRaise()}>
          提一个议题
        </Button>
      </View>
    </Page>
  );
}

function Nothing({ phase, search }: { phase: Phase; search: string }) {
  if (search) return <Notice title={`没有找到「${search}」`} detail="换个说法试试，或者自己提一个。" />;
  if (phase === 'DECIDING')
    return <Notice title="现在没有正在商量的事" detail="停车、晒坝、公共空地这些大家的事，都可以提出来一起商量。" />;
  return <Notice title={phase === 'DOING' ? '现在没有正在办的' : '还没有有结果的'} />;
}
