import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Chip } from '../../../../components/chip';
import { Skeleton } from '../../../../components/state';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { ReportSheet } from '../../../../moderation/report-sheet';

export type Comment = Output<'forum.comments'>['items'][number];

const states = { PENDING: '核对中，别人还看不到', HELD: '等人工核对', REFUSED: '没有通过', PASSED: '' } as const;

export interface CommentItemProps {
  topicId: string;
  comment: Comment;
  /** Absent where nothing more can be said. */
  onAnswer?: (comment: Comment) => void;
}

/** One comment with its answers, which are opened on asking. */
export function CommentItem({ topicId, comment, onAnswer }: CommentItemProps) {
  const [opened, setOpened] = useState(false);
  const [reporting, setReporting] = useState(false);
  const remove = useCommand('forum.removeComment', '已删除');
  const { id, authorLabel, placeLabel, byAuthor, body, checkState, replyCount, atText, mayRemove, answersLabel, mine } =
    comment;
  return (
    <View className="comment">
      <View className="comment-who">
        {[authorLabel, byAuthor ? '提议人' : '', placeLabel, atText].filter(Boolean).join(' · ')}
      </View>
      <View className="comment-body">{answersLabel ? `回复 ${answersLabel}：${body}` : body}</View>
      {checkState !== 'PASSED' && <Chip tone="amber">{states[checkState]}</Chip>}
      <View className="comment-deeds">
        {onAnswer && authorLabel !== '' && checkState === 'PASSED' && (
          <Button kind="quiet" onTap={() => onAnswer(comment)} label={`回复${authorLabel}`}>
            回复
          </Button>
        )}
        {replyCount > 0 && (
          <Button kind="quiet" onTap={() => setOpened((before) => !before)}>
            {opened ? '收起回复' : `${replyCount} 条回复`}
          </Button>
        )}
        {!mine && authorLabel !== '' && checkState === 'PASSED' && (
          <Button kind="quiet" onTap={() => setReporting(true)} label={`举报${authorLabel}的留言`}>
            举报
          </Button>
        )}
        {mayRemove && (
          <Button kind="quiet" onTap={() => remove.mutate({ id })} busy={remove.isPending} label="删除这条留言">
            删除
          </Button>
        )}
      </View>
      {reporting && <ReportSheet kind="COMMENT" id={id} onClose={() => setReporting(false)} />}
      {opened && <Replies topicId={topicId} rootId={id} {...(onAnswer && { onAnswer })} />}
    </View>
  );
}

function Replies({
  topicId,
  rootId,
  onAnswer,
}: {
  topicId: string;
  rootId: string;
  onAnswer?: (comment: Comment) => void;
}) {
  const { query, more, hasMore } = usePages('forum.comments', { topicId, rootId, limit: 20 });
  if (!query.data) return <Skeleton rows={1} />;
  return (
    <View className="comment-replies">
      {query.data.map((reply) => (
        <CommentItem key={reply.id} topicId={topicId} comment={reply} {...(onAnswer && { onAnswer })} />
      ))}
      {hasMore && (
        <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
          看更多回复
        </Button>
      )}
    </View>
  );
}
