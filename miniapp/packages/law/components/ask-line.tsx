import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { inner } from '../../../components/tap/access';
import '../../../components/field/index.scss';
import './law.scss';

/** One line to ask in everyday words; it is looked up when the button or the keyboard says so. */
export function AskLine({
  first,
  onAsk,
  placeholder,
}: {
  first: string;
  onAsk: (text: string) => void;
  placeholder: string;
}) {
  const [typed, setTyped] = useState(first);
  const ask = () => onAsk(typed.trim());
  return (
    <View className="law-ask">
      <Input
        className="field-input law-ask-input"
        value={typed}
        placeholder={placeholder}
        maxlength={300}
        confirmType="search"
        ariaLabel="要查的话"
        {...inner({ label: '要查的话' })}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={ask}
      />
      <View className="law-ask-button">
        <Button onTap={ask}>查</Button>
      </View>
    </View>
  );
}
