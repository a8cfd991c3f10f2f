import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { Toggle } from '../../../../components/toggle';
import { useCommand } from '../../../../hooks/use-command';
import type { Comment } from './comment-item';

/** Writes a comment, or an answer to one. What was written stays when sending fails. */
export function CommentSheet({
  topicId,
  answers,
  onClose,
}: {
  topicId: string;
  answers?: Comment;
  onClose: () => void;
}) {
  const [body, setBody] = useState('');
  const [hideName, setHideName] = useState(false);
  const post = useCommand('forum.comment', '已发出，核对后大家就能看到');
  const send = () =>
    post.mutate(
      { topicId, body: body.trim(), hideName, ...(answers && { answersId: answers.id }) },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title={answers ? `回复 ${answers.authorLabel}` : '我也说一句'}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={post.isPending} disabled={body.trim().length < 2}>
          发出去
        </Button>
      }
    >
      {answers && <View className="second">{answers.body}</View>}
      <Field
        label="想说的话"
        value={body}
        onChange={setBody}
        placeholder="就事论事，不写别人的电话、住址和身份证号"
        long
        max={500}
        problem={
          post.error ? (Object.values(post.error.fields ?? {})[0] ?? `${post.error.message}，您写的还在`) : undefined
        }
      />
      <View className="comment-hide">
        <View className="comment-hide-words">
          <View>不显示我的称呼</View>
          <View className="small">只写“一位居民”；工作人员能看到实名</View>
        </View>
        <Toggle on={hideName} label="不显示我的称呼" onChange={setHideName} />
      </View>
    </Sheet>
  );
}
