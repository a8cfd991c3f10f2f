import { View } from '@tarojs/components';
import { Tap } from '../../../../components/tap';
import './index.scss';

export interface FigureProps {
  name: string;
  /** The figure in words; a suppressed one says so instead. */
  value: string;
  note?: string;
  tone?: 'ink' | 'amber' | 'red';
  onTap: () => void;
}

/** One figure of the board. Tapping it shows the tickets behind it. */
export function FigureCard({ name, value, note, tone = 'ink', onTap }: FigureProps) {
  const small = !/^[\d.%]+$/.test(value);
  return (
    <Tap className="figure" onTap={onTap} label={`${name} ${value}${note ? `，${note}` : ''}，点开看是哪些`}>
      <View className="figure-name">{name}</View>
      <View className={`figure-value figure-${tone} ${small ? 'figure-words' : ''}`}>{value}</View>
      {note && <View className="small">{note}</View>}
    </Tap>
  );
}
