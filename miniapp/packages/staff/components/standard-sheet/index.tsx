import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input, Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Answer } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import '../action-sheet/index.scss';

type Standards = Output<'supervision.standards'>;
type Saved = Input<'supervision.saveStandard'>;

const weights: readonly { key: keyof Saved['weights']; label: string }[] = [
  { key: 'attendance', label: '到岗' },
  { key: 'consultation', label: '咨询调解' },
  { key: 'lecture', label: '讲座' },
  { key: 'record', label: '台账' },
  { key: 'satisfaction', label: '满意' },
];
const norms = [
  { key: 'monthlyMinutes', label: '每村每月到岗（分钟）' },
  { key: 'monthlyDays', label: '每村每月到岗（天）' },
  { key: 'monthlyConsultations', label: '每村每月接待（次）' },
  { key: 'quarterlyLectures', label: '每村每季讲座（场）' },
  { key: 'fewestRatings', label: '至少几次评价才评满意' },
] as const;

/** 考核标准: what is in force, and a new one from the first of next month. */
export function StandardSheet({ onClose }: { onClose: () => void }) {
  const query = useApi('supervision.standards', {});
  return <Answer query={query}>{(standards) => <StandardForm standards={standards} onClose={onClose} />}</Answer>;
}

function StandardForm({ standards: { items, nextDay }, onClose }: { standards: Standards; onClose: () => void }) {
  const [latest] = items;
  const inForce = items.find((one) => one.inForce);
  const [form, setForm] = useState(() => textOf(latest));
  const [reason, setReason] = useState('');
  const save = useCommand('supervision.saveStandard', '已定下，下个月起用', true);
  const sum = weights.reduce((all, { key }) => all + Number(form[key]), 0);
  const filled = Object.values(form).every((value) => /^\d+$/.test(value));
  const send = () => save.mutate({ ...savedOf(form), reason: reason.trim() }, { onSuccess: onClose });
  return (
    <Sheet
      title="考核标准"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending} disabled={!filled || sum !== 100 || reason.trim().length < 2}>
          {`从 ${nextDay} 起用`}
        </Button>
      }
    >
      <View className="sheet-means">
        {inForce && `现在用的从 ${inForce.startsOn} 起：${inForce.reason}。`}改了从下个月一号起用，过去的月份不变。
      </View>
      {save.error && <View className="sheet-trouble">没有定下：{sentenceOf(save.error)}。您写的还在。</View>}
      {weights.map(({ key, label }) => (
        <Field
          key={key}
          label={`${label}满分`}
          type="number"
          value={form[key]}
          onChange={(value) => setForm({ ...form, [key]: value })}
          max={3}
        />
      ))}
      <View className={sum === 100 ? 'small' : 'field-problem'}>{`五项合计 ${sum}，要是 100`}</View>
      {norms.map(({ key, label }) => (
        <Field
          key={key}
          label={label}
          type="number"
          value={form[key]}
          onChange={(value) => setForm({ ...form, [key]: value })}
          max={5}
        />
      ))}
      <Field label="为什么改" value={reason} onChange={setReason} placeholder="比如：按区里 12 月的通知" max={200} />
    </Sheet>
  );
}

type Form = Record<keyof Saved['weights'] | (typeof norms)[number]['key'], string>;

/** A standard as it stands in the fields. */
function textOf(standard: Standards['items'][number] | undefined): Form {
  const { weights: of, ...rest } = standard ?? { weights: undefined };
  const text = (value: unknown) => String(value ?? '');
  return Object.fromEntries([
    ...weights.map(({ key }) => [key, text(of?.[key])]),
    ...norms.map(({ key }) => [key, text((rest as Partial<Standards['items'][number]>)[key])]),
  ]) as Form;
}

/** The fields as the call takes them. */
function savedOf(form: Form): Omit<Saved, 'reason'> {
  const number = (key: keyof Form) => Number(form[key]);
  return {
    weights: {
      ...{ attendance: number('attendance'), consultation: number('consultation'), lecture: number('lecture') },
      ...{ record: number('record'), satisfaction: number('satisfaction') },
    },
    ...{ monthlyMinutes: number('monthlyMinutes'), monthlyDays: number('monthlyDays') },
    ...{ monthlyConsultations: number('monthlyConsultations'), quarterlyLectures: number('quarterlyLectures') },
    fewestRatings: number('fewestRatings'),
  };
}
