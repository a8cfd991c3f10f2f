import { useCallback, useEffect, useState } from 'react';
import { keep, recall } from '../../../services/storage';
import { type Draft, emptyDraft, type StaffAction } from '../actions/draft';

type Kept = Partial<Record<StaffAction, Draft>>;

const keyOf = (ticketId: string) => `staff.drafts.${ticketId}`;
const load = (ticketId: string): Kept => recall<Kept>(keyOf(ticketId)) ?? {};
const save = (ticketId: string, kept: Kept) => keep(keyOf(ticketId), Object.keys(kept).length > 0 ? kept : undefined);

/** What has been written into this ticket's sheets and not sent yet. */
export interface Drafts {
  of: (action: StaffAction) => Draft;
  change: (action: StaffAction, part: Partial<Draft>) => void;
  clear: (action: StaffAction) => void;
}

/** The drafts of one ticket. They survive closing the sheet, a refusal, and closing the app. */
export function useDrafts(ticketId: string): Drafts {
  const [kept, setKept] = useState<Kept>(() => load(ticketId));
  useEffect(() => setKept(load(ticketId)), [ticketId]);

  const change = useCallback(
    (action: StaffAction, part: Partial<Draft>) =>
      setKept((before) => {
        const after = { ...before, [action]: { ...(before[action] ?? emptyDraft), ...part } };
        save(ticketId, after);
        return after;
      }),
    [ticketId],
  );
  const clear = useCallback(
    (action: StaffAction) =>
      setKept(({ [action]: _sent, ...rest }) => {
        save(ticketId, rest);
        return rest;
      }),
    [ticketId],
  );
  return { of: (action) => kept[action] ?? emptyDraft, change, clear };
}
