import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { goBack } from '../../../../components/page/top-bar';
import { Notice } from '../../../../components/state';
import type { TopicDetail } from '../../../../forum/types';
import { useCommand } from '../../../../hooks/use-command';

/** A new version of a topic's words. Once others support it, why it changes is asked for. */
export function EditForm({ topic }: { topic: TopicDetail }) {
  const newest = topic.waiting ?? topic;
  const [title, setTitle] = useState(newest.title);
  const [body, setBody] = useState(newest.body);
  const [reason, setReason] = useState('');
  const edit = useCommand('forum.edit', '已交上去，核对后换成新的');
  if (!topic.abilities.includes('edit')) {
    return <Notice title="现在不能改了" detail="公告以后内容就定下来了，有补充可以留言。" />;
  }
  const send = () =>
    edit.mutate(
      {
        ...{ id: topic.id, version: topic.version, title: title.trim(), body: body.trim() },
        ...(reason.trim() && { reason: reason.trim() }),
      },
      { onSuccess: goBack },
    );
  const isShort = title.trim().length < 4 || body.trim().length < 10;
  return (
    <>
      {edit.error && <View className="raise-note">{edit.error.message}。您写的还在。</View>}
      <Card>
        <View className="raise-fields">
          <Field label="题目" value={title} onChange={setTitle} max={40} problem={edit.error?.fields?.title} />
          <Field label="内容" value={body} onChange={setBody} long max={2000} problem={edit.error?.fields?.body} />
          <Field
            label={topic.supportCount > 1 ? '为什么改（附议的人都看得到）' : '为什么改（可不写）'}
            value={reason}
            onChange={setReason}
            placeholder="比如：收费的事大家意见多，先不议"
            max={200}
          />
        </View>
      </Card>
      <View className="small">每一版都留着，大家能看到改了什么。附议过的人会收到通知。</View>
      <View className="buttons">
        <Button onTap={send} busy={edit.isPending} disabled={isShort}>
          交上去
        </Button>
      </View>
    </>
  );
}
