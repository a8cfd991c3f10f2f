import type { Output } from '#shared/contract';
import { Notice } from '../../../../components/state';

export type Filed = Output<'tickets.open'>;

/** A report that went to somebody else's desk: its number and who has it now, since its case is not the filer's to open. */
export function FiledNotice({ filed, onNext }: { filed: Filed; onNext: () => void }) {
  const { no, title, responsible, leadUnitName } = filed;
  const who = responsible ? `${responsible.role}${responsible.name}` : leadUnitName;
  return (
    <Notice
      title="报上去了"
      detail={`${title}。编号 ${no}，交给${who}办理，不在您的待办里。请把编号告诉本人。`}
      next={{ label: '再报一件', onTap: onNext }}
    />
  );
}
