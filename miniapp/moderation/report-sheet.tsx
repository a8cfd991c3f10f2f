import { View } from '@tarojs/components';
import { useState } from 'react';
import { moderationRules, reportReasons } from '#shared/domain/moderation/rules';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { Sheet } from '../components/sheet';
import { sentenceOf, useCommand } from '../hooks/use-command';
import { goRules } from './go';
import { RuleChoice } from './rule-choice';

/** Points at something public that breaks a rule. One report a person; who reports is not told to the author. */
export function ReportSheet({ kind, id, onClose }: { kind: string; id: string; onClose: () => void }) {
  const [reason, setReason] = useState<(typeof reportReasons)[number]>();
  const [note, setNote] = useState('');
  const report = useCommand('moderation.report', '收到了，工作人员会看', true);
  const send = () =>
    reason &&
    report.mutate({ kind, subjectId: id, reason, ...(note.trim() && { note: note.trim() }) }, { onSuccess: onClose });
  return (
    <Sheet
      title="举报"
      onClose={onClose}
      foot={
        <Button onTap={() => send()} busy={report.isPending} disabled={!reason}>
          交给工作人员看
        </Button>
      }
    >
      <View className="second">作者不会知道是谁举报的。几个人都举报，内容会先收起来，等工作人员看过再定。</View>
      <RuleChoice
        rules={reportReasons.map((code) => ({ code, ...moderationRules[code] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Field
        label="补充一句（可不填）"
        value={note}
        onChange={setNote}
        max={200}
        problem={report.error ? sentenceOf(report.error) : undefined}
      />
      <Button kind="quiet" onTap={goRules}>
        看公开内容的规则
      </Button>
    </Sheet>
  );
}
