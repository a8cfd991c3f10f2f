import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../../components/field';
import { useApi } from '../../../../hooks/use-api';
import { useSettled } from '../../hooks/use-settled';
import { ChoiceList } from '../choice-list';

export interface Place {
  code: string;
  label: string;
}

export interface PlaceChoiceProps {
  label: string;
  /** Places offered before anything is typed. */
  near?: readonly Place[];
  chosen: Place | undefined;
  onChoose: (place: Place) => void;
  problem?: string;
}

/** A village or community: one of those at hand, or found by name or pinyin. */
export function PlaceChoice({ label, near = [], chosen, onChoose, problem }: PlaceChoiceProps) {
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim(), 250);
  const found = useApi('places.search', { text: asked, limit: 8 }, { enabled: asked !== '' });
  const places = asked ? (found.data?.items ?? []) : chosen ? withChosen(near, chosen) : near;
  return (
    <View>
      <Field
        label={label}
        value={typed}
        onChange={setTyped}
        placeholder={chosen?.label ?? '比如 高桥村，或者 gaoqiao'}
        max={40}
      />
      {(places.length > 0 || (asked && found.data)) && (
        <ChoiceList
          label={asked ? '找到的' : '就是这里'}
          choices={places.map(({ code, label: name }) => ({ key: code, name }))}
          chosen={chosen?.code ?? ''}
          onChoose={(code) => {
            const place = places.find((one) => one.code === code);
            if (place) onChoose({ code: place.code, label: place.label });
            setTyped('');
          }}
        />
      )}
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}

const withChosen = (near: readonly Place[], chosen: Place): Place[] => [
  chosen,
  ...near.filter(({ code }) => code !== chosen.code),
];
