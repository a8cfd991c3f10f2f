import { View } from '@tarojs/components';
import { Tap } from '../tap';
import { access } from '../tap/access';
import './index.scss';

export interface SegmentsProps<T extends string> {
  items: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  /** An answer to a question instead of a view of a list. */
  answers?: string;
}

/** A choice of two or three views of the same list. */
export function Segments<T extends string>({ items, value, onChange, answers }: SegmentsProps<T>) {
  return (
    <View className="segments" {...access({ role: answers ? 'radiogroup' : 'tablist', label: answers })}>
      {items.map((item) => (
        <Tap
          key={item.value}
          {...(answers
            ? { role: 'radio', checked: item.value === value }
            : { role: 'tab', selected: item.value === value })}
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
