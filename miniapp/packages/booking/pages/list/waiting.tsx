import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { lawyer } from '#shared/domain/bookings/address';
import { timeText } from '#shared/domain/text/dates';
import { goBooking } from '../../../../booking/go';
import { When } from '../../../../booking/when';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import './waiting.scss';

type Line = Output<'waiting.list'>['items'][number];

/** The times this person waits for; one that has come free stands with until when it is kept. Nothing when there is none. */
export function WaitingLines() {
  const { data } = useApi('waiting.list', {}, { every: 30_000 });
  const open = (data?.items ?? []).filter(({ state }) => state === 'WAITING' || state === 'OFFERED');
  return (
    <>
      {open.map((line) => (
        <WaitingLine key={line.id} line={line} />
      ))}
    </>
  );
}

function WaitingLine({ line: { id, text, state, stateText, place, slot, offerUntil } }: { line: Line }) {
  const take = useCommand('waiting.take', '约好了');
  const decline = useCommand('waiting.decline', '已让给下一位');
  const leave = useCommand('waiting.leave', '不再等了');
  const offered = state === 'OFFERED' && slot;
  return (
    <Card>
      <View className="waiting">
        <View className="waiting-words">
          <View className="strong">
            <When>{offered ? slot.text : text}</When>
          </View>
          {offered && (
            <View className="second">
              {lawyer(slot.advisorName)} · {slot.place}
            </View>
          )}
          {offered && offerUntil && <View className="second">给您留到 {timeText(new Date(offerUntil))}</View>}
          {!offered && place !== null && <View className="second">前面还有 {place - 1} 位</View>}
        </View>
        <Chip tone={offered ? 'amber' : 'neutral'}>{stateText}</Chip>
      </View>
      <View className="buttons waiting-deeds">
        {offered && (
          <>
            <Button
              kind="plain"
              onTap={() => decline.mutate({ id })}
              disabled={take.isPending}
              busy={decline.isPending}
            >
              这个不要
            </Button>
            <Button
              onTap={() => take.mutate({ id }, { onSuccess: (booking) => goBooking(booking.id) })}
              busy={take.isPending}
            >
              就要这个
            </Button>
          </>
        )}
        {!offered && (
          <Button kind="quiet" onTap={() => leave.mutate({ id })} busy={leave.isPending}>
            不等了
          </Button>
        )}
      </View>
    </Card>
  );
}
