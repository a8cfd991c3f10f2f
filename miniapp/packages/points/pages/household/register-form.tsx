import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

/** Nobody of the family is registered yet: a new household, which grid staff confirm. */
export function RegisterForm({ homeLabel }: { homeLabel: string | null }) {
  const [name, setName] = useState('');
  const register = useCommand('households.register', '交上去了，等网格员确认', true);
  if (!homeLabel)
    return (
      <Card title="登记新户">
        <View className="second">先在“我的”里选您住在哪个村（社区），再回来登记。</View>
      </Card>
    );
  return (
    <Card title="登记新户">
      <View className="fields">
        <View className="second">登记在{homeLabel}，您是户主。家里人以后由您请进来。</View>
        <Field
          label="户名"
          value={name}
          onChange={setName}
          placeholder="比如：李家"
          max={20}
          {...(register.error && { problem: sentenceOf(register.error) })}
        />
        <Button
          onTap={() => register.mutate({ name: name.trim() })}
          busy={register.isPending}
          disabled={name.trim().length < 2}
        >
          申请登记
        </Button>
      </View>
    </Card>
  );
}
