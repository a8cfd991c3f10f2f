import { View } from '@tarojs/components';
import { useState } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { OtherTimes } from '../../../../booking/other-times';
import { Pills } from '../../../../booking/pills';
import { dayToOpen } from '../../../../booking/slot-parts';
import { SlotPicker } from '../../../../booking/slot-picker';
import type { BookingDetail, Slot } from '../../../../booking/types';
import { disputeTypes, mannerText, shortTime } from '../../../../booking/words';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Toggle } from '../../../../components/toggle';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { useSession } from '../../../../hooks/use-session';
import { PlaceChoice } from '../../components/place-choice';
import { bookForInput, bookForProblems, useBookFor, villagesOf } from './form';
import './index.scss';

/** 代约: grid staff book for somebody without a phone, or for somebody who has come in. */
export default function BookForPage() {
  const { me } = useSession();
  const { form, change, clear } = useBookFor(villagesOf(me?.posts ?? [])[0]);
  const [day, setDay] = useState<string>();
  const [slot, setSlot] = useState<Slot>();
  const [tried, setTried] = useState(false);
  const [booked, setBooked] = useState<BookingDetail>();
  const book = useCommand('bookings.bookFor', '约好了', true);
  const query = useApi(
    'bookings.slots',
    { villageCode: form.village?.code ?? '', days: 14, walkIn: form.walkIn },
    { enabled: form.village !== undefined },
  );
  const gaps = bookForProblems(form, slot);
  const problems = tried ? gaps : {};
  const send = () => {
    setTried(true);
    if (!slot || !form.village || Object.keys(gaps).length > 0) return;
    book.mutate(bookForInput(form, form.village.code, slot.id), {
      onSuccess: (done) => {
        clear();
        setBooked(done);
      },
    });
  };

  if (booked) {
    return (
      <Page title="代约法律顾问">
        <Notice
          title={`${booked.residentLabel}约好了`}
          detail={`${booked.whenText}，${lawyer(booked.advisorName)}，${mannerText(booked)}。编号 ${booked.no}，请告诉本人。`}
          next={{
            label: '再约一个',
            onTap: () => {
              setBooked(undefined);
              setSlot(undefined);
              setTried(false);
            },
          }}
        />
      </Page>
    );
  }
  return (
    <Page
      title="代约法律顾问"
      foot={
        <Button onTap={send} busy={book.isPending}>
          {slot ? `约${shortTime(slot.startsAt, new Date())}` : '约好'}
        </Button>
      }
    >
      {book.error?.next ? (
        <OtherTimes error={book.error} onChoose={setSlot} />
      ) : (
        book.error && <View className="book-for-problem">{book.error.message}。您写的还在。</View>
      )}
      <Card title="替谁约">
        <Field
          label="本人姓名"
          value={form.name}
          onChange={(name) => change({ name })}
          max={20}
          problem={problems.name}
        />
        <Field
          label="本人电话（可不写）"
          value={form.phone}
          onChange={(phone) => change({ phone })}
          type="number"
          max={11}
          problem={problems.phone}
        />
        <PlaceChoice
          label="住在哪个村（社区）"
          near={villagesOf(me?.posts ?? [])}
          chosen={form.village}
          onChoose={(village) => {
            change({ village });
            setSlot(undefined);
          }}
          problem={problems.village}
        />
        <View className="book-for-switch">
          <View className="book-for-words">
            <View>人已经在现场</View>
            <View className="small">现场取号，不用提前约</View>
          </View>
          <Toggle on={form.walkIn} label="人已经在现场" onChange={(walkIn) => change({ walkIn })} />
        </View>
      </Card>
      <Card title="什么事">
        <Field
          label="用一句话说说"
          value={form.matter}
          onChange={(matter) => change({ matter })}
          placeholder="比如：工地上的工钱拖了三个月"
          max={200}
          problem={problems.matter}
          long
        />
        <Pills
          label="算哪一类"
          items={disputeTypes}
          value={form.disputeType}
          onChange={(disputeType) => change({ disputeType })}
        />
      </Card>
      {form.village && (
        <Answer query={query}>
          {({ advisor, days }) => (
            <>
              <View className="second">
                {lawyer(advisor.name)} · {advisor.rankText}
              </View>
              <SlotPicker
                days={days}
                day={dayToOpen(days, day)?.date}
                onDay={setDay}
                chosen={slot}
                onChoose={setSlot}
              />
              {days.every(({ slots }) => slots.every(({ free }) => !free)) && (
                <Notice title="这两周没有空的时间" detail="可以请他自己排候补，有空位会通知。" />
              )}
            </>
          )}
        </Answer>
      )}
      {problems.slot && <View className="field-problem">{problems.slot}</View>}
      <Card tight>
        <View className="book-for-switch">
          <View className="book-for-words">
            <View>本人同意我代约</View>
            <View className="small">谁替谁约的，会留下记录</View>
          </View>
          <Toggle on={form.consent} label="本人同意我代约" onChange={(consent) => change({ consent })} />
        </View>
        {problems.consent && <View className="field-problem">{problems.consent}</View>}
      </Card>
    </Page>
  );
}
