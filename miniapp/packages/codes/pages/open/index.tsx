import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Output } from '#shared/contract';
import { bookUrl, goBook } from '../../../../booking/go';
import { say } from '../../../../chat/conversation';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice, Skeleton } from '../../../../components/state';
import { goPlace } from '../../../../forum/go';
import { useCommand } from '../../../../hooks/use-command';
import { sessionStore } from '../../../../services/session-store';

type Opened = Output<'codes.open'>;

const toDesk = () => void Taro.switchTab({ url: '/pages/chat/index' });

/** Where a code leads by itself; undefined for a place, which asks what one came for. */
function onward({ kind, advisorId, topicId, signCode, villageCode }: Opened): string | undefined {
  if (kind === 'ADVISOR' && advisorId) {
    // Somebody who has a home books there; a visitor books where the code hangs.
    const home = sessionStore.get().me?.homeVillage;
    return bookUrl({ advisorId, ...(!home && villageCode && { villageCode }) });
  }
  if (kind !== 'MEETING') return undefined;
  return signCode
    ? `/packages/forum/pages/sign-in/index?code=${signCode}`
    : `/packages/forum/pages/topic/index?id=${topicId ?? ''}`;
}

/** 扫码: opens what a printed code stands for. The code comes as WeChat's scene, or typed on the page's own address. */
export default function OpenCodePage() {
  const { params } = useRouter();
  const scanned = params.scene ?? params.code ?? '';
  const { mutate: open, data, error } = useCommand('codes.open', undefined, true);
  useEffect(() => {
    if (scanned) open({ code: scanned });
  }, [scanned, open]);
  useEffect(() => {
    const url = data && onward(data);
    if (url) void Taro.redirectTo({ url });
  }, [data]);

  const retry = error && error.status >= 500 ? { label: '重试', onTap: () => open({ code: scanned }) } : undefined;
  if (error || !scanned)
    return (
      <Page title="扫码">
        <Notice
          title={error?.message ?? '没有扫到码'}
          detail="也可以直接到服务台，说说是什么事、在哪里。"
          next={retry ?? { label: '去服务台', onTap: toDesk }}
        />
      </Page>
    );
  return <Page title="扫码">{data && !onward(data) ? <PlaceCard opened={data} /> : <Skeleton rows={3} />}</Page>;
}

/** What people do at a place: say something about it, ask the village's advisor, see what is talked over. */
function PlaceCard({ opened: { name, detail, villageCode, gridCode, landmark } }: { opened: Opened }) {
  const report = () => {
    const payload = {
      ...(villageCode && { villageCode }),
      ...(gridCode && { gridCode }),
      ...(landmark && { landmark }),
    };
    say({ action: 'report', payload }, `在${name}报一件事`);
    toDesk();
  };
  return (
    <>
      <Card title={name}>
        <View className="second">{detail}</View>
        <View className="second">路灯、垃圾、噪音、邻里的事，说一声，负责这里的人会来办。</View>
        <View className="buttons">
          <Button icon="say" onTap={report}>
            在这里说一件事
          </Button>
        </View>
      </Card>
      {villageCode && (
        <Card title="还可以">
          <View className="buttons">
            <Button kind="plain" icon="scale" onTap={() => goBook({ villageCode })}>
              约法律顾问
            </Button>
            <Button kind="plain" icon="talk" onTap={() => goPlace(villageCode)}>
              看大家在议什么
            </Button>
          </View>
        </Card>
      )}
    </>
  );
}
