import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { useCommand } from '../../../../hooks/use-command';
import type { ClaimDetail } from '../../../../points/claim-line';
import { AppealDeeds } from './appeal-deeds';
import { WordsSheet } from './words-sheet';

/** 申诉: the family may say that an outcome is wrong; where that stands, and what others answer. */
export function Appeal({ claim }: { claim: ClaimDetail }) {
  const { id, abilities, appeal, appealUntilText } = claim;
  const [asking, setAsking] = useState(false);
  const file = useCommand('claims.appeal', '收到了，换人复评', true);
  if (appeal)
    return (
      <Card title="申诉">
        <View className="claim-state">
          <Chip
            tone={
              appeal.state === 'GRANTED'
                ? 'jade'
                : appeal.state === 'OPEN' || appeal.state === 'TOWN'
                  ? 'amber'
                  : 'neutral'
            }
          >
            {appeal.stateText}
          </Chip>
          <View className="second claim-title">{appeal.headline}</View>
        </View>
        <View className="claim-words">“{appeal.text}”</View>
        <View className="small">{appeal.filedText}</View>
        {appeal.answer && <View className="claim-note">{appeal.answer}</View>}
        <AppealDeeds appeal={appeal} />
      </Card>
    );
  if (!abilities.includes('appeal')) return null;
  return (
    <Card title="觉得不对？">
      <View className="second">
        {appealUntilText}都可以申诉：换没有经手过的人复评，五个工作日答复；还不同意，可以请镇街复核，十个工作日答复。
      </View>
      <View className="buttons claim-block">
        <Button kind="plain" onTap={() => setAsking(true)}>
          我要申诉
        </Button>
      </View>
      {asking && (
        <WordsSheet
          title="申诉"
          label="哪里不对"
          placeholder="比如：那天我们全家在城里，垃圾不是我家的"
          deed="交上去，换人复评"
          command={file}
          onSend={(text) => file.mutate({ id, text }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
