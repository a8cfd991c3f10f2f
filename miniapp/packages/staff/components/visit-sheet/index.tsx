import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookingDetail } from '../../../../booking/types';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { access } from '../../../../components/tap/access';
import { usualDueDay, type VisitAct, visitProblems } from '../../visits/draft';
import { visitForms } from '../../visits/forms';
import { useVisitDeed } from '../../visits/use-visit-deed';
import { useVisitDraft } from '../../visits/use-visit-draft';
import '../action-sheet/index.scss';
import { ColleagueChoice } from './colleague-choice';
import { CompanionChoice } from './companion-choice';
import { RecordFields } from './record-fields';
import { TaskFields } from './task-fields';
import { TimeChoice } from './time-choice';

export interface VisitSheetProps {
  act: VisitAct;
  booking: BookingDetail;
  onClose: () => void;
}

/** What it takes to do one act on one booking. What is written stays until it has been sent. */
export function VisitSheet({ act, booking, onClose }: VisitSheetProps) {
  const form = visitForms[act];
  const { draft, change, clear, resumed } = useVisitDraft(booking.id, act, {
    ...{ who: booking.residentLabel, dueOn: usualDueDay(new Date()) },
  });
  const [tried, setTried] = useState(false);
  const deed = useVisitDeed(act, form.done, () => {
    clear();
    onClose();
  });
  const gaps = visitProblems(act, draft);
  const problems = tried ? gaps : {};
  const possible = booking.abilities.includes(act);
  const submit = () => {
    setTried(true);
    if (Object.keys(gaps).length === 0) deed.send(booking, draft);
  };
  return (
    <Sheet
      title={form.title}
      onClose={onClose}
      foot={
        <Button kind={form.danger ? 'danger' : 'primary'} onTap={submit} busy={deed.pending} disabled={!possible}>
          {form.submit}
        </Button>
      }
    >
      <View className="sheet-means">{form.means}</View>
      {resumed && !deed.trouble && <View className="sheet-means">上次没有发出的内容还在。</View>}
      {deed.trouble && (
        <View className="sheet-trouble" {...access({ role: 'alert' })}>
          {deed.trouble}
        </View>
      )}
      {!possible && (
        <View className="sheet-trouble" {...access({ role: 'alert' })}>
          这次预约现在是“{booking.statusText}”，不能再{form.label}。您写的还在。
        </View>
      )}
      {act === 'propose' && (
        <TimeChoice
          booking={booking}
          chosen={draft.slot}
          onChoose={(slot) => change({ slot })}
          problem={problems.slot}
        />
      )}
      {act === 'passOn' && (
        <ColleagueChoice
          bookingId={booking.id}
          chosen={draft.advisorId}
          onChoose={(advisorId) => change({ advisorId })}
          problem={problems.advisorId}
        />
      )}
      {act === 'invite' && (
        <CompanionChoice
          bookingId={booking.id}
          chosen={draft.personId}
          onChoose={(personId) => change({ personId })}
          problem={problems.personId}
        />
      )}
      {act === 'followUp' && <TaskFields draft={draft} onChange={change} problems={problems} />}
      {act === 'record' && <RecordFields draft={draft} onChange={change} problems={problems} />}
      {form.field && (
        <Field
          label={form.field}
          value={draft.note}
          onChange={(note) => change({ note })}
          placeholder={form.hint}
          max={300}
          problem={problems.note}
          long
        />
      )}
    </Sheet>
  );
}
