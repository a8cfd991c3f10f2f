import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Sheet } from '../../../../components/sheet';
import { access } from '../../../../components/tap/access';
import { isBegun, type StaffAction, type Ticket } from '../../actions/draft';
import { forms } from '../../actions/forms';
import { demandOf, missing } from '../../actions/missing';
import { useDeed } from '../../hooks/use-deed';
import type { Drafts } from '../../hooks/use-drafts';
import { SheetField } from '../sheet-field';
import './index.scss';

/** What it takes to do one action on one ticket. What is written stays until it has been sent, whatever happens in between. */
export function ActionSheet({
  action,
  ticket,
  drafts,
  onClose,
}: {
  action: StaffAction;
  ticket: Ticket;
  drafts: Drafts;
  onClose: () => void;
}) {
  const form = forms[action];
  const draft = drafts.of(action);
  const [tried, setTried] = useState(false);
  const [resumed] = useState(() => isBegun(draft));
  const deed = useDeed(action, () => {
    drafts.clear(action);
    onClose();
  });

  const possible = ticket.abilities.includes(action);
  const gaps = missing(form.fields, draft, demandOf(action, ticket));
  const submit = () => {
    setTried(true);
    if (Object.keys(gaps).length === 0) deed.send(ticket, draft);
  };

  return (
    <Sheet
      title={form.title}
      onClose={onClose}
      foot={
        <Button
          kind={form.tone === 'danger' ? 'danger' : 'primary'}
          onTap={submit}
          busy={deed.pending}
          disabled={!possible}
        >
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
          这件事现在是“{ticket.statusText}”，不能再{form.label}。您写的还在，可以复制后用内部备注记下。
        </View>
      )}
      {form.fields.map((field) => (
        <SheetField
          key={field.kind}
          field={field}
          action={action}
          ticket={ticket}
          draft={draft}
          onChange={(part) => drafts.change(action, part)}
          problem={tried ? gaps[field.kind] : undefined}
        />
      ))}
    </Sheet>
  );
}
