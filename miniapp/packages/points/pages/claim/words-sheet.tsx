import { useState } from 'react';
import type { AppError } from '#shared/errors';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf } from '../../../../hooks/use-command';

export interface WordsSheetProps {
  title: string;
  label: string;
  placeholder: string;
  deed: string;
  /** Fewer characters say too little. */
  least?: number;
  command: { isPending: boolean; error: AppError | null };
  onSend: (words: string) => void;
  onClose: () => void;
}

/** One thing done with a reason. What was typed stays when it is refused. */
export function WordsSheet({ title, label, placeholder, deed, least = 4, command, onSend, onClose }: WordsSheetProps) {
  const [words, setWords] = useState('');
  const ready = words.trim().length >= least;
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button onTap={() => onSend(words.trim())} busy={command.isPending} disabled={!ready}>
          {deed}
        </Button>
      }
    >
      <Field
        label={label}
        value={words}
        onChange={setWords}
        placeholder={placeholder}
        long
        max={200}
        problem={command.error ? `${sentenceOf(command.error)}，您写的还在` : undefined}
      />
    </Sheet>
  );
}
