import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { timeText } from '#shared/domain/text/dates';
import type { AppError } from '#shared/errors';
import { OtherTimes } from '../../../booking/other-times';
import type { BookingDetail, Slot } from '../../../booking/types';
import { mannerText } from '../../../booking/words';
import { Button } from '../../../components/button';
import { Row } from '../../../components/card';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';
import { useCommand } from '../../../hooks/use-command';
import { useSession } from '../../../hooks/use-session';
import { type Matter, matterInput, matterProblems } from '../model/request';

export interface ConfirmSheetProps {
  slot: Slot;
  villageCode: string | undefined;
  matter: Matter;
  onChange: (part: Partial<Matter>) => void;
  onOther: (slot: Slot) => void;
  onBooked: (booking: BookingDetail) => void;
  onClose: () => void;
}

/** Everything that will be booked, once more, while the time is kept for five minutes. */
export function ConfirmSheet({ slot, villageCode, matter, onChange, onOther, onBooked, onClose }: ConfirmSheetProps) {
  const { me } = useSession();
  const hold = useCommand('bookings.hold', undefined, true);
  const book = useCommand('bookings.book', '约好了', true);
  const { mutate } = hold;
  useEffect(() => {
    mutate({ slotId: slot.id, ...(villageCode ? { villageCode } : {}) });
  }, [mutate, slot.id, villageCode]);

  const needsPhone = slot.manner === 'PHONE' && !me?.phoneMasked;
  const problems = matterProblems(matter, needsPhone);
  const isLost = (error: AppError | null) => error?.next !== undefined;
  const lost = isLost(book.error) ? book.error : isLost(hold.error) ? hold.error : null;
  const send = () =>
    book.mutate(
      { slotId: slot.id, ...matterInput(matter), ...(villageCode ? { villageCode } : {}) },
      { onSuccess: onBooked },
    );
  const other = (next: Slot) => {
    book.reset();
    hold.reset();
    onOther(next);
  };

  return (
    <Sheet
      title={lost ? '换个时间' : '这样约可以吗'}
      onClose={onClose}
      foot={
        <View className="buttons">
          <Button kind="plain" onTap={onClose}>
            再看看
          </Button>
          <Button
            onTap={send}
            busy={book.isPending}
            disabled={Boolean(lost) || hold.isPending || Object.keys(problems).length > 0}
          >
            约好
          </Button>
        </View>
      }
    >
      {lost && <OtherTimes error={lost} onChoose={other} />}
      {!lost && (book.error ?? hold.error) && (
        <View className="book-problem">{(book.error ?? hold.error)?.message}。您写的还在。</View>
      )}
      {!lost && (
        <>
          <View>
            <Row label="时间">
              {slot.text}
              {hold.data && !lost && (
                <View className="small">给您留到 {timeText(new Date(hold.data.heldUntil))}，请在这之前约好</View>
              )}
            </Row>
            <Row label="律师">{lawyer(slot.advisorName)}</Row>
            <Row label="怎么谈">{mannerText(slot)}</Row>
            <Row label="事由">
              {matter.matter.trim()}
              <View className="small">{matter.disputeType}</View>
            </Row>
            <Row label="费用">不收费</Row>
          </View>
          <Field
            label={needsPhone ? '律师打哪个电话找您' : '联系电话（可不写）'}
            value={matter.phone}
            onChange={(phone) => onChange({ phone })}
            placeholder={me?.phoneMasked ?? '11 位手机号'}
            type="number"
            max={11}
            problem={matter.phone ? problems.phone : undefined}
          />
          <View className="small">谈话内容只有您和律师能看到。约好后律师会确认，有变动会告诉您。</View>
        </>
      )}
    </Sheet>
  );
}
