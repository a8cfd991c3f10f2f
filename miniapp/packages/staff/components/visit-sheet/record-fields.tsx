import { View } from '@tarojs/components';
import type { Handover } from '#shared/domain/bookings/handover';
import { Field } from '../../../../components/field';
import { Toggle } from '../../../../components/toggle';
import { handovers, type VisitDraft } from '../../visits/draft';
import { ChoiceList } from '../choice-list';
import { LawPicker } from './law-picker';
import './record-fields.scss';

export interface RecordFieldsProps {
  draft: VisitDraft;
  onChange: (part: Partial<VisitDraft>) => void;
  problems: Partial<Record<keyof VisitDraft, string>>;
}

/** 一次一记: who, what was said, the law, the advice, what comes next, and to whom it goes on. */
export function RecordFields({ draft, onChange, problems }: RecordFieldsProps) {
  const handover = (key: string) =>
    onChange({ handover: key === draft.handover ? undefined : handovers.find((one) => one.key === key)?.key });
  const chosen: Handover | '' = draft.handover ?? '';
  return (
    <>
      <Field
        label="和谁谈的"
        value={draft.who}
        onChange={(who) => onChange({ who })}
        max={100}
        problem={problems.who}
      />
      <Field
        label="说了什么"
        value={draft.facts}
        onChange={(facts) => onChange({ facts })}
        placeholder="事情的经过和居民的要求"
        max={2000}
        problem={problems.facts}
        long
      />
      <Field
        label="依据（一行一条，可不写）"
        value={draft.law}
        onChange={(law) => onChange({ law })}
        placeholder="《民法典》第一千零八十五条"
        max={600}
        long
      />
      <LawPicker facts={draft.facts} written={draft.law} onChange={(law) => onChange({ law })} />
      <Field
        label="答复意见"
        value={draft.advice}
        onChange={(advice) => onChange({ advice })}
        max={2000}
        problem={problems.advice}
        long
      />
      <Field
        label="下一步"
        value={draft.nextStep}
        onChange={(nextStep) => onChange({ nextStep })}
        placeholder="比如：下周三前把转账记录发来"
        max={300}
        problem={problems.nextStep}
      />
      <ChoiceList label="要不要转给别处（可不选）" choices={handovers} chosen={chosen} onChoose={handover} />
      {draft.handover && (
        <>
          <Field
            label="转过去的话（居民同意的，不写就转事由那一句）"
            value={draft.handoverText}
            onChange={(handoverText) => onChange({ handoverText })}
            placeholder="比如：两家为地边的界线说不拢，想请村里调解"
            max={500}
            long
          />
          <View className="record-consent">
            <View className="record-consent-words">居民同意转过去</View>
            <Toggle on={draft.consent} label="居民同意转过去" onChange={(consent) => onChange({ consent })} />
          </View>
          {problems.consent && <View className="field-problem">{problems.consent}</View>}
          <View className="small">会给居民开一张工单，他在“我的事”里看得到；服务记录不会跟着过去。</View>
        </>
      )}
    </>
  );
}
