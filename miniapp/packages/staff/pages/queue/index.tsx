import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { wordsOfParam } from '../../../../services/params';
import { emptyDraft } from '../../actions/draft';
import { CaseColumn } from '../../components/case-column';
import { CaseFacts } from '../../components/case-facts';
import { Desk } from '../../components/desk';
import { QueueList } from '../../components/queue-list';
import { useDeed } from '../../hooks/use-deed';
import { useDeskKeys } from '../../hooks/use-desk-keys';
import { useQueue } from '../../hooks/use-queue';
import { useSettled } from '../../hooks/use-settled';
import { useWide } from '../../hooks/use-wide';
import type { DeskKey } from '../../model/desk-keys';
import { filtersFrom, tidy } from '../../model/filters';
import { goCase } from '../../model/go';

/** My queue by urgency. On a desktop the chosen ticket stands beside it, and the keyboard works. */
export default function QueuePage() {
  const { params } = useRouter();
  const [filters, setFilters] = useState(() => filtersFrom(params));
  const [chosen, setChosen] = useState<string>();
  const wide = useWide();
  const search = useSettled(filters.search, 250);
  const queue = useQueue(tidy({ ...filters, search }));
  const ids = queue.items.map(({ id }) => id);
  const selected = wide ? (chosen ?? ids[0]) : undefined;
  const ticket = useApi('tickets.get', { id: selected ?? '' }, { enabled: Boolean(selected) });
  const accept = useDeed('accept', () => undefined);

  const act = (key: DeskKey) => {
    if (key.type === 'search') return focus('#queue-search input');
    if (key.type === 'select') {
      setChosen(key.id);
      if (key.id === ids.at(-1)) queue.more();
      return;
    }
    if (key.type === 'open') return wide ? focus('#case-title') : goCase(key.id);
    const item = queue.items.find(({ id }) => id === key.id);
    if (item?.abilities.includes('accept') && !accept.pending) accept.send(item, emptyDraft);
  };
  useDeskKeys({ ids, selected }, act);
  useEffect(() => {
    if (wide && chosen) document.getElementById(`row-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [wide, chosen]);

  const list = (
    <QueueList
      queue={queue}
      filters={filters}
      drilled={wordsOfParam(params.label)}
      selected={selected}
      onChange={(next) => {
        setFilters(tidy(next));
        setChosen(undefined);
      }}
      onOpen={(id) => (wide ? setChosen(id) : goCase(id))}
      foot={<View className="queue-keys">j k 上下 · a 受理 · Enter 打开 · / 搜索</View>}
    />
  );
  if (!wide) {
    return (
      <Page title="工作台" wide>
        <Desk room="queue" list={list} />
      </Page>
    );
  }
  return (
    <Page title="工作台" wide>
      <Desk
        room="queue"
        list={list}
        main={
          selected ? (
            <Answer query={ticket}>{(found) => <CaseColumn key={found.id} ticket={found} room={2} />}</Answer>
          ) : (
            <Notice title="左边选一件，就在这里办" />
          )
        }
        aside={
          ticket.data && (
            <View className="desk-facts">
              <CaseFacts key={ticket.data.id} ticket={ticket.data} aspect={1.6} />
            </View>
          )
        }
      />
    </Page>
  );
}

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
