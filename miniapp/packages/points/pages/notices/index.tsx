import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { usePages } from '../../../../hooks/use-pages';
import { signedPoints } from '../../../../points/claim-line';
import { goPointsStatement } from '../../../../points/go';
import { PointsLine } from '../../../../points/points-line';
import { WordsSheet } from '../claim/words-sheet';

type Shown = Output<'claims.notices'>['items'][number];

/** 积分公示栏: what a village shows for seven days before it counts; anybody of the village may say something against it. */
export default function NoticesPage() {
  const { villageCode } = useRouter().params;
  const input = villageCode ? { villageCode } : {};
  const place = useApi('claims.notices', { ...input, limit: 1 });
  const { query, more, hasMore } = usePages('claims.notices', { ...input, limit: 20 });
  const [against, setAgainst] = useState<Shown>();
  const object = useCommand('claims.object', '收到了，村里会核实', true);
  if (place.error?.code === 'place_unknown')
    return (
      <Page title="积分公示栏">
        <Notice title="先登记您住在哪个村（社区）" detail="登记好了，这里就是您村里正在公示的积分。" />
      </Page>
    );
  return (
    <Page title="积分公示栏">
      {place.data && <View className="second">{place.data.placeLabel} · 公示七天，没有意见才记上</View>}
      <Answer query={query}>
        {(items) => (
          <>
            {items.map((one) => (
              <Card key={one.id} tight>
                <PointsLine
                  text={one.ruleTitle}
                  value={signedPoints(one.points)}
                  note={[one.householdName, `户号 ${one.householdCode}`, `公示到${one.untilText}`]
                    .filter(Boolean)
                    .join(' · ')}
                />
                {one.mayObject && (
                  <Button
                    kind="quiet"
                    onTap={() => setAgainst(one)}
                    label={`我有意见：户号 ${one.householdCode} 的${one.ruleTitle}`}
                  >
                    我有意见
                  </Button>
                )}
              </Card>
            ))}
            {items.length === 0 && <Notice title="现在没有在公示的" detail="评议通过的，会在这里公示七天。" />}
            {hasMore && (
              <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                看更多
              </Button>
            )}
          </>
        )}
      </Answer>
      <Button kind="plain" onTap={goPointsStatement}>
        村里每季度的积分公示
      </Button>
      <View className="small">只写户号、事项和分值，本户同意才写户名。</View>
      {against && (
        <WordsSheet
          title="提意见"
          label="哪里不对（只有核实的人知道是您提的）"
          placeholder="比如：那天他家没有来"
          deed="交给村里核实"
          command={object}
          onSend={(text) => object.mutate({ id: against.id, text }, { onSuccess: () => setAgainst(undefined) })}
          onClose={() => setAgainst(undefined)}
        />
      )}
    </Page>
  );
}
