import { View } from '@tarojs/components';
import { type Handover, handoverLabel, handovers } from '#shared/domain/bookings/handover';
import { Card, Row } from '../components/card';
import { Tap } from '../components/tap';
import { goLawSearch } from '../law/go';
import '../law/citation-list.scss';
import type { BookingDetail } from './types';

const isHandover = (value: string): value is Handover => handovers.some((one) => one === value);

/** One talk's record (一次一记): who, what, the law, the advice and what comes next. */
export function RecordCard({ record, title }: { record: NonNullable<BookingDetail['record']>; title: string }) {
  const { who, facts, lawCited, advice, nextStep, handover, ticketNo, complete, atText } = record;
  return (
    <Card title={title}>
      <Row label="意见">{advice}</Row>
      {lawCited.length > 0 && (
        <Row label="依据">
          {lawCited.map((law) => (
            <Tap key={law} role="link" label={`查：${law}`} onTap={() => goLawSearch({ text: law })}>
              <View className="cite-name">{law}</View>
            </Tap>
          ))}
        </Row>
      )}
      <Row label="下一步">
        {nextStep}
        {handover && (
          <View className="small">
            转：{isHandover(handover) ? handoverLabel(handover) : handover}
            {ticketNo ? `，工单 ${ticketNo}` : ''}
          </View>
        )}
      </Row>
      <Row label="情况">
        {facts}
        <View className="small">
          {who} · {atText}
          {complete ? '' : ' · 还没写全'}
        </View>
      </Row>
      <View className="small">意见仅供参考，不代替法院、仲裁的决定。</View>
    </Card>
  );
}
