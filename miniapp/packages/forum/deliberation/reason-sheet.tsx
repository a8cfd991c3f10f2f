import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Sheet } from '../../../components/sheet';

/** Asks for the words that go with a deed. */
export function ReasonSheet({
  title,
  means,
  hint,
  least = 4,
  danger,
  busy,
  onSend,
  onClose,
}: {
  title: string;
  means: string;
  hint: string;
  least?: number;
  danger?: boolean;
  busy: boolean;
  onSend: (words: string) => void;
  onClose: () => void;
}) {
  const [words, setWords] = useState('');
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button
          kind={danger ? 'danger' : 'primary'}
          onTap={() => onSend(words.trim())}
          busy={busy}
          disabled={words.trim().length < least}
        >
          {title}
        </Button>
      }
    >
      <View className="second">{means}</View>
      <Field label="写清楚" value={words} onChange={setWords} placeholder={hint} long max={300} />
    </Sheet>
  );
}
