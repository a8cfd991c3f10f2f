import { View } from '@tarojs/components';
import { useState } from 'react';
import { RecordCard } from '../../../../booking/record-card';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import '../action-sheet/index.scss';
import type { Sampled } from '../../supervision/score';

export interface CheckSheetProps {
  sampled: Sampled;
  onClose: () => void;
  onChecked: () => void;
}

/** One drawn record and what was found about it. */
export function CheckSheet({ sampled: { id, no, record, finding, passed }, onClose, onChecked }: CheckSheetProps) {
  const [verdict, setVerdict] = useState<'yes' | 'no' | ''>(passed === null ? '' : passed ? 'yes' : 'no');
  const [text, setText] = useState(finding ?? '');
  const check = useCommand('supervision.check', '已记下', true);
  const ready = verdict !== '' && text.trim().length >= 2;
  return (
    <Sheet
      title={`检查 ${no}`}
      onClose={onClose}
      foot={
        <Button
          onTap={() => check.mutate({ id, passed: verdict === 'yes', finding: text.trim() }, { onSuccess: onChecked })}
          busy={check.isPending}
          disabled={!ready}
        >
          记下结果
        </Button>
      }
    >
      {check.error && <View className="sheet-trouble">没有记下：{sentenceOf(check.error)}。您写的还在。</View>}
      <RecordCard record={record} title="服务记录" />
      <Segments
        items={[
          { value: 'yes', label: '合格' },
          { value: 'no', label: '不合格' },
        ]}
        answers="合格吗"
        value={verdict}
        onChange={setVerdict}
      />
      <Field
        label="看到了什么"
        value={text}
        onChange={setText}
        placeholder="比如：依据写得具体，下一步有人跟"
        max={500}
        long
      />
    </Sheet>
  );
}
