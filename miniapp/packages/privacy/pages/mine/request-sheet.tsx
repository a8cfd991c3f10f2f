import { View } from '@tarojs/components';
import { useState } from 'react';
import { type DataRequestSubject, dataRequestSubjects, dataSubjectLabels } from '#shared/domain/privacy/requests';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { access } from '../../../../components/tap/access';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';

const kinds = [
  { value: 'CORRECT', label: '更正' },
  { value: 'DELETE', label: '删除' },
  { value: 'EXPLAIN', label: '说明' },
] as const;
type Kind = (typeof kinds)[number]['value'];

const hints: Readonly<Record<Kind, string>> = {
  CORRECT: '哪里写错了，应该是什么',
  DELETE: '想删掉哪一样，为什么',
  EXPLAIN: '想知道什么，比如“谁看过我的电话”',
};

/** Asks people to correct, delete or explain something that the desk holds. */
export function RequestSheet({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('CORRECT');
  const [about, setAbout] = useState<DataRequestSubject>('name');
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const ask = useCommand('privacy.request', '收到了，15 个工作日内答复', true);
  const isName = kind === 'CORRECT' && about === 'name';
  const ready = text.trim().length >= 4 && (!isName || wanted.trim().length >= 2);
  const send = () =>
    ask.mutate({ kind, about, text: text.trim(), ...(isName && { wanted: wanted.trim() }) }, { onSuccess: onClose });
  return (
    <Sheet
      title="提一个请求"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={ask.isPending} disabled={!ready}>
          提交
        </Button>
      }
    >
      <Segments items={kinds} answers="要办什么" value={kind} onChange={setKind} />
      <View className="strong">关于哪一样</View>
      <View className="privacy-choices" {...access({ role: 'radiogroup', label: '关于哪一样' })}>
        {dataRequestSubjects.map((one) => (
          <Tap
            key={one}
            className={`privacy-choice ${one === about ? 'privacy-choice-on' : ''}`}
            role="radio"
            checked={one === about}
            label={dataSubjectLabels[one]}
            onTap={() => setAbout(one)}
          >
            {dataSubjectLabels[one]}
          </Tap>
        ))}
      </View>
      {isName && <Field label="正确的姓名" value={wanted} onChange={setWanted} max={20} placeholder="和身份证一致" />}
      <Field
        label="说一说"
        value={text}
        onChange={setText}
        placeholder={hints[kind]}
        long
        max={500}
        problem={ask.error ? `${sentenceOf(ask.error)}，您写的还在` : undefined}
      />
      <View className="small">电话、称呼和住在哪里，您自己在“我的”里就能改。</View>
    </Sheet>
  );
}
