import { useState } from 'react';
import { addDays } from '#shared/domain/time/clock';
import { dayToOpen } from '../../../booking/slot-parts';
import type { Slot } from '../../../booking/types';
import { useApi } from '../../../hooks/use-api';

const shown = 14;

/** The times of two weeks: which day is open, which time is chosen, and the way to the next weeks. */
export function useDays(asked: { villageCode?: string; advisorId?: string }) {
  const [from, setFrom] = useState<string>();
  const [day, setDay] = useState<string>();
  const [slot, setSlot] = useState<Slot>();
  const query = useApi('bookings.slots', { ...asked, ...(from ? { from } : {}), days: shown });
  const days = query.data?.days ?? [];
  const turn = (to: string | undefined) => {
    setFrom(to);
    setDay(undefined);
    setSlot(undefined);
  };
  return {
    query,
    open: dayToOpen(days, day)?.date ?? days[0]?.date,
    setDay,
    slot,
    setSlot,
    /** Two weeks on; undefined until the first two are known. */
    onward: days[0] ? () => turn(addDays(days[0]?.date ?? '', shown)) : undefined,
    /** Back to the first days; undefined while they are in sight. */
    back: from ? () => turn(undefined) : undefined,
  };
}
