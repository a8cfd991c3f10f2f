import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input } from '#shared/contract';
import { openPage } from '../../../../chat/choose';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { Segments } from '../../../../components/segments';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { ClaimLine } from '../../../../points/claim-line';
import { SuggestionCards } from '../../../../points/suggestion-cards';

type Which = Input<'claims.desk'>['view'];

/** The server takes so many votes in one go. */
const mostAtOnce = 50;

const none: Readonly<Record<Which, string>> = {
  proposed: '没有等核对的',
  review: '没有在评议的',
  notice: '没有在公示的',
  appeals: '没有在办的申诉',
  ended: '还没有办完的',
};

/** 积分核对和评议: for those who check what families bring and for those who judge it. */
export default function ClaimDeskPage() {
  const [chosen, setView] = useState<Which>();
  const first = useApi('claims.desk', { view: 'review', limit: 1 });
  const me = useApi('me.get', {});
  const keepsPoints = me.data?.abilities.includes('pointsKeep') ?? false;
  const isReviewer = first.data?.role === 'reviewer';
  const view = chosen ?? (isReviewer ? 'review' : 'proposed');
  return (
    <Page title="积分核对和评议" query={first}>
      {({ counts }) => (
        <>
          <Segments
            items={[
              ...(isReviewer ? [] : [{ value: 'proposed' as const, label: `核对 ${counts.proposed}` }]),
              { value: 'review', label: `评议 ${counts.review}` },
              { value: 'notice', label: `公示 ${counts.notice}` },
              { value: 'appeals', label: `申诉 ${counts.appeals}` },
              { value: 'ended', label: '办完的' },
            ]}
            value={view}
            onChange={setView}
          />
          {!isReviewer && (
            <View className="buttons">
              <Button kind="plain" onTap={() => openPage('/packages/staff/pages/claim-record/index')}>
                记一件
              </Button>
              <Button kind="plain" onTap={() => openPage('/packages/staff/pages/claim-reviewers/index')}>
                评议小组
              </Button>
            </View>
          )}
          {keepsPoints && (
            <View className="buttons">
              <Button kind="plain" onTap={() => openPage('/packages/staff/pages/points-batches/index')}>
                交一个月的积分清单
              </Button>
            </View>
          )}
          {view === 'proposed' && <SuggestionCards of="care" />}
          <Claims view={view} />
        </>
      )}
    </Page>
  );
}

function Claims({ view }: { view: Which }) {
  const { query, more, hasMore } = usePages('claims.desk', { view, limit: mostAtOnce });
  const vote = useCommand('claims.vote', '都记下了');
  return (
    <Answer query={query}>
      {(claims) => {
        const votable = claims.filter(({ abilities }) => abilities.includes('vote')).map(({ id }) => id);
        const mine = votable.slice(0, mostAtOnce);
        return (
          <>
            {claims.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} household />
            ))}
            {claims.length === 0 && <Notice title={none[view]} />}
            {view === 'review' && mine.length > 1 && (
              <>
                <View className="small">
                  {votable.length > mine.length ? `上面前 ${mine.length} 件` : '上面的'}
                  都看过、都同意，可以一起投。是亲戚的请先点进去回避。
                </View>
                <Button kind="plain" onTap={() => vote.mutate({ ids: mine, choice: 'AGREE' })} busy={vote.isPending}>
                  {`这 ${mine.length} 件都同意`}
                </Button>
              </>
            )}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}
