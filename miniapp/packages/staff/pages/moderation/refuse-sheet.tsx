import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ModerationRule, moderationRuleCodes, moderationRules } from '#shared/domain/moderation/rules';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { RuleChoice } from '../../../../moderation/rule-choice';
import type { Piece } from './check-card';

/** Refuses a piece with the rule that is named to its author. */
export function RefuseSheet({ piece, onClose }: { piece: Piece; onClose: () => void }) {
  const [rule, setRule] = useState<ModerationRule | undefined>(piece.rule?.code);
  const [note, setNote] = useState('');
  const decide = useCommand('moderation.decide', '不公开，已告诉作者', true);
  const send = () =>
    rule &&
    decide.mutate(
      {
        ...{ id: piece.id, version: piece.version, decision: 'refuse', rule },
        ...(note.trim() && { note: note.trim() }),
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet
      title="不公开"
      onClose={onClose}
      foot={
        <Button kind="danger" onTap={() => send()} busy={decide.isPending} disabled={!rule}>
          不公开，告诉作者
        </Button>
      }
    >
      <View className="second">作者会看到违反哪一条和您写的说明，可以改了再发，也可以申请换人复核。</View>
      <RuleChoice
        rules={moderationRuleCodes.map((code) => ({ code, ...moderationRules[code] }))}
        chosen={rule}
        onChoose={setRule}
      />
      <Field
        label="给作者的说明（可不填）"
        value={note}
        onChange={setNote}
        placeholder="比如：去掉最后一句骂人的话就可以"
        max={200}
        problem={decide.error ? sentenceOf(decide.error) : undefined}
      />
    </Sheet>
  );
}
