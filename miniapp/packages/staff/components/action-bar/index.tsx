import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { Tap } from '../../../../components/tap';
import { arrange } from '../../actions/arrange';
import type { StaffAction, Ticket } from '../../actions/draft';
import { forms } from '../../actions/forms';
import './index.scss';

interface ActionBarProps {
  ticket: Ticket;
  /** How many quiet buttons fit beside the filled one. */
  room: number;
  onAct: (action: StaffAction) => void;
}

/** What may be done with this ticket now, by its abilities alone: the likeliest deed filled, others beside it, the rest behind 更多. */
export function ActionBar({ ticket, room, onAct }: ActionBarProps) {
  const [open, setOpen] = useState(false);
  const { primary, beside, more } = arrange(ticket.abilities, room);
  if (!primary && beside.length + more.length === 0) return null;
  const choose = (action: StaffAction) => {
    setOpen(false);
    onAct(action);
  };
  return (
    <>
      <View className="action-bar">
        {more.length > 0 && (
          <Button kind="quiet" onTap={() => setOpen(true)} label="更多操作">
            更多
          </Button>
        )}
        {beside.map((action) => (
          <Button key={action} kind="plain" onTap={() => onAct(action)}>
            {forms[action].label}
          </Button>
        ))}
        {primary && <Button onTap={() => onAct(primary)}>{forms[primary].label}</Button>}
      </View>
      {open && (
        <Sheet title="还可以" onClose={() => setOpen(false)}>
          {more.map((action) => (
            <Tap key={action} className={lookOf(action)} onTap={() => choose(action)} label={forms[action].title}>
              <View>{forms[action].title}</View>
            </Tap>
          ))}
        </Sheet>
      )}
    </>
  );
}

const lookOf = (action: StaffAction) => `action-more ${forms[action].tone === 'danger' ? 'action-more-danger' : ''}`;
