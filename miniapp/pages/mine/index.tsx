import Taro from '@tarojs/taro';
import { useState } from 'react';
import { OwnBookings } from '../../booking/own-bookings';
import { Button } from '../../components/button';
import { Answer, Page } from '../../components/page';
import { Segments } from '../../components/segments';
import { Notice } from '../../components/state';
import { TicketCard } from '../../components/ticket-card';
import { OwnTopics } from '../../forum/own-topics';
import { usePages } from '../../hooks/use-pages';

const views = [
  { value: 'open', label: '没办完的' },
  { value: 'done', label: '办完的' },
] as const;
type View = (typeof views)[number]['value'];

/** 我的事: what this person booked, put forward or supports, reported or follows. */
export default function MinePage() {
  const [view, setView] = useState<View>('open');
  const { query, more, hasMore } = usePages('tickets.list', { state: view, limit: 20 });
  const goToDesk = () => void Taro.switchTab({ url: '/pages/chat/index' });
  return (
    <Page title="我的事">
      <Segments items={views} value={view} onChange={setView} />
      <OwnBookings state={view === 'open' ? 'active' : 'past'} />
      <OwnTopics state={view} />
      <Answer query={query}>
        {(tickets) => (
          <>
            {tickets.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} />
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {tickets.length === 0 && view === 'open' && (
              <Notice title="现在没有报的事在办" next={{ label: '去服务台说一件', onTap: goToDesk }} />
            )}
            {tickets.length === 0 && view === 'done' && (
              <Notice title="还没有办完的事" next={{ label: '看没办完的', onTap: () => setView('open') }} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
