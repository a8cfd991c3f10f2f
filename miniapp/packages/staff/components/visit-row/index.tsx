import { Text, View } from '@tarojs/components';
import { timeText } from '#shared/domain/text/dates';
import type { Booking } from '../../../../booking/types';
import { mannerText, toneOf } from '../../../../booking/words';
import { Chip } from '../../../../components/chip';
import { Tap } from '../../../../components/tap';
import '../queue-row/index.scss';

export interface VisitRowProps {
  booking: Booking;
  on: boolean;
  onTap: () => void;
  /** Says the day too, where the row does not stand under it. */
  dated?: boolean;
}

/** One booking in the advisor's list: when and who, how it stands, about what. */
export function VisitRow({ booking, on, onTap, dated = false }: VisitRowProps) {
  const { startsAt, whenText, residentLabel, matter, statusText } = booking;
  return (
    <Tap className={`queue-row ${on ? 'queue-row-on' : ''}`} onTap={onTap}>
      <View className="queue-row-head">
        <Text className="queue-row-title">
          {dated ? residentLabel : `${timeText(new Date(startsAt))} ${residentLabel}`}
        </Text>
        <Chip tone={toneOf(booking)}>{statusText}</Chip>
      </View>
      <View className="queue-row-line">
        {[dated && whenText, matter, mannerText(booking)].filter(Boolean).join(' · ')}
      </View>
    </Tap>
  );
}
