import { View } from '@tarojs/components';
import { Tap } from '../tap';
import './index.scss';

export interface SegmentsProps<T extends string> {
  items: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of two or three views of the same list. */
export function Segments<T extends string>({ items, value, onChange }: SegmentsProps<T>) {
  return (
    <View className="segments">
      {items.map((item) => (
        <Tap
          key={item.value}
          role="tab"
          selected={item.value === value}
          className={`segment ${item.value === value ? 'segment-on' : ''}`}
          onTap={() => onChange(item.value)}
          label={item.label}
        >
          {item.label}
        </Tap>
      ))}
    </View>
  );
}
