import { ScrollView, View } from '@tarojs/components';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { timeText } from '#shared/domain/text/dates';
import { Tap } from '../components/tap';
import { access } from '../components/tap/access';
import { partsOf } from './slot-parts';
import type { Slot, SlotDay } from './types';
import { dayNote } from './words';
import './slot-picker.scss';

export interface SlotPickerProps {
  days: readonly SlotDay[];
  /** The open day, YYYY-MM-DD. */
  day: string | undefined;
  onDay: (date: string) => void;
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
}

/** A strip of days and the times of the open one by part of the day. What is taken stays in sight, struck through. */
export function SlotPicker({ days, day, onDay, chosen, onChoose }: SlotPickerProps) {
  const open = days.find(({ date }) => date === day);
  return (
    <View className="slot-picker">
      <ScrollView scrollX className="days" enhanced showScrollbar={false}>
        <View className="days-row" {...access({ role: 'tablist', label: '选一天' })}>
          {days.map((one) => (
            <Day key={one.date} day={one} on={one.date === day} onTap={() => onDay(one.date)} />
          ))}
        </View>
      </ScrollView>
      {open &&
        partsOf(open.slots).map(({ title, slots, mixed }) => (
          <View key={title}>
            <View className="second slots-title">{title}</View>
            <View className="slots" {...access({ role: 'radiogroup', label: title })}>
              {slots.map((slot) => (
                <Time
                  key={slot.id}
                  slot={slot}
                  on={slot.id === chosen?.id}
                  mixed={mixed}
                  onTap={() => onChoose(slot)}
                />
              ))}
            </View>
          </View>
        ))}
    </View>
  );
}

function Day({ day, on, onTap }: { day: SlotDay; on: boolean; onTap: () => void }) {
  const { date, label, weekday, slots } = day;
  const near = label.includes('月') ? weekday : label;
  const isFree = slots.some(({ free }) => free);
  return (
    <Tap
      id={`day-${date}`}
      className={`day ${on ? 'day-on' : ''} ${isFree ? '' : 'day-full'}`}
      role="tab"
      selected={on}
      onTap={onTap}
      disabled={slots.length === 0}
    >
      <View className="day-name">{near}</View>
      <View className="day-number">{Number(date.slice(8))}</View>
      <View className="day-note">{dayNote(day)}</View>
    </Tap>
  );
}

function Time({ slot, on, mixed, onTap }: { slot: Slot; on: boolean; mixed: boolean; onTap: () => void }) {
  const time = timeText(new Date(slot.startsAt));
  const way = mannerLabel(slot.manner);
  return (
    <Tap
      className={`slot ${on ? 'slot-on' : ''} ${slot.free ? '' : 'slot-off'}`}
      role="radio"
      checked={on}
      onTap={onTap}
      disabled={!slot.free}
      label={`${time} ${way}${slot.free ? '' : '，已约满'}`}
    >
      <View className="slot-time">{time}</View>
      {mixed && <View className="slot-way">{way}</View>}
    </Tap>
  );
}
