import { Input, Picker, View } from '@tarojs/components';
import { inWechat } from '../../services/platform';
import '../field/index.scss';

export interface DateFieldProps {
  label: string;
  mode: 'date' | 'time';
  /** YYYY-MM-DD or HH:MM. */
  value: string;
  onChange: (value: string) => void;
  problem?: string;
}

/** A day or a time of day: the phone's own wheel in WeChat, the browser's own field elsewhere. */
export function DateField({ label, mode, value, onChange, problem }: DateFieldProps) {
  return (
    <View className={`field ${problem ? 'field-wrong' : ''}`}>
      <View className="field-label">{label}</View>
      {inWechat ? (
        <Picker mode={mode} value={value} onChange={(event) => onChange(String(event.detail.value))}>
          <View className="field-input">{value}</View>
        </Picker>
      ) : (
        <Input
          className="field-input"
          value={value}
          ariaLabel={label}
          nativeProps={{ type: mode, 'aria-label': label }}
          onInput={(event) => onChange(event.detail.value)}
        />
      )}
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
