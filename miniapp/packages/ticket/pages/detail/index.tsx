import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { ActionBar, ActionSheet, type SheetAction } from './actions';
import { Story } from './story';

/** One matter from the first word to the last, and what this person may do with it right now. */
export default function TicketDetailPage() {
  const { id = '' } = useRouter().params;
  const query = useApi('tickets.get', { id }, { enabled: id !== '', every: 15_000 });
  const [action, setAction] = useState<SheetAction>();
  const ticket = query.data;
  return (
    <Page
      title={ticket?.title ?? '这件事'}
      foot={ticket ? <ActionBar ticket={ticket} onOpen={setAction} /> : undefined}
    >
      <Answer query={query}>{(answer) => <Story ticket={answer} />}</Answer>
      {ticket?.abilities.includes('withdraw') && (
        <Button kind="quiet" className="withdraw" onTap={() => setAction('withdraw')}>
          撤回这件事
        </Button>
      )}
      {ticket && action && <ActionSheet ticket={ticket} action={action} onClose={() => setAction(undefined)} />}
    </Page>
  );
}
