import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../../components/field';
import { useApi } from '../../../../hooks/use-api';
import { ChoiceList } from '../choice-list';

/** Finds another ticket within this person's scope by number, title or place. */
export function TicketSearch({
  label,
  except,
  chosen,
  onChoose,
  problem,
}: {
  label: string;
  except: string;
  chosen: string;
  onChoose: (id: string) => void;
  problem?: string;
}) {
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data } = useApi('workbench.queue', { view: 'all', limit: 8, ...(search ? { search } : {}) });
  const choices = (data?.items ?? [])
    .filter(({ id }) => id !== except)
    .slice(0, 7)
    .map(({ id, title, no, address }) => ({ key: id, name: title, hint: `${address} · ${no.slice(-4)}` }));
  return (
    <View>
      <Field label={label} value={typed} onChange={setTyped} placeholder="编号、事情或地点" max={40} />
      <ChoiceList label="" choices={choices} chosen={chosen} onChoose={onChoose} problem={problem} />
    </View>
  );
}
