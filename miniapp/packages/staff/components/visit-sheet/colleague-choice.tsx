import { View } from '@tarojs/components';
import { useApi } from '../../../../hooks/use-api';
import { ChoiceList } from '../choice-list';

export interface ColleagueChoiceProps {
  bookingId: string;
  chosen: string;
  onChoose: (advisorId: string) => void;
  problem?: string;
}

/** Who of the firm could take a booking over at its very time. */
export function ColleagueChoice({ bookingId, chosen, onChoose, problem }: ColleagueChoiceProps) {
  const { data, error } = useApi('bookings.colleagues', { id: bookingId });
  const choices = (data?.items ?? []).map(({ advisorId, name, text }) => ({ key: advisorId, name, hint: text }));
  if (error) return <View className="sheet-trouble">{error.message}</View>;
  if (data && choices.length === 0)
    return <View className="sheet-means">这个时间团队里没有别人有空，可以提议换个时间。</View>;
  return <ChoiceList label="转给谁" choices={choices} chosen={chosen} onChoose={onChoose} problem={problem} />;
}
