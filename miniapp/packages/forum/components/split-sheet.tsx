import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import type { TopicDetail } from '../../../forum/types';
import { useCommand } from '../../../hooks/use-command';

interface Part {
  title: string;
  body: string;
}

const isWritten = ({ title, body }: Part) => title.trim().length >= 4 && body.trim().length >= 10;

/** Writes the two to four topics that one is parted into. */
export function SplitSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [parts, setParts] = useState<Part[]>([
    { title: '', body: topic.body },
    { title: '', body: '' },
  ]);
  const [reason, setReason] = useState('');
  const split = useCommand('forum.split', '已拆分，附议都跟过去了');
  const change = (at: number, part: Partial<Part>) =>
    setParts((before) => before.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const send = () =>
    split.mutate(
      {
        ...{ id: topic.id, version: topic.version, reason: reason.trim() },
        parts: parts.map(({ title, body }) => ({ title: title.trim(), body: body.trim() })),
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="拆成几个议题"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={split.isPending} disabled={!parts.every(isWritten) || reason.trim().length < 4}>
          拆分
        </Button>
      }
    >
      <View className="second">附议的人每个新议题都算一票，会收到通知，可以分别收回。</View>
      <Field
        label="为什么拆"
        value={reason}
        onChange={setReason}
        placeholder="比如：两件事分开说得清"
        max={500}
        problem={split.error?.message}
      />
      {parts.map((part, at) => (
        <Card key={`第 ${at + 1} 个`} title={`第 ${at + 1} 个`}>
          <Field label="题目" value={part.title} onChange={(title) => change(at, { title })} max={40} />
          <Field
            label="内容（至少 10 个字）"
            value={part.body}
            onChange={(body) => change(at, { body })}
            long
            max={2000}
          />
        </Card>
      ))}
      {parts.length < 4 && (
        <Button kind="plain" onTap={() => setParts((before) => [...before, { title: '', body: '' }])}>
          再加一个
        </Button>
      )}
    </Sheet>
  );
}
