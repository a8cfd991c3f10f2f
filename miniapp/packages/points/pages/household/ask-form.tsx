import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { BornField } from './born-field';

/** In by the number of the household; the head or grid staff confirm. */
export function AskForm() {
  const [householdCode, setCode] = useState('');
  const [note, setNote] = useState('');
  const [born, setBorn] = useState('');
  const join = useCommand('households.join', '交上去了，等户主或者网格员确认', true);
  const send = () =>
    join.mutate({
      householdCode: householdCode.trim(),
      ...(note.trim() && { note: note.trim() }),
      ...(born && { bornOn: born }),
    });
  return (
    <Card title="按户号申请">
      <View className="fields">
        <Field
          label="户号"
          value={householdCode}
          onChange={setCode}
          placeholder="比如 101208-001"
          max={20}
          {...(join.error && { problem: sentenceOf(join.error) })}
        />
        <Field
          label="您是家里的哪一位（可不填）"
          value={note}
          onChange={setNote}
          placeholder="比如：李大爷的儿子"
          max={100}
        />
        <BornField value={born} onChange={setBorn} />
        <Button onTap={send} busy={join.isPending} disabled={householdCode.trim().length < 2}>
          申请入户
        </Button>
        <View className="small">户主或者网格员确认以后就入户了。户号问家里人，公示里也有。</View>
      </View>
    </Card>
  );
}
