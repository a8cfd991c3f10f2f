import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { type HouseholdMove, MoveCard } from '../../../../points/move-card';
import { RefuseSheet } from '../../../../points/refuse-sheet';
import { AskedSheet } from './asked-sheet';
import { HeadSheet } from './head-sheet';
import './index.scss';

type Which = 'open' | 'ended';

/** 户的登记: what families of the own places ask for about their households, and who their heads are. */
export default function HouseholdsPage() {
  const [view, setView] = useState<Which>('open');
  const [naming, setNaming] = useState(false);
  const query = useApi('households.desk', { view });
  return (
    <Page title="户的登记">
      <Segments
        items={[
          { value: 'open', label: `等确认${query.data ? ` ${query.data.open}` : ''}` },
          { value: 'ended', label: '办过的' },
        ]}
        value={view}
        onChange={setView}
      />
      <Answer query={query}>
        {({ items }) => (
          <>
            {items.map((move) => (
              <DeskMove key={move.id} move={move} />
            ))}
            {items.length === 0 && <Notice title={view === 'open' ? '没有等确认的' : '还没有办过的'} />}
          </>
        )}
      </Answer>
      <Button kind="plain" onTap={() => setNaming(true)}>
        登记或更换户主
      </Button>
      <View className="small">入户、分户、并户、迁户都要本人提、家里人同意。自己家的要请别人确认。</View>
      {naming && <HeadSheet onClose={() => setNaming(false)} />}
    </Page>
  );
}

function DeskMove({ move }: { move: HouseholdMove }) {
  const { id, text, abilities, waitingFor } = move;
  const decide = useCommand('households.decide', '办好了');
  const [open, setOpen] = useState<'refuse' | 'asked'>();
  const grant = () => (waitingFor.length > 0 ? setOpen('asked') : decide.mutate({ id, isGranted: true }));
  return (
    <MoveCard move={move}>
      {abilities.includes('grant') && (
        <View className="buttons household-deeds">
          <Button onTap={grant} busy={decide.isPending} label={`核对过了，确认：${text}`}>
            核对过了，确认
          </Button>
          <Button kind="plain" onTap={() => setOpen('refuse')} label={`不同意：${text}`}>
            不同意
          </Button>
        </View>
      )}
      {open === 'refuse' && <RefuseSheet id={id} onClose={() => setOpen(undefined)} />}
      {open === 'asked' && <AskedSheet id={id} waitingFor={waitingFor} onClose={() => setOpen(undefined)} />}
    </MoveCard>
  );
}
