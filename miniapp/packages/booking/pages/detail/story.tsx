import { View } from '@tarojs/components';
import { lawyer } from '#shared/domain/bookings/address';
import { RecordCard } from '../../../../booking/record-card';
import type { BookingDetail } from '../../../../booking/types';
import { When } from '../../../../booking/when';
import { mannerText, toneOf } from '../../../../booking/words';
import { dial } from '../../../../chat/choose';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Icon } from '../../../../components/icon';
import { Tap } from '../../../../components/tap';
import { Timeline } from '../../../../components/timeline';
import { useCommand } from '../../../../hooks/use-command';
import { Papers } from './papers';

/** What there is to see of a booking, the most important first. */
export function Story({ booking }: { booking: BookingDetail }) {
  const { record, rating } = booking;
  return (
    <>
      <Headline booking={booking} />
      {booking.proposed && booking.abilities.includes('answer') && <Proposal booking={booking} />}
      {record && <RecordCard record={record} title="律师的意见" />}
      {booking.followUps.length > 0 && (
        <Card title="律师还要办的">
          {booking.followUps.map(({ id, text, dueText, doneText }) => (
            <Row key={id} label={doneText ? '办完了' : dueText}>
              {text}
              {doneText && <View className="small">{doneText}</View>}
            </Row>
          ))}
        </Card>
      )}
      <Papers booking={booking} />
      <Facts booking={booking} />
      {rating && (
        <Card title="您的评价">
          <Row label="准时">{rating.onTime ? '准时' : '没准时'}</Row>
          <Row label="有用">{rating.helpful ? '有帮助' : '没帮上'}</Row>
          <Row label="满意">{rating.satisfied ? '满意' : '不满意'}</Row>
          {rating.note && <Row label="补充">{rating.note}</Row>}
        </Card>
      )}
      <Card title="经过">
        <Timeline steps={booking.steps} />
      </Card>
    </>
  );
}

function Headline({ booking }: { booking: BookingDetail }) {
  const { whenText, statusText, advisorName, phone } = booking;
  return (
    <Card>
      <View className="meeting">
        <View className="meeting-words">
          <View className="meeting-when">
            <When>{whenText}</When>
          </View>
          <View className="second">{lawyer(advisorName)}</View>
          <View className="second">{mannerText(booking)}</View>
        </View>
        <Chip tone={toneOf(booking)}>{statusText}</Chip>
      </View>
      {phone && (
        <Tap className="meeting-call" onTap={() => dial(phone)}>
          <Icon name="phone" size="s" />
          <View>打电话给{lawyer(advisorName)}</View>
        </Tap>
      )}
    </Card>
  );
}

function Proposal({ booking }: { booking: BookingDetail }) {
  const { id, version, proposed, advisorName, steps } = booking;
  const answer = useCommand('bookings.answer', '已告诉律师');
  const because = steps.findLast(({ action }) => action === 'propose')?.note;
  const say = (accept: boolean) => answer.mutate({ id, version, accept });
  if (!proposed) return null;
  return (
    <Card title={`${lawyer(advisorName)}想换个时间`}>
      <View>{proposed.text}</View>
      {because && <View className="second">{because}</View>}
      <View className="buttons meeting-answer">
        <Button kind="plain" onTap={() => say(false)} disabled={answer.isPending}>
          还是原来的
        </Button>
        <Button onTap={() => say(true)} busy={answer.isPending}>
          就这个时间
        </Button>
      </View>
    </Card>
  );
}

function Facts({
  booking: { matter, disputeType, because, no, residentLabel, walkIn, jointName },
}: {
  booking: BookingDetail;
}) {
  return (
    <Card title="约的什么">
      <Row label="事由">
        {matter}
        <View className="small">{disputeType}</View>
      </Row>
      <Row label="谁来谈">{residentLabel}</Row>
      {jointName && <Row label="一起谈">{jointName}</Row>}
      {because && (
        <Row label="为什么">
          <View className="second">{because}</View>
        </Row>
      )}
      <Row label="编号">
        {no}
        {walkIn && <View className="small">现场取号</View>}
      </Row>
      <View className="small">谈话内容只有您和律师能看到，司法局抽查时除外。</View>
    </Card>
  );
}
