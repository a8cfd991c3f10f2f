import { Input, Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Icon } from '../../../../components/icon';
import { Answer } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import type { Queue } from '../../hooks/use-queue';
import { useSeen } from '../../hooks/use-seen';
import { type Chip, chipsOf, type Filters, type View as QueueView } from '../../model/filters';
import { goReportFor } from '../../model/report-for';
import { ExportSheet } from '../export-sheet';
import { FilterSheet } from '../filter-sheet';
import { QueueRow } from '../queue-row';
import { ViewTabs } from '../view-tabs';
import './index.scss';

interface QueueListProps {
  queue: Queue;
  filters: Filters;
  /** What the board said about the figure that led here. */
  drilled: string | undefined;
  selected: string | undefined;
  onChange: (filters: Filters) => void;
  onOpen: (id: string) => void;
  /** Under the list; the desktop says its keys here. */
  foot?: ReactNode;
}

/** The queue with its views, search and filters. The list never empties while another view is on its way. */
export function QueueList({ queue, filters, drilled, selected, onChange, onOpen, foot }: QueueListProps) {
  const { data: counts } = useApi('workbench.counts', {}, { every: 60_000 });
  const { may } = useSession();
  const [sheet, setSheet] = useState<'filter' | 'export'>();
  const hasMore = Boolean(queue.query.hasNextPage);
  useSeen('queue-more', hasMore, queue.more);
  const view = filters.view ?? 'todo';
  const tabs = (counts?.views ?? []).map(({ view: key, label, count }) => ({ key, label, count }));
  const chips = chipsOf(filters, { label: drilled, category: queue.items[0]?.categoryName });
  const clear = ({ clears }: Chip) =>
    onChange({ ...filters, ...Object.fromEntries(clears.map((key) => [key, undefined])) });

  return (
    <View className="queue">
      <View className="queue-head">
        <View className="queue-top">
          <View className="queue-title">{titleOf(counts, view, chips.length > 0 || Boolean(filters.search))}</View>
          <Button kind="quiet" icon="plus" onTap={goReportFor} label="代报：替没有手机的居民报一件事">
            代报
          </Button>
        </View>
        <View className="queue-tools">
          <SearchBox value={filters.search ?? ''} onChange={(search) => onChange({ ...filters, search })} />
          <Button kind="quiet" onTap={() => setSheet('filter')}>
            筛选
          </Button>
          {may('export') && (
            <Button kind="quiet" onTap={() => setSheet('export')}>
              导出
            </Button>
          )}
        </View>
        {chips.length > 0 && (
          <View className="queue-chips">
            {chips.map((chip) => (
              <Tap key={chip.label} className="queue-chip" onTap={() => clear(chip)} label={`去掉筛选：${chip.label}`}>
                <Text>{chip.label}</Text>
                <Icon name="close" size="s" />
              </Tap>
            ))}
          </View>
        )}
        {tabs.length > 0 && (
          <ViewTabs tabs={tabs} active={view} onChange={(next: QueueView) => onChange({ ...filters, view: next })} />
        )}
      </View>
      <Answer query={queue.query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere narrowed={chips.length > 0 || Boolean(filters.search)} view={view} onChange={onChange} />
          ) : (
            <View>
              {items.map((item) => (
                <QueueRow key={item.id} item={item} on={item.id === selected} onTap={() => onOpen(item.id)} />
              ))}
            </View>
          )
        }
      </Answer>
      {hasMore && (
        <View className="queue-more" id="queue-more">
          <Button kind="quiet" onTap={queue.more} busy={queue.query.isFetchingNextPage}>
            再看一些
          </Button>
        </View>
      )}
      {foot}
      {sheet === 'filter' && <FilterSheet filters={filters} onChange={onChange} onClose={() => setSheet(undefined)} />}
      {sheet === 'export' && <ExportSheet filters={filters} onClose={() => setSheet(undefined)} />}
    </View>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <View className="queue-search">
      <Input
        id="queue-search"
        className="queue-search-input"
        value={value}
        placeholder="搜索编号、事情、地点"
        maxlength={40}
        confirmType="search"
        ariaLabel="搜索"
        onInput={({ detail }) => onChange(detail.value)}
      />
      <View className="queue-key">/</View>
    </View>
  );
}

function NothingHere({
  narrowed,
  view,
  onChange,
}: {
  narrowed: boolean;
  view: QueueView;
  onChange: (filters: Filters) => void;
}) {
  if (narrowed) return <Notice title="没有符合的" next={{ label: '去掉筛选', onTap: () => onChange({ view }) }} />;
  if (view === 'all') return <Notice title="辖区里还没有事情" />;
  return <Notice title="这里都办完了" next={{ label: '看全部', onTap: () => onChange({ view: 'all' }) }} />;
}

/** Whose queue and which view. A narrowed list is shorter than the view's count, so the count is left out then. */
function titleOf(counts: Output<'workbench.counts'> | undefined, view: QueueView, narrowed: boolean): string {
  if (!counts) return '工作台';
  const tab = counts.views.find((one) => one.view === view);
  return [counts.title, tab && (narrowed ? tab.label : `${tab.label} ${tab.count}`)].filter(Boolean).join(' · ');
}
