import { useState } from 'react';
import { keep, recall } from '../../../services/storage';
import { emptyVisitDraft, type VisitAct, type VisitDraft } from './draft';

/** The draft of one act on one booking. It survives closing the sheet, a refusal and closing the app. */
export function useVisitDraft(bookingId: string, act: VisitAct, start: Partial<VisitDraft>) {
  const key = `visit.draft.${bookingId}.${act}`;
  const [kept] = useState(() => recall<VisitDraft>(key));
  const [draft, setDraft] = useState<VisitDraft>({ ...emptyVisitDraft, ...start, ...kept });
  const change = (part: Partial<VisitDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keep(key, next);
  };
  return { draft, resumed: kept !== undefined, change, clear: () => keep(key, undefined) };
}
