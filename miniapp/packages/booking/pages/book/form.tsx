import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { goAdvisors, goBookings } from '../../../../booking/go';
import { SlotPicker } from '../../../../booking/slot-picker';
import type { BookingDetail } from '../../../../booking/types';
import { shortTime } from '../../../../booking/words';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Icon } from '../../../../components/icon';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { AdvisorHead } from '../../components/advisor-card';
import { ConfirmSheet } from '../../components/confirm-sheet';
import { MatterSheet } from '../../components/matter-sheet';
import { WaitingSheet } from '../../components/waiting-sheet';
import { useDays } from '../../model/use-days';
import { useMatter } from '../../model/use-matter';

type Open = 'matter' | 'confirm' | 'waiting';

export interface BookFormProps {
  villageCode: string | undefined;
  advisorId: string | undefined;
  /** The matter, when it was said in the talk already. */
  said: string | undefined;
}

/** Choosing a time with the village's advisor. What was written stays until it is booked. */
export function BookForm({ villageCode, advisorId, said }: BookFormProps) {
  const {
    query,
    open: day,
    setDay,
    slot,
    setSlot,
    onward,
    back,
  } = useDays({
    ...(villageCode ? { villageCode } : {}),
    ...(advisorId ? { advisorId } : {}),
  });
  const { matter, change, clear } = useMatter(said);
  const [open, setOpen] = useState<Open>();
  const [after, setAfter] = useState<'confirm' | 'waiting'>();
  const written = matter.matter.trim().length >= 2;
  const close = () => setOpen(undefined);
  const go = (next: 'confirm' | 'waiting') => {
    setAfter(written ? undefined : next);
    setOpen(written ? next : 'matter');
  };
  const matterDone = () => {
    setOpen(written ? after : undefined);
    setAfter(undefined);
  };
  const booked = ({ id }: BookingDetail) => {
    clear();
    void Taro.redirectTo({ url: `/packages/booking/pages/detail/index?id=${id}` });
  };
  const waiting = (text: string) => {
    clear();
    close();
    void Taro.showToast({ title: text, icon: 'none', duration: 3000 });
    goBookings();
  };
  const days = query.data?.days ?? [];
  const shown = days.find(({ date }) => date === day);

  return (
    <Page
      title="约律师"
      foot={
        query.data && (
          <Button onTap={() => slot && go('confirm')} disabled={!slot}>
            {slot ? `约${shortTime(slot.startsAt, new Date())}` : '先选一个时间'}
          </Button>
        )
      }
    >
      <Answer query={query}>
        {({ advisor, because }) => (
          <>
            <Card>
              <AdvisorHead advisor={advisor} />
              {advisor.rank !== 'PRIMARY' && <View className="small book-because">{because}</View>}
              <Tap className="book-more" onTap={() => goAdvisors(villageCode)}>
                <View className="book-more-words">能帮什么、不能帮什么</View>
                <Icon name="next" tone="muted" size="s" />
              </Tap>
            </Card>
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
            {days.every(({ slots }) => slots.length === 0) && (
              <Notice title="这两周没有排坐班" detail="可以看后面的日子，或者排队等空位。" />
            )}
            <Card tight>
              <Row
                label="事由"
                action={
                  <Button
                    kind="quiet"
                    className="book-edit"
                    onTap={() => setOpen('matter')}
                    label={written ? '改事由' : '写事由'}
                  >
                    {written ? '改' : '写'}
                  </Button>
                }
              >
                {written ? matter.matter.trim() : <View className="second">用一句话说说什么事</View>}
                {written && <View className="small">{matter.disputeType}</View>}
              </Row>
            </Card>
            <View className="small">谈话内容只有您和律师能看到。都约满了也可以排队，有人退就通知您。</View>
            <View className="buttons buttons-wrap">
              {back && (
                <Button kind="plain" onTap={back}>
                  看前两周
                </Button>
              )}
              {!back && onward && (
                <Button kind="plain" onTap={onward}>
                  看后两周
                </Button>
              )}
              <Button kind="plain" onTap={() => go('waiting')}>
                排队等空位
              </Button>
            </View>
          </>
        )}
      </Answer>
      {open === 'matter' && <MatterSheet matter={matter} onChange={change} onClose={matterDone} />}
      {open === 'confirm' && slot && (
        <ConfirmSheet
          slot={slot}
          villageCode={villageCode}
          matter={matter}
          onChange={change}
          onOther={setSlot}
          onBooked={booked}
          onClose={close}
        />
      )}
      {open === 'waiting' && shown && (
        <WaitingSheet
          first={days[0]?.date ?? shown.date}
          day={shown.date}
          dayLabel={shown.label}
          villageCode={villageCode}
          matter={matter}
          onDone={waiting}
          onClose={close}
        />
      )}
    </Page>
  );
}
