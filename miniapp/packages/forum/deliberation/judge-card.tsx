import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card, Row } from '../../../components/card';
import { Field } from '../../../components/field';
import { Segments } from '../../../components/segments';
import { Sheet } from '../../../components/sheet';
import { sentenceOf, useCommand } from '../../../hooks/use-command';
import type { Deliberation } from './types';

type Judging = NonNullable<Deliberation['judging']>;
const questions = [
  { key: 'informed', ask: '办的过程您知道吗', yes: '知道', no: '不知道' },
  { key: 'solved', ask: '事情解决了吗', yes: '解决了', no: '没解决' },
  { key: 'satisfied', ask: '您满意吗', yes: '满意', no: '不满意' },
] as const;
type Key = (typeof questions)[number]['key'];

/** 评: three questions to those who spoke for it, and what everybody said. */
export function JudgeCard({ topicId, judging, may }: { topicId: string; judging: Judging; may: boolean }) {
  const [open, setOpen] = useState(false);
  const { count, informed, solved, satisfied, untilText, mine, words } = judging;
  return (
    <Card title={judging.open ? '都办完了，请您评' : '大家评过了'}>
      {judging.open && (
        <View className="second">{`附议的人来评${untilText ? `，${untilText}` : ''}。多数人说没解决，就再办一次。`}</View>
      )}
      {count > 0 ? (
        <View className="judge-figures">
          <Figure value={solved} words="说解决了" />
          <Figure value={satisfied} words="满意" />
          <Figure value={informed} words="知道过程" />
        </View>
      ) : (
        <View className="second">{judging.open ? '还没有人评。' : '没有人评。'}</View>
      )}
      {count > 0 && <View className="small">{`${count} 人评过`}</View>}
      {mine && (
        <Row label="您评的">{[mine.solved ? '解决了' : '没解决', mine.satisfied ? '满意' : '不满意'].join('，')}</Row>
      )}
      {words.map((one) => (
        <View key={one} className="judge-words">
          {one}
        </View>
      ))}
      {may && (
        <View className="buttons meet-deeds">
          <Button onTap={() => setOpen(true)}>我来评</Button>
        </View>
      )}
      {open && <JudgeSheet topicId={topicId} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Figure({ value, words }: { value: number; words: string }) {
  return (
    <View className="judge-figure">
      <View className="progress-figure">{value}%</View>
      <View className="small">{words}</View>
    </View>
  );
}

function JudgeSheet({ topicId, onClose }: { topicId: string; onClose: () => void }) {
  const [answers, setAnswers] = useState<Partial<Record<Key, 'yes' | 'no'>>>({});
  const [note, setNote] = useState('');
  const judge = useCommand('forum.judge', '谢谢，记下了', true);
  const { informed, solved, satisfied } = answers;
  const send = () =>
    judge.mutate(
      {
        ...{ topicId, informed: informed === 'yes', solved: solved === 'yes', satisfied: satisfied === 'yes' },
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="办得怎么样"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={judge.isPending} disabled={!informed || !solved || !satisfied}>
          交上去
        </Button>
      }
    >
      {questions.map(({ key, ask, yes, no }) => (
        <View key={key}>
          <View className="field-label">{ask}</View>
          <Segments
            items={[
              { value: 'yes', label: yes },
              { value: 'no', label: no },
            ]}
            answers={ask}
            value={answers[key] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [key]: value })}
          />
        </View>
      ))}
      <Field
        label="想说的话（可不写，只有村里看得到）"
        value={note}
        onChange={setNote}
        long
        max={300}
        problem={judge.error ? `${sentenceOf(judge.error)}，您选的还在` : undefined}
      />
    </Sheet>
  );
}
