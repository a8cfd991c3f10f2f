import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { goBook } from '../../../../booking/go';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { ActSheet, type SheetAct } from './act-sheet';
import { RateSheet } from './rate-sheet';
import { Story } from './story';
import './index.scss';

type Open = SheetAct | 'rate';

const quiet: { ability: SheetAct; words: string }[] = [
  { ability: 'noShow', words: '律师没有来' },
  { ability: 'undoNoShow', words: '更正：律师来过了' },
  { ability: 'complain', words: '向司法局反映' },
  { ability: 'cancel', words: '取消预约' },
];

/** One booking: how it stands, what happened, and what this person may do with it now. */
export default function BookingPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('bookings.get', { id }, { enabled: id !== '', every: 15_000 });
  const [open, setOpen] = useState<Open>();
  const booking = query.data;
  const may = (ability: NonNullable<typeof booking>['abilities'][number]) =>
    booking?.abilities.includes(ability) ?? false;
  const close = () => setOpen(undefined);
  const foot = (may('reschedule') || may('rate')) && (
    <View className="buttons">
      {may('reschedule') && (
        <Button kind="plain" onTap={() => goBook({ move: id })}>
          改时间
        </Button>
      )}
      {may('rate') && <Button onTap={() => setOpen('rate')}>说说这次怎么样</Button>}
    </View>
  );
  return (
    <Page title="我的预约" foot={foot || undefined}>
      <Answer query={query}>{(answer) => <Story booking={answer} />}</Answer>
      <View className="deeds">
        {quiet
          .filter(({ ability }) => may(ability))
          .map(({ ability, words }) => (
            <Button key={ability} kind="quiet" onTap={() => setOpen(ability)}>
              {words}
            </Button>
          ))}
      </View>
      {booking && open === 'rate' && <RateSheet booking={booking} onClose={close} />}
      {booking && open && open !== 'rate' && <ActSheet booking={booking} act={open} onClose={close} />}
    </Page>
  );
}
