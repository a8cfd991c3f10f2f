import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { usePages } from '../../../../hooks/use-pages';
import { Desk } from '../../components/desk';
import { ViewTabs } from '../../components/view-tabs';
import { CheckCard, type Piece } from './check-card';
import { RefuseSheet } from './refuse-sheet';
import './index.scss';

const views = [
  { key: 'held', label: '等核对', none: '没有等核对的内容' },
  { key: 'appeals', label: '申诉', none: '没有等复核的申诉' },
  { key: 'flagged', label: '留意', none: '没有需要留意的内容' },
  { key: 'decided', label: '看过的', none: '还没有看过的内容' },
] as const;
type View_ = (typeof views)[number]['key'];

/** 内容核对: public words and pictures a person has to look at, those due first in front. */
export default function ModerationPage() {
  const [view, setView] = useState<View_>('held');
  const [refusing, setRefusing] = useState<Piece>();
  const { query, more, hasMore } = usePages('moderation.queue', { view, limit: 20 });
  const counts = useApi('moderation.queue', { view: 'held', limit: 1 }, { every: 60_000 }).data?.counts;
  const tabs = views.map(({ key, label }) =>
    key === 'decided' || !counts ? { key, label } : { key, label, count: counts[key] },
  );
  return (
    <Page title="内容核对" wide>
      <Desk
        room="moderation"
        list={
          <>
            <ViewTabs tabs={tabs} active={view} onChange={setView} />
            <View className="checks">
              <Answer query={query}>
                {(pieces) => (
                  <>
                    {pieces.map((piece) => (
                      <CheckCard key={piece.id} piece={piece} view={view} onRefuse={() => setRefusing(piece)} />
                    ))}
                    {pieces.length === 0 && <Notice title={views.find(({ key }) => key === view)?.none ?? ''} />}
                    {hasMore && (
                      <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                        看更多
                      </Button>
                    )}
                  </>
                )}
              </Answer>
            </View>
          </>
        }
      />
      {refusing && <RefuseSheet piece={refusing} onClose={() => setRefusing(undefined)} />}
    </Page>
  );
}
