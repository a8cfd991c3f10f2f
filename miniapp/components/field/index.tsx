import { Input, Textarea, View } from '@tarojs/components';
import { inner } from '../tap/access';
import './index.scss';

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  long?: boolean;
  max?: number;
  type?: 'text' | 'number';
  problem?: string;
  onDone?: () => void;
}

/** One thing to fill in, with its name above and what is wrong with it below. */
export function Field({
  label,
  value,
  onChange,
  placeholder = '',
  long,
  max = 200,
  type = 'text',
  problem,
  onDone,
}: FieldProps) {
  const common = {
    value,
    placeholder,
    maxlength: max,
    ariaLabel: label,
    ...inner({ label }),
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onConfirm: onDone,
  };
  return (
    <View className={`field ${problem ? 'field-wrong' : ''}`}>
      <View className="field-label">{label}</View>
      {long ? (
        <Textarea className="field-input field-long" {...common} cursorSpacing={80} showConfirmBar={false} />
      ) : (
        <Input className="field-input" type={type} {...common} cursorSpacing={80} />
      )}
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
