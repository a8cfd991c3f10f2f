import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import { Notice } from '../../../components/state';
import { TopicCard } from '../../../forum/topic-card';
import type { TopicDetail, TopicSummary } from '../../../forum/types';
import { useApi } from '../../../hooks/use-api';
import { useCommand } from '../../../hooks/use-command';

/** Chooses the topic this one goes into, among those of the same place that are still talked over. */
export function MergeSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [into, setInto] = useState<TopicSummary>();
  const [reason, setReason] = useState('');
  const merge = useCommand('forum.merge', '已合并，附议一起过去了');
  const others = useApi('forum.list', { placeCode: topic.villageCode ?? topic.townCode, limit: 50 });
  const fit = (others.data?.items ?? []).filter(({ id, status }) => id !== topic.id && status !== 'SENT_BACK');
  const send = () =>
    into &&
    merge.mutate(
      { id: topic.id, version: topic.version, intoId: into.id, reason: reason.trim() },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="并入另一个议题"
      onClose={onClose}
      foot={
        <Button onTap={() => void send()} busy={merge.isPending} disabled={!into || reason.trim().length < 4}>
          {into ? '合并' : '先选一个议题'}
        </Button>
      }
    >
      <View className="second">附议的人会一起过去，收到通知，也可以收回。</View>
      <Field
        label="为什么合并"
        value={reason}
        onChange={setReason}
        placeholder="比如：说的是同一块地"
        max={500}
        problem={merge.error?.message}
      />
      {into ? (
        <>
          <TopicCard topic={into} onTap={() => setInto(undefined)} />
          <View className="small">点一下换一个</View>
        </>
      ) : (
        fit.map((one) => <TopicCard key={one.id} topic={one} onTap={() => setInto(one)} />)
      )}
      {others.data && fit.length === 0 && <Notice title="同一个地方没有别的议题在商量" />}
    </Sheet>
  );
}
