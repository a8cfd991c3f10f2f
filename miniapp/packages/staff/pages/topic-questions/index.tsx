import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ClockChip } from '../../../../components/clock-chip';
import { Field } from '../../../../components/field';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { goTopic } from '../../../../forum/go';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';

type Question = Output<'forum.questionsToAnswer'>['items'][number];

/** What residents ask this department about topics, those that wait longest first. */
export default function TopicQuestionsPage() {
  const [state, setState] = useState<'open' | 'answered'>('open');
  const { query, more, hasMore } = usePages('forum.questionsToAnswer', { state, limit: 20 });
  return (
    <Page title="居民问部门">
      <Segments
        items={[
          { value: 'open', label: '等答复' },
          { value: 'answered', label: '答复过' },
        ]}
        value={state}
        onChange={setState}
      />
      <Answer query={query}>
        {(questions) => (
          <>
            {questions.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
            {questions.length === 0 && (
              <Notice
                title={state === 'open' ? '没有等答复的问题' : '还没有答复过'}
                detail="居民在议题下提的问题会出现在这里。"
              />
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function QuestionCard({ question }: { question: Question }) {
  const { id, topicId, topicTitle, body, askerLabel, askedText, clock, answer, answeredText, mayAnswer } = question;
  const [words, setWords] = useState('');
  const send = useCommand('forum.answerQuestion', '交上去了，核对后大家看得到', true);
  return (
    <Card title={body}>
      <View className="fields">
        <View className="small">{`${askerLabel}，${askedText}，议题「${topicTitle}」`}</View>
        {clock && <ClockChip clock={clock} />}
        {answer && <View>{answer}</View>}
        {answeredText && <View className="small">{answeredText}</View>}
        {mayAnswer && (
          <Field
            label="答复"
            value={words}
            onChange={setWords}
            placeholder="归不归我们管，怎么办，什么时候办，写明白"
            long
            max={1000}
            problem={send.error ? `${sentenceOf(send.error)}，您写的还在` : undefined}
          />
        )}
        <View className="buttons">
          <Button kind="plain" onTap={() => goTopic(topicId)}>
            看议题
          </Button>
          {mayAnswer && (
            <Button
              onTap={() => send.mutate({ id, answer: words.trim() })}
              busy={send.isPending}
              disabled={words.trim().length < 6}
            >
              答复
            </Button>
          )}
        </View>
      </View>
    </Card>
  );
}
