import { View } from '@tarojs/components';
import { Tap } from '../../../../components/tap';

export interface ManyPillsProps<T extends string> {
  label: string;
  items: readonly T[];
  values: readonly T[];
  onChange: (values: T[]) => void;
  problem?: string;
}

/** Several of a few short words. */
export function ManyPills<T extends string>({ label, items, values, onChange, problem }: ManyPillsProps<T>) {
  const flip = (item: T) => onChange(items.filter((one) => (one === item) !== values.includes(one)));
  return (
    <View>
      <View className="field-label">{label}</View>
      <View className="kinds">
        {items.map((item) => (
          <Tap
            key={item}
            className={`kind ${values.includes(item) ? 'kind-on' : ''}`}
            role="checkbox"
            checked={values.includes(item)}
            onTap={() => flip(item)}
          >
            {item}
          </Tap>
        ))}
      </View>
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
