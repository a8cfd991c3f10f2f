import { useState } from 'react';
import { BookingCard } from '../../../../booking/booking-card';
import { goBook } from '../../../../booking/go';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { usePages } from '../../../../hooks/use-pages';
import { WaitingLines } from './waiting';

const views = [
  { value: 'active', label: '约好的' },
  { value: 'past', label: '谈过的' },
] as const;
type View = (typeof views)[number]['value'];

/** Own bookings, and the times one waits for. */
export default function BookingsPage() {
  const [view, setView] = useState<View>('active');
  const { query, more, hasMore } = usePages('bookings.list', { state: view, limit: 20 });
  return (
    <Page title="我的预约" foot={<Button onTap={() => goBook()}>约律师</Button>}>
      <Segments items={views} value={view} onChange={setView} />
      {view === 'active' && <WaitingLines />}
      <Answer query={query}>
        {(bookings) => (
          <>
            {bookings.map((booking) => (
              <BookingCard key={booking.id} booking={booking} />
            ))}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
            {bookings.length === 0 && view === 'active' && (
              <Notice title="还没有约律师" detail="本村法律顾问不收费，电话、到村都可以谈。" />
            )}
            {bookings.length === 0 && view === 'past' && (
              <Notice title="还没有谈过的" next={{ label: '看约好的', onTap: () => setView('active') }} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
