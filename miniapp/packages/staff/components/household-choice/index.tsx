import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract';
import { Field } from '../../../../components/field';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import '../choice-list/index.scss';

export type Household = Output<'claims.households'>['items'][number];

/** Which household: found by code, name or member among those this person looks after. */
export function HouseholdChoice({ chosen, onChoose }: { chosen: string; onChoose: (household: Household) => void }) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useApi('claims.households', { text });
  return (
    <View className="choices">
      <Field label="哪一户" value={typed} onChange={setTyped} placeholder="户号、户名或家里人的名字" max={20} />
      <View className="choices-list">
        {data?.items.map((household) => {
          const { id, name, code, members } = household;
          const people = members.map((member) => member.name).join('、');
          return (
            <Tap
              key={id}
              className={`choice ${id === chosen ? 'choice-on' : ''}`}
              role="radio"
              checked={id === chosen}
              label={`${name}，户号 ${code}，${people}`}
              onTap={() => onChoose(household)}
            >
              <View>
                <View className="choice-name">{name}</View>
                <View className="small">{people}</View>
              </View>
              <View className="choice-hint">{id === chosen ? '已选' : code}</View>
            </Tap>
          );
        })}
        {data?.items.length === 0 && <View className="choice-none">您管的地方没有这一户</View>}
      </View>
    </View>
  );
}
