import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import type { VisitDraft } from '../../visits/draft';

export interface TaskFieldsProps {
  draft: VisitDraft;
  onChange: (part: Partial<VisitDraft>) => void;
  problems: Partial<Record<keyof VisitDraft, string>>;
}

/** What is still to be done after the talk, and by when. */
export function TaskFields({ draft, onChange, problems }: TaskFieldsProps) {
  return (
    <>
      <Field
        label="要办什么"
        value={draft.task}
        onChange={(task) => onChange({ task })}
        placeholder="比如：看完转账记录后给他回电话"
        max={200}
        problem={problems.task}
        long
      />
      <DateField
        label="哪天之前"
        mode="date"
        value={draft.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
        problem={problems.dueOn}
      />
    </>
  );
}
