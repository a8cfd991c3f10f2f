import { View } from '@tarojs/components';
import './index.scss';

export type ChipTone = 'jade' | 'amber' | 'red' | 'neutral';

/** One word about a thing's state. Colour never says it alone: the word does. */
export function Chip({ children, tone = 'jade' }: { children: string; tone?: ChipTone }) {
  return <View className={`chip chip-${tone}`}>{children}</View>;
}
