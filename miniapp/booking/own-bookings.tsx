import { Button } from '../components/button';
import { useApi } from '../hooks/use-api';
import { BookingCard } from './booking-card';
import { goBookings } from './go';

const few = 3;

/** The next bookings, or the last ones, among other matters; the page of bookings has the rest. Nothing when there are none. */
export function OwnBookings({ state }: { state: 'active' | 'past' }) {
  const { data } = useApi('bookings.list', { state, limit: few });
  return (
    <>
      {data?.items.map((booking) => (
        <BookingCard key={booking.id} booking={booking} />
      ))}
      {data?.nextCursor && (
        <Button kind="quiet" onTap={goBookings}>
          看全部预约
        </Button>
      )}
    </>
  );
}
