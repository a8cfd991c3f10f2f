import { View } from '@tarojs/components';
import { Tap } from '../components/tap';
import { access } from '../components/tap/access';
import './pills.scss';

export interface PillsProps<T extends string> {
  label: string;
  items: readonly T[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** One of a few short words. */
export function Pills<T extends string>({ label, items, value, onChange }: PillsProps<T>) {
  return (
    <View>
      <View className="field-label">{label}</View>
      <View className="kinds" {...access({ role: 'radiogroup', label })}>
        {items.map((item) => (
          <Tap
            key={item}
            className={`kind ${item === value ? 'kind-on' : ''}`}
            role="radio"
            checked={item === value}
            onTap={() => onChange(item)}
          >
            {item}
          </Tap>
        ))}
      </View>
    </View>
  );
}
