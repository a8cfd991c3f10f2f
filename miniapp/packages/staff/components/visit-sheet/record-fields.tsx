import { Field } from '../../../../components/field';
import { type Handover, handovers, type VisitDraft } from '../../visits/draft';
import { ChoiceList } from '../choice-list';

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
    </>
  );
}
