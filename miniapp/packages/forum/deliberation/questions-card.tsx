import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ClockChip } from '../../../components/clock-chip';
import { Field } from '../../../components/field';
import { Answer } from '../../../components/page';
import { Sheet } from '../../../components/sheet';
import { Tap } from '../../../components/tap';
import { useApi } from '../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../hooks/use-command';
import type { Question } from './types';

/** Questions to departments with their answers and clocks, and a place to ask. */
export function QuestionsCard({ topicId }: { topicId: string }) {
  const query = useApi('forum.questions', { topicId });
  const [asking, setAsking] = useState(false);
  return (
    <Answer query={query}>
      {({ items, mayAsk, departments }) =>
        items.length === 0 && !mayAsk ? null : (
          <Card title="问部门">
            {items.map((question) => (
              <QuestionLine key={question.id} question={question} />
            ))}
            {items.length === 0 && (
              <View className="second">有拿不准的政策、谁来管，可以问部门，五个工作日内答复。</View>
            )}
            {mayAsk && (
              <View className="buttons meet-deeds">
                <Button kind="plain" onTap={() => setAsking(true)}>
                  我来问
                </Button>
              </View>
            )}
            {asking && <AskSheet topicId={topicId} departments={departments} onClose={() => setAsking(false)} />}
          </Card>
        )
      }
    </Answer>
  );
}

function QuestionLine({ question }: { question: Question }) {
  const { body, departmentName, askerLabel, askedText, clock, answer, answeredText, checkState, answerState } =
    question;
  return (
    <View className="question">
      <View>{body}</View>
      <View className="small">
        {[`${askerLabel}问${departmentName}`, askedText, waits[checkState]].filter(Boolean).join(' · ')}
      </View>
      {clock && <ClockChip clock={clock} />}
      {answer && (
        <View className="question-answer">
          <View>{answer}</View>
          <View className="small">
            {[answeredText, answerState ? waits[answerState] : ''].filter(Boolean).join(' · ')}
          </View>
        </View>
      )}
    </View>
  );
}

const waits = { PENDING: '核对中', HELD: '等人工核对', REFUSED: '没有通过', PASSED: '' } as const;

function AskSheet({
  topicId,
  departments,
  onClose,
}: {
  topicId: string;
  departments: readonly { code: string; name: string }[];
  onClose: () => void;
}) {
  const [departmentCode, setDepartment] = useState('');
  const [body, setBody] = useState('');
  const ask = useCommand('forum.askQuestion', '交上去了，核对后转给部门', true);
  return (
    <Sheet
      title="问部门"
      onClose={onClose}
      foot={
        <Button
          onTap={() => ask.mutate({ topicId, departmentCode, body: body.trim() }, { onSuccess: onClose })}
          busy={ask.isPending}
          disabled={!departmentCode || body.trim().length < 6}
        >
          交上去
        </Button>
      }
    >
      <Field
        label="想问什么"
        value={body}
        onChange={setBody}
        placeholder="比如：村道边划车位要不要报批？"
        long
        max={300}
        problem={ask.error ? `${sentenceOf(ask.error)}，您写的还在` : undefined}
      />
      <View className="field-label">问哪个部门</View>
      <View className="pick-list">
        {departments.map(({ code, name }) => (
          <Tap
            key={code}
            role="radio"
            checked={code === departmentCode}
            className={`pick ${code === departmentCode ? 'pick-on' : ''}`}
            onTap={() => setDepartment(code)}
            label={name}
          >
            {name}
          </Tap>
        ))}
      </View>
    </Sheet>
  );
}
