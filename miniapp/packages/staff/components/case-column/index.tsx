import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { Timeline } from '../../../../components/timeline';
import type { StaffAction, Ticket } from '../../actions/draft';
import { useDrafts } from '../../hooks/use-drafts';
import { ActionBar } from '../action-bar';
import { ActionSheet } from '../action-sheet';
import { AssistSummary } from '../assist';
import { CasePhotos } from '../case-photos';
import { CaseHead, CaseSaid } from '../case-said';
import './index.scss';

/** One ticket from top to bottom: what was said, the photos, what happened, and what may be done now. `facts` go in between on a phone. */
export function CaseColumn({ ticket, room, facts }: { ticket: Ticket; room: number; facts?: ReactNode }) {
  const drafts = useDrafts(ticket.id);
  const [acting, setActing] = useState<StaffAction>();
  return (
    <>
      <View className="case-column">
        <CaseHead ticket={ticket} />
        <CaseSaid ticket={ticket} />
        <AssistSummary about={{ ticketId: ticket.id }} />
        <CasePhotos ticket={ticket} drafts={drafts} onAdded={() => setActing('handle')} />
        {facts}
        <Card>
          <Timeline steps={ticket.steps} />
        </Card>
      </View>
      <ActionBar ticket={ticket} room={room} onAct={setActing} />
      {acting && (
        <ActionSheet
          key={acting}
          action={acting}
          ticket={ticket}
          drafts={drafts}
          onClose={() => setActing(undefined)}
        />
      )}
    </>
  );
}
