import { View } from '@tarojs/components';
import { useState } from 'react';
import { RecordCard } from '../../../../booking/record-card';
import type { BookingDetail } from '../../../../booking/types';
import { When } from '../../../../booking/when';
import { mannerText, toneOf } from '../../../../booking/words';
import { dial } from '../../../../chat/choose';
import { Card, Row } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Icon } from '../../../../components/icon';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Tap } from '../../../../components/tap';
import { Timeline } from '../../../../components/timeline';
import type { VisitAct } from '../../visits/draft';
import '../case-column/index.scss';
import { FollowUps } from '../follow-ups';
import { VisitSheet } from '../visit-sheet';
import { VisitBar } from './bar';
import './index.scss';

/** One booking as its advisor works with it: the person, the matter, the record, what happened, and what may be done now. */
export function VisitColumn({ booking, room }: { booking: BookingDetail; room: number }) {
  const [act, setAct] = useState<VisitAct>();
  const { record, proposed, callFirst, rating } = booking;
  return (
    <>
      <View className="case-column">
        <Head booking={booking} />
        {callFirst && (
          <View className="visit-call-first">这位居民近 90 天有三次没来，见面前请先打个电话确认；不能因此不接待。</View>
        )}
        {proposed && (
          <Card title="等居民答复新的时间">
            <View>{proposed.text}</View>
          </Card>
        )}
        <Matter booking={booking} />
        {booking.photos.length > 0 && (
          <Card title="居民的材料">
            <PhotoGrid photos={booking.photos} />
          </Card>
        )}
        {record && <RecordCard record={record} title="服务记录" />}
        {booking.followUps.length > 0 && (
          <Card title="后续要办的事" tight>
            <FollowUps tasks={booking.followUps} />
          </Card>
        )}
        {rating && (
          <Card title="居民的评价">
            <View>
              {[
                rating.onTime ? '准时' : '没准时',
                rating.helpful ? '有帮助' : '没帮上',
                rating.satisfied ? '满意' : '不满意',
              ].join(' · ')}
            </View>
            {rating.note && <View className="second">{rating.note}</View>}
          </Card>
        )}
        <Card>
          <Timeline steps={booking.steps} />
        </Card>
      </View>
      <VisitBar booking={booking} room={room} onAct={setAct} />
      {act && <VisitSheet key={act} act={act} booking={booking} onClose={() => setAct(undefined)} />}
    </>
  );
}

function Head({ booking }: { booking: BookingDetail }) {
  return (
    <View className="visit-head">
      <View className="visit-head-words">
        <View id="case-title" className="visit-title">
          <When>{`${booking.residentLabel} ${booking.whenText}`}</When>
        </View>
        <View className="second">{mannerText(booking)}</View>
      </View>
      <Chip tone={toneOf(booking)}>{booking.statusText}</Chip>
    </View>
  );
}

function Matter({
  booking: { matter, disputeType, phone, because, no, walkIn, jointName },
}: {
  booking: BookingDetail;
}) {
  return (
    <Card tight>
      <Row label="事由">
        {matter}
        <View className="small">{disputeType}</View>
      </Row>
      <Row
        label="电话"
        action={
          phone && (
            <Tap className="visit-call" onTap={() => dial(phone)} label="打电话给居民">
              <Icon name="phone" />
            </Tap>
          )
        }
      >
        {phone ?? '没有留电话'}
      </Row>
      {jointName && <Row label="一起谈">{jointName}</Row>}
      {because && <Row label="为什么">{because}</Row>}
      <Row label="编号">
        {no}
        {walkIn && <View className="small">现场取号</View>}
      </Row>
    </Card>
  );
}
