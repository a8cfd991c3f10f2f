import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { useCommand } from '../../../../hooks/use-command';
import type { ClaimDetail } from '../../../../points/claim-line';
import { WordsSheet } from './words-sheet';

type Objection = ClaimDetail['objections'][number];

/** What villagers have against a claim while it is shown, and the answers. Who said it is not shown. */
export function Objections({ claim }: { claim: ClaimDetail }) {
  if (claim.objections.length === 0) return null;
  const mayAnswer = claim.abilities.includes('dismiss');
  return (
    <Card title="公示期的意见">
      {claim.objections.map((objection) => (
        <OneObjection key={objection.id} objection={objection} mayAnswer={mayAnswer} />
      ))}
    </Card>
  );
}

function OneObjection({ objection, mayAnswer }: { objection: Objection; mayAnswer: boolean }) {
  const { id, text, atText, isUpheld, answer } = objection;
  const [upholding, setUpholding] = useState<boolean>();
  const send = useCommand('claims.answer', '答复了', true);
  const close = () => setUpholding(undefined);
  return (
    <View className="claim-block">
      <View className="claim-words">“{text}”</View>
      <View className="claim-state">
        <Chip tone={isUpheld === null ? 'amber' : 'neutral'}>
          {isUpheld === null ? '正在核实' : isUpheld ? '属实，重新评议' : '核实过了，不影响'}
        </Chip>
        <View className="small">{atText}</View>
      </View>
      {answer && <View className="claim-note">{answer}</View>}
      {isUpheld === null && mayAnswer && (
        <View className="buttons">
          <Button kind="plain" onTap={() => setUpholding(true)}>
            属实，重新评议
          </Button>
          <Button kind="plain" onTap={() => setUpholding(false)}>
            不影响结果
          </Button>
        </View>
      )}
      {upholding !== undefined && (
        <WordsSheet
          title={upholding ? '退回重新评议' : '接着公示'}
          label="核实的情况（提意见的人和这一户都会看到）"
          placeholder="比如：问了同组三户，是他家扫的"
          deed="答复"
          command={send}
          onSend={(words) => send.mutate({ objectionId: id, isUpheld: upholding, answer: words }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </View>
  );
}
