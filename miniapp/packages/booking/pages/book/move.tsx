import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { OtherTimes } from '../../../../booking/other-times';
import { SlotPicker } from '../../../../booking/slot-picker';
import type { BookingDetail } from '../../../../booking/types';
import { mannerText, shortTime } from '../../../../booking/words';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Answer } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { Notice } from '../../../../components/state';
import { useCommand } from '../../../../hooks/use-command';
import { useDays } from '../../model/use-days';

/** Another time for a booking, with the same advisor. */
export function MoveForm({ booking }: { booking: BookingDetail }) {
  const { id, version, advisorId, villageCode } = booking;
  const { query, open: day, setDay, slot, setSlot, onward, back } = useDays({ advisorId, villageCode });
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const move = useCommand('bookings.reschedule', '改好了', true);
  const days = query.data?.days ?? [];

  if (!booking.abilities.includes('reschedule')) {
    return <Notice title={`这次预约${booking.statusText}，不能改期`} detail="要再谈，可以重新约一次。" />;
  }
  const send = () =>
    slot &&
    move.mutate(
      { id, version, slotId: slot.id, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      { onSuccess: (moved) => void Taro.redirectTo({ url: `/packages/booking/pages/detail/index?id=${moved.id}` }) },
    );
  return (
    <>
      <Card tight>
        <Row label="原来">
          {booking.whenText}
          <View className="small">
            {lawyer(booking.advisorName)} · {booking.matter}
          </View>
        </Row>
      </Card>
      <Answer query={query}>
        {() => (
          <>
            <SlotPicker
              days={days}
              day={day}
              onDay={(date) => {
                setDay(date);
                setSlot(undefined);
              }}
              chosen={slot}
              onChoose={setSlot}
            />
            <View className="buttons">
              <Button kind="plain" onTap={back ?? onward ?? (() => undefined)} disabled={!back && !onward}>
                {back ? '看前两周' : '看后两周'}
              </Button>
              <Button onTap={() => setAsking(true)} disabled={!slot}>
                {slot ? `改到${shortTime(slot.startsAt, new Date())}` : '先选一个时间'}
              </Button>
            </View>
          </>
        )}
      </Answer>
      {asking && slot && (
        <Sheet
          title="改成这个时间"
          onClose={() => setAsking(false)}
          foot={
            <Button onTap={send} busy={move.isPending} disabled={move.error?.next !== undefined}>
              改期
            </Button>
          }
        >
          {move.error?.next ? (
            <OtherTimes
              error={move.error}
              onChoose={(next) => {
                move.reset();
                setSlot(next);
              }}
            />
          ) : (
            move.error && <View className="book-problem">{move.error.message}。原来的时间还在。</View>
          )}
          <View>
            <Row label="原来">{booking.whenText}</Row>
            <Row label="改到">
              {slot.text}
              <View className="small">{mannerText(slot)}</View>
            </Row>
          </View>
          <Field
            label="为什么改（可不写）"
            value={reason}
            onChange={setReason}
            placeholder="比如：那天要赶场"
            max={300}
          />
        </Sheet>
      )}
    </>
  );
}
