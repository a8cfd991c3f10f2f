import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../../../../components/card';
import { TicketCard, type TicketSummary } from '../../../../components/ticket-card';
import { useApi } from '../../../../hooks/use-api';
import { useSettled } from '../../hooks/use-settled';
import { goCase } from '../../model/go';
import type { Report } from './form';

const longestQuestion = 500;

/** Open matters near the place and like the report, asked as soon as what and where are known. */
export function useAlike({ description, categoryCode, village, pin }: Report) {
  const text = useSettled(description.trim().slice(0, longestQuestion), 400);
  return useApi(
    'tickets.nearby',
    {
      categoryCode,
      text,
      ...(village ? { villageCode: village.code } : {}),
      ...(pin ? { position: { lng: pin.lng, lat: pin.lat } } : {}),
    },
    { enabled: categoryCode !== '' && text.length > 1 && Boolean(village ?? pin) },
  );
}

/** Whether its case is this person's to open: who may write a note in it may read it. */
export const mayOpen = ({ abilities }: Pick<TicketSummary, 'abilities'>) => abilities.includes('comment');

const openOrSay = (item: TicketSummary) => {
  if (mayOpen(item)) goCase(item.id);
  else void Taro.showToast({ title: `编号 ${item.no}，由别的同事在办`, icon: 'none' });
};

/** Matters that may be the same one, shown before filing; each opens its case. */
export function AlikeCard({ items }: { items: readonly TicketSummary[] }) {
  if (items.length === 0) return null;
  return (
    <Card title={`附近有 ${items.length} 件相像的事`}>
      <View className="report-for-fields">
        <View className="second">是同一件就打开它，在里面写备注，不用再报。您写的会留着。</View>
        {items.map((item) => (
          <TicketCard key={item.id} ticket={item} onTap={() => openOrSay(item)} />
        ))}
      </View>
    </Card>
  );
}
