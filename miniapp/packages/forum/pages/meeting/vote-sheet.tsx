import { View } from '@tarojs/components';
import { useState } from 'react';
import { type AssemblyKind, assemblyKinds, assemblyLabel, voteResult } from '#shared/domain/forum/decisions';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Paper } from '../../deliberation/types';

const results = {
  impossible: '人数对不上：到会的不能多于应到的，赞成的不能多于到会的',
  no_quorum: '到会的人不够，这次表决不算数',
  rejected: '赞成的不到一半，没有通过',
  passed: '表决通过，可以公布',
} as const;

/** How the assembly voted; what follows from the numbers is said while they are typed. */
export function VoteSheet({ paper: { id, version }, onClose }: { paper: Paper; onClose: () => void }) {
  const [kind, setKind] = useState<AssemblyKind>('VILLAGE_DELEGATES');
  const [heldOn, setHeldOn] = useState(dayOf(new Date()));
  const [counts, setCounts] = useState({ eligible: '', present: '', inFavour: '' });
  const record = useCommand('forum.recordVote', '记下了', true);
  const [eligible, present, inFavour] = [Number(counts.eligible), Number(counts.present), Number(counts.inFavour)];
  const filled = Object.values(counts).every((count) => /^\d+$/.test(count));
  const result = filled ? voteResult({ kind, eligible, present, inFavour }) : undefined;
  const dayProblem = /^\d{4}-\d{2}-\d{2}$/.test(heldOn) ? undefined : '写成 2026-11-23 这样';
  const send = () =>
    record.mutate({ id, version, vote: { kind, eligible, present, inFavour, heldOn } }, { onSuccess: onClose });
  const count = (key: keyof typeof counts, label: string) => (
    <Field
      label={label}
      value={counts[key]}
      onChange={(value) => setCounts({ ...counts, [key]: value })}
      type="number"
      max={6}
    />
  );
  return (
    <Sheet
      title="记下表决"
      onClose={onClose}
      foot={
        <Button
          onTap={send}
          busy={record.isPending}
          disabled={!result || result === 'impossible' || dayProblem !== undefined}
        >
          记下来
        </Button>
      }
    >
      <View className="field-label">什么会</View>
      <View className="pick-list">
        {assemblyKinds.map((one) => (
          <Tap
            key={one}
            role="radio"
            checked={one === kind}
            className={`pick ${one === kind ? 'pick-on' : ''}`}
            onTap={() => setKind(one)}
            label={assemblyLabel(one)}
          >
            {assemblyLabel(one)}
          </Tap>
        ))}
      </View>
      <Field label="哪天开的" value={heldOn} onChange={setHeldOn} max={10} problem={dayProblem} />
      {count('eligible', '应到多少（人、户或代表）')}
      {count('present', '实到')}
      {count('inFavour', '赞成')}
      {result && <View className={result === 'passed' ? 'second' : 'field-problem'}>{results[result]}</View>}
      {record.error && <View className="field-problem">{`${sentenceOf(record.error)}，您写的还在`}</View>}
    </Sheet>
  );
}
