import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Tap } from '../../../../components/tap';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { Minutes } from '../../deliberation/meeting-card';
import type { Meeting } from '../../deliberation/types';

type Kind = 'PROPOSAL' | 'AGREEMENT' | 'DISSENT';
interface Line {
  kind: Kind;
  body: string;
  speaker?: string;
}

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'PROPOSAL', label: '提出的办法' },
  { value: 'AGREEMENT', label: '一致意见' },
  { value: 'DISSENT', label: '不同意见' },
];

/** The minutes line by line: each is saved as it is written, so that nothing is lost when the battery is. */
export function MinutesForm({ meeting }: { meeting: Meeting }) {
  const { id, version, lines } = meeting;
  const [kind, setKind] = useState<Kind>('PROPOSAL');
  const [body, setBody] = useState('');
  const [speaker, setSpeaker] = useState('');
  const write = useCommand('forum.writeMinutes', '记下了', true);
  const kept: Line[] = lines.flatMap((line) =>
    line.kind === 'ONLINE'
      ? []
      : [{ kind: line.kind, body: line.body, ...(line.speaker ? { speaker: line.speaker } : {}) }],
  );
  const save = (next: Line[], after: () => void = () => undefined) =>
    write.mutate({ id, version, lines: next }, { onSuccess: after });
  const add = () =>
    save([...kept, { kind, body: body.trim(), ...(speaker.trim() ? { speaker: speaker.trim() } : {}) }], () => {
      setBody('');
      setSpeaker('');
    });
  const own = lines.filter((line) => line.kind !== 'ONLINE');
  return (
    <Card title="会议记录">
      {own.map((line, at) => (
        <View key={line.id} className="minutes-kept">
          <View className="minutes-kept-words">
            <View className="small">{[line.kindText, line.speaker].filter(Boolean).join(' · ')}</View>
            <View>{line.body}</View>
          </View>
          {own.length > 1 && (
            <Tap
              className="minutes-drop"
              onTap={() => save(kept.filter((_, place) => place !== at))}
              disabled={write.isPending}
              label={`删掉这一条：${line.body}`}
            >
              删掉
            </Tap>
          )}
        </View>
      ))}
      <Minutes lines={lines.filter((line) => line.kind === 'ONLINE')} />
      <View className="minutes-new fields">
        <Segments items={kinds} answers="记的是什么" value={kind} onChange={setKind} />
        <Field
          label="记一条"
          value={body}
          onChange={setBody}
          placeholder={kind === 'AGREEMENT' ? '大家都同意的，一条一件事' : '怎么说的就怎么记'}
          long
          max={300}
          problem={write.error ? `${sentenceOf(write.error)}，您写的还在` : undefined}
        />
        <Field label="谁说的（可不写）" value={speaker} onChange={setSpeaker} max={20} />
        <View className="buttons">
          <Button kind="plain" onTap={add} busy={write.isPending} disabled={body.trim().length < 2}>
            记下这一条
          </Button>
        </View>
      </View>
    </Card>
  );
}
