import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import type { TopicDetail } from '../../../../forum/types';
import { usePages } from '../../../../hooks/use-pages';
import { type Comment, CommentItem } from './comment-item';
import { CommentSheet } from './comment-sheet';

/** What people say under a topic, the newest first, and a place to say something. */
export function Comments({ topic }: { topic: TopicDetail }) {
  const { query, more, hasMore } = usePages('forum.comments', { topicId: topic.id, limit: 20 });
  const [answering, setAnswering] = useState<Comment | 'topic'>();
  const maySay = topic.abilities.includes('comment');
  return (
    <Card title={topic.commentCount > 0 ? `大家说（${topic.commentCount}）` : '大家说'}>
      {maySay && (
        <View className="comments-say">
          <Button kind="plain" onTap={() => setAnswering('topic')}>
            我也说一句
          </Button>
        </View>
      )}
      <Answer query={query}>
        {(comments) => (
          <>
            {comments.map((comment) => (
              <CommentItem
                key={comment.id}
                topicId={topic.id}
                comment={comment}
                {...(maySay && { onAnswer: setAnswering })}
              />
            ))}
            {comments.length === 0 && <View className="second">还没有人留言。</View>}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多留言
              </Button>
            )}
          </>
        )}
      </Answer>
      {answering && (
        <CommentSheet
          topicId={topic.id}
          {...(answering !== 'topic' && { answers: answering })}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </Card>
  );
}
