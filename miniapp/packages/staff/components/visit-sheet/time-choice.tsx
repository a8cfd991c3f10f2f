import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayToOpen } from '../../../../booking/slot-parts';
import { SlotPicker } from '../../../../booking/slot-picker';
import type { BookingDetail, Slot } from '../../../../booking/types';
import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';

export interface TimeChoiceProps {
  booking: Pick<BookingDetail, 'advisorId' | 'villageCode'>;
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
  problem?: string;
}

/** One of the advisor's free times of the next two weeks. */
export function TimeChoice({ booking: { advisorId, villageCode }, chosen, onChoose, problem }: TimeChoiceProps) {
  const [day, setDay] = useState<string>();
  const query = useApi('bookings.slots', { advisorId, villageCode, days: 14 });
  return (
    <View>
      <Answer query={query}>
        {({ days }) => (
          <SlotPicker days={days} day={dayToOpen(days, day)?.date} onDay={setDay} chosen={chosen} onChoose={onChoose} />
        )}
      </Answer>
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
