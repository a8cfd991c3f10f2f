import { Button } from '../components/button';
import { usePages } from '../hooks/use-pages';
import { TopicCard } from './topic-card';

/** The topics somebody put forward or supports, in 我的事; nothing while there are none. `state` keeps to those that go on, or to the ended. */
export function OwnTopics({ state }: { state: 'open' | 'done' }) {
  const { query, more, hasMore } = usePages('forum.mine', { state, limit: 20 });
  return (
    <>
      {(query.data ?? []).map((topic) => (
        <TopicCard key={topic.id} topic={topic} />
      ))}
      {hasMore && (
        <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
          看更多议题
        </Button>
      )}
    </>
  );
}
