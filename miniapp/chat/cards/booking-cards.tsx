import { View } from '@tarojs/components';
import { lawyer } from '#shared/domain/bookings/address';
import { BookingCard } from '../../booking/booking-card';
import { When } from '../../booking/when';
import { Tap } from '../../components/tap';
import { choose } from '../choose';
import type { CardOf, Say } from '../types';
import { Options } from './options';
import './cards.scss';

/** The nearest free times with whom and where; tapping one is choosing it. */
export function SlotsCard({ card, say, active }: { card: CardOf<'slots'>; say: Say; active: boolean }) {
  return (
    <View className="choices">
      {card.times.map(({ slotId, text, advisorName, place, option }) => (
        <Tap key={slotId} className="choice" onTap={() => choose(option, say)} disabled={!active}>
          <View className="choice-label">
            <When>{text}</When>
          </View>
          <View className="small">{[lawyer(advisorName), place].filter(Boolean).join(' · ')}</View>
        </Tap>
      ))}
      <Options options={card.options} say={say} active={active} />
    </View>
  );
}

/** A booking that stands, and what one may say about it. */
export function TalkBookingCard({ card, say }: { card: CardOf<'booking'>; say: Say }) {
  return (
    <View className="choices">
      <BookingCard booking={card.booking} />
      <Options options={card.options} say={say} />
    </View>
  );
}
