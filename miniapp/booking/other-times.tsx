import { View } from '@tarojs/components';
import { lawyer } from '#shared/domain/bookings/address';
import type { AppError } from '#shared/errors';
import { Tap } from '../components/tap';
import type { Slot } from './types';
import './other-times.scss';

/** What to take instead when a time has just gone: the nearest free ones the desk named. Nothing when it named none. */
export function OtherTimes({ error, onChoose }: { error: AppError | null; onChoose: (slot: Slot) => void }) {
  const next = error?.next ?? [];
  if (!error) return null;
  return (
    <View className="other-times">
      <View className="other-times-why">{error.message}。您写的都还在。</View>
      {next.map((slot) => (
        <Tap key={slot.id} className="other-time" onTap={() => onChoose(slot)}>
          <View className="strong">{slot.text}</View>
          <View className="small">
            {lawyer(slot.advisorName)}
            {slot.manner === 'ONSITE' ? ` · ${slot.place}` : ''}
          </View>
        </Tap>
      ))}
    </View>
  );
}
