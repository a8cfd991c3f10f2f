import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { type VisitAct, visitActs } from '../../visits/draft';
import { visitForms } from '../../visits/forms';
import '../action-bar/index.scss';

/** The likeliest act filled, `room` others beside it, the rest behind 更多. */
const primaries: readonly VisitAct[] = ['confirm', 'record', 'arrive', 'undoNoShow'];

/** Which acts stand where. A talk that has begun asks for its record, one that has not for the resident's arrival. */
export function arrangeVisit(booking: Pick<BookingDetail, 'abilities' | 'statusText'>, room: number) {
  const possible = visitActs.filter((act) => booking.abilities.includes(act));
  const hasBegun = !possible.includes('arrive');
  const order = hasBegun ? primaries : primaries.filter((act) => act !== 'record');
  const primary = order.find((act) => possible.includes(act));
  const rest = possible.filter((act) => act !== primary);
  const beside = rest.filter((act) => !visitForms[act].danger).slice(0, room);
  return { primary, beside, more: rest.filter((act) => !beside.includes(act)) };
}

interface VisitBarProps {
  booking: BookingDetail;
  room: number;
  onAct: (act: VisitAct) => void;
}

/** What may be done with this booking now, by its abilities alone. */
export function VisitBar({ booking, room, onAct }: VisitBarProps) {
  const [open, setOpen] = useState(false);
  const { primary, beside, more } = arrangeVisit(booking, room);
  if (!primary && beside.length + more.length === 0) return null;
  const choose = (act: VisitAct) => {
    setOpen(false);
    onAct(act);
  };
  return (
    <>
      <View className="action-bar">
        {more.length > 0 && (
          <Button kind="quiet" onTap={() => setOpen(true)}>
            更多
          </Button>
        )}
        {beside.map((act) => (
          <Button key={act} kind="plain" onTap={() => onAct(act)}>
            {visitForms[act].label}
          </Button>
        ))}
        {primary && <Button onTap={() => onAct(primary)}>{visitForms[primary].label}</Button>}
      </View>
      {open && (
        <Sheet title="还可以" onClose={() => setOpen(false)}>
          {more.map((act) => (
            <Tap
              key={act}
              className={`action-more ${visitForms[act].danger ? 'action-more-danger' : ''}`}
              onTap={() => choose(act)}
            >
              {visitForms[act].title}
            </Tap>
          ))}
        </Sheet>
      )}
    </>
  );
}
