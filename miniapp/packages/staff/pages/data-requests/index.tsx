import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { usePages } from '../../../../hooks/use-pages';
import { AnswerSheet, type DataRequest } from './answer-sheet';
import { RetentionList } from './retention-list';
import './index.scss';

const states = [
  { value: 'open', label: '等答复' },
  { value: 'answered', label: '答复过的' },
] as const;
const views = [...states, { value: 'retention', label: '保存期限' }] as const;
type State = (typeof states)[number]['value'];
type Choice = (typeof views)[number]['value'];

/** 个人信息请求: what residents ask about their own data, those due first in front, and how long what is kept. */
export default function DataRequestsPage() {
  const [view, setView] = useState<Choice>('open');
  return (
    <Page title="个人信息请求">
      <Segments items={views} value={view} onChange={setView} />
      {view === 'retention' ? <RetentionList /> : <Requests key={view} state={view} />}
    </Page>
  );
}

/** Each is answered once. */
function Requests({ state }: { state: State }) {
  const [answering, setAnswering] = useState<DataRequest>();
  const { query, more, hasMore } = usePages('privacy.queue', { state, limit: 20 });
  return (
    <>
      <Answer query={query}>
        {(requests) => (
          <>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} onAnswer={() => setAnswering(request)} />
            ))}
            {requests.length === 0 && <Notice title={state === 'open' ? '没有等答复的请求' : '还没有答复过请求'} />}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
      {answering && <AnswerSheet request={answering} onClose={() => setAnswering(undefined)} />}
    </>
  );
}

function RequestCard({ request, onAnswer }: { request: DataRequest; onAnswer: () => void }) {
  const { kindLabel, aboutLabel, text, wanted, state, late, dueText, answer, answeredText, mayAnswer } = request;
  const { personName, phoneMasked, homeLabel, atText } = request;
  return (
    <Card>
      <View className="data-request-head">
        <Chip tone="neutral">{kindLabel}</Chip>
        {state === 'OPEN' ? (
          <Chip tone={late ? 'red' : 'amber'}>{late ? '超过时限' : dueText}</Chip>
        ) : (
          <Chip tone={state === 'GRANTED' ? 'jade' : 'red'}>{state === 'GRANTED' ? '办到了' : '没有办'}</Chip>
        )}
        <View className="strong">{aboutLabel}</View>
      </View>
      <View className="data-request-words">{text}</View>
      {wanted && <View>要改成：{wanted}</View>}
      <View className="small">{[personName, phoneMasked, homeLabel, atText].filter(Boolean).join(' · ')}</View>
      {answer && (
        <View className="data-request-answer">
          {answer}
          <View className="small">{answeredText}答复</View>
        </View>
      )}
      {state === 'OPEN' && (
        <View className="buttons data-request-deeds">
          {mayAnswer ? (
            <Button onTap={onAnswer}>答复</Button>
          ) : (
            <View className="second">这是您自己提的，要由另一个人答复。</View>
          )}
        </View>
      )}
    </Card>
  );
}
