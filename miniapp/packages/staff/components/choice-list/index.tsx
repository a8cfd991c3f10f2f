import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../../components/field';
import { Tap } from '../../../../components/tap';
import './index.scss';

export interface Choice {
  key: string;
  name: string;
  /** What tells it from its neighbours: a role, a kind, how much is on somebody's desk. */
  hint?: string;
}

/** Lists longer than this get a field to narrow them. */
const long = 8;

/** One of many: a list with the chosen one marked by a word and colour, narrowed by typing when it is long. */
export function ChoiceList({
  label,
  choices,
  chosen,
  onChoose,
  problem,
}: {
  label: string;
  choices: readonly Choice[];
  chosen: string;
  onChoose: (key: string) => void;
  problem?: string;
}) {
  const [typed, setTyped] = useState('');
  const shown = choices.filter(({ name, hint = '' }) => `${name}${hint}`.includes(typed.trim()));
  return (
    <View className="choices">
      {choices.length > long ? (
        <Field label={label} value={typed} onChange={setTyped} placeholder="输入几个字来找" max={20} />
      ) : (
        <View className="field-label">{label}</View>
      )}
      <View className="choices-list">
        {shown.map(({ key, name, hint }) => (
          <Tap
            key={key}
            className={`choice ${key === chosen ? 'choice-on' : ''}`}
            role="radio"
            onTap={() => onChoose(key)}
            checked={key === chosen}
            label={hint ? `${name}，${hint}` : name}
          >
            <Text className="choice-name">{name}</Text>
            <Text className="choice-hint">{key === chosen ? '已选' : hint}</Text>
          </Tap>
        ))}
        {shown.length === 0 && <View className="choice-none">没有叫这个名字的</View>}
      </View>
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
