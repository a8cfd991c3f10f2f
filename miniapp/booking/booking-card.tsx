import { View } from '@tarojs/components';
import { lawyer } from '#shared/domain/bookings/address';
import { Chip } from '../components/chip';
import { Tap } from '../components/tap';
import { goBooking } from './go';
import type { Booking } from './types';
import { When } from './when';
import { mannerText, toneOf } from './words';
import './booking-card.scss';

/** One booking in a list or in the talk: when, with whom, about what, how it stands. Tapping opens it. */
export function BookingCard({ booking, onTap }: { booking: Booking; onTap?: () => void }) {
  const { id, whenText, advisorName, matter, statusText } = booking;
  return (
    <Tap className="booking" onTap={onTap ?? (() => goBooking(id))}>
      <View className="booking-words">
        <View className="booking-when">
          <When>{whenText}</When>
        </View>
        <View className="booking-line">
          {lawyer(advisorName)} · {mannerText(booking)}
        </View>
        <View className="booking-line">{matter}</View>
      </View>
      <Chip tone={toneOf(booking)}>{statusText}</Chip>
    </Tap>
  );
}
