import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { useApi } from '../../../../hooks/use-api';
import { ChoiceList } from '../choice-list';

interface LawPickerProps {
  /** What was said, to look the law up by before anything is typed. */
  facts: string;
  /** The citations so far, a line each. */
  written: string;
  onChange: (law: string) => void;
}

/** Finds articles in everyday words and writes the chosen ones into the record, a line each. */
export function LawPicker({ facts, written, onChange }: LawPickerProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = (typed.trim() || facts.trim()).slice(0, 300);
  const { data } = useApi('laws.search', { text: text || '法', limit: 6 }, { enabled: open && text.length > 1 });
  const lines = written.split('\n').filter(Boolean);
  const found = [...(data?.answer?.articles ?? []), ...(data?.articles ?? [])];
  const names = [
    ...new Map(found.map(({ short, label, snippet }) => [`《${short}》${label}`, snippet ?? ''])).entries(),
  ];
  if (!open)
    return (
      <Button kind="quiet" onTap={() => setOpen(true)}>
        从法律里找依据
      </Button>
    );
  return (
    <View>
      <Field label="找依据" value={typed} onChange={setTyped} placeholder="不写就按上面的情况找" max={100} />
      <ChoiceList
        label={names.length > 0 ? '点一下写进去' : ''}
        choices={names.slice(0, 8).map(([name, snippet]) => ({ key: name, name, hint: snippet.slice(0, 40) }))}
        chosen=""
        onChoose={(name) => {
          if (!lines.includes(name)) onChange([...lines, name].join('\n'));
        }}
      />
    </View>
  );
}
