import { View } from '@tarojs/components';
import { useApi } from '../../../../hooks/use-api';
import { ChoiceList } from '../choice-list';

interface CompanionChoiceProps {
  bookingId: string;
  chosen: string;
  onChoose: (personId: string) => void;
  problem: string | undefined;
}

/** Who could sit with advisor and resident: mediators first. */
export function CompanionChoice({ bookingId, chosen, onChoose, problem }: CompanionChoiceProps) {
  const { data, error } = useApi('bookings.companions', { id: bookingId });
  const choices = (data?.items ?? []).map(({ personId, name, text }) => ({ key: personId, name, hint: text }));
  if (error) return <View className="sheet-trouble">{error.message}</View>;
  if (data && choices.length === 0)
    return <View className="sheet-means">这个村（社区）现在没有调解员和网格员可请，可以转给人民调解。</View>;
  return <ChoiceList label="请谁" choices={choices} chosen={chosen} onChoose={onChoose} problem={problem} />;
}
