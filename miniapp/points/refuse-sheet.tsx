import { useState } from 'react';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { Sheet } from '../components/sheet';
import { sentenceOf, useCommand } from '../hooks/use-command';

/** Why a change of a household is not agreed to; whoever asked reads it. */
export function RefuseSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const decide = useCommand('households.decide', '告诉他了', true);
  return (
    <Sheet
      title="为什么不同意"
      onClose={onClose}
      foot={
        <Button
          onTap={() => decide.mutate({ id, isGranted: false, reason: reason.trim() }, { onSuccess: onClose })}
          busy={decide.isPending}
          disabled={reason.trim().length < 2}
        >
          不同意
        </Button>
      }
    >
      <Field
        label="理由，对方看得到"
        value={reason}
        onChange={setReason}
        placeholder="比如：户口不在这一户"
        long
        max={200}
        {...(decide.error && { problem: sentenceOf(decide.error) })}
      />
    </Sheet>
  );
}
