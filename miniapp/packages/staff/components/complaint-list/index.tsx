import { View } from '@tarojs/components';
import { useState } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { goBooking } from '../../../../booking/go';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { usePages } from '../../../../hooks/use-pages';
import type { Complaint } from '../../supervision/score';
import { AnswerSheet } from './answer-sheet';
import './index.scss';

const states = [
  { value: 'open', label: '等答复' },
  { value: 'answered', label: '答复过的' },
] as const;
type State = (typeof states)[number]['value'];

/** What residents told the bureau of advisors' service; each is answered once. */
export function ComplaintList() {
  const [state, setState] = useState<State>('open');
  const [open, setOpen] = useState<Complaint>();
  const { query, more, hasMore } = usePages('supervision.complaints', { state, limit: 20 });
  return (
    <Card title="居民反映">
      <Segments items={states} value={state} onChange={setState} />
      <Answer query={query}>
        {(items) => (
          <>
            {items.map((one) => (
              <Row key={one.id} complaint={one} onAnswer={() => setOpen(one)} />
            ))}
            {items.length === 0 && (
              <View className="second">{state === 'open' ? '没有等答复的。' : '还没有答复过。'}</View>
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more}>
                再看一些
              </Button>
            )}
          </>
        )}
      </Answer>
      {open && <AnswerSheet complaint={open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

function Row({ complaint, onAnswer }: { complaint: Complaint; onAnswer: () => void }) {
  const { advisorName, firm, no, text, atText, dueText, overdue, answer, upheld, answeredText, bookingId } = complaint;
  return (
    <View className="complaint">
      <View className="complaint-head">
        <View className="strong">{lawyer(advisorName)}</View>
        {answer === null ? (
          <Chip tone={overdue ? 'red' : 'amber'}>{overdue ? '超期' : dueText}</Chip>
        ) : (
          <Chip tone={upheld ? 'red' : 'neutral'}>{upheld ? '属实' : '不属实'}</Chip>
        )}
      </View>
      <View>{text}</View>
      <View className="small">{[firm, no, atText].join(' · ')}</View>
      {answer !== null && (
        <View className="second">
          {answeredText}：{answer}
        </View>
      )}
      <View className="buttons complaint-deeds">
        <Button kind="quiet" onTap={() => goBooking(bookingId)}>
          看这次预约
        </Button>
        {answer === null && (
          <Button kind="plain" onTap={onAnswer}>
            答复
          </Button>
        )}
      </View>
    </View>
  );
}
