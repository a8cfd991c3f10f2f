import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { type Example, JudgeSheet } from './judge-sheet';
import './index.scss';

const states = [
  { value: 'OPEN', label: '等人看' },
  { value: 'ACCEPTED', label: '采用的' },
  { value: 'REJECTED', label: '没用的' },
] as const;
type State = (typeof states)[number]['value'];

/** 小翠学说话: sentences of tickets that went to another unit, without what names a person; people decide what is learnt, and as what. */
export default function ExamplesPage() {
  const [state, setState] = useState<State>('OPEN');
  const [judging, setJudging] = useState<Example>();
  const { query, more, hasMore } = usePages('learning.queue', { state, limit: 20 });
  return (
    <Page title="小翠学说话">
      <Segments items={states} value={state} onChange={setState} />
      <Answer query={query}>
        {(examples) => (
          <>
            {examples.map((example) => (
              <ExampleCard key={example.id} example={example} onJudge={() => setJudging(example)} />
            ))}
            {examples.length === 0 && (
              <Notice title={state === 'OPEN' ? '没有等着看的句子' : '这里还没有句子'}>
                居民同意以后，改派过的事会留下一句去掉个人信息的话。
              </Notice>
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
      {judging && <JudgeSheet example={judging} onClose={() => setJudging(undefined)} />}
    </Page>
  );
}

function ExampleCard({ example, onJudge }: { example: Example; onJudge: () => void }) {
  const { id, text, intent, intentLabel, categoryCode, categoryLabel, unitLabel, state, atText } = example;
  const judge = useCommand('learning.judge', '不用这句', true);
  return (
    <Card>
      <View className="example-text">“{text}”</View>
      <View className="example-head">
        <Chip tone="neutral">{intentLabel}</Chip>
        {categoryLabel && <Chip tone="jade">{categoryLabel}</Chip>}
      </View>
      <View className="small">
        改派到{unitLabel} · {atText}
      </View>
      {state === 'OPEN' && (
        <View className="buttons example-deeds">
          <Button onTap={onJudge}>看一看再采用</Button>
          <Button
            kind="plain"
            onTap={() => judge.mutate({ id, accepted: false, text, intent, categoryCode })}
            busy={judge.isPending}
          >
            不用
          </Button>
        </View>
      )}
    </Card>
  );
}
