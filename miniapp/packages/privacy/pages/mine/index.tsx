import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { CloseCard } from './close-card';
import { DownloadCard } from './download-card';
import { LearningCard } from './learning-card';
import { OwnRequests } from './own-requests';
import { RequestSheet } from './request-sheet';
import './index.scss';

type Kind = Output<'privacy.overview'>['items'][number];

/** 我的隐私: what the desk holds about this person and why, a copy of it, and what was asked about it. */
export default function PrivacyPage() {
  const query = useApi('privacy.overview', {});
  const [asking, setAsking] = useState(false);
  return (
    <Page title="我的隐私" query={query}>
      {({ items, closing }) => (
        <>
          <DownloadCard />
          <Card title="请工作人员办">
            <View className="second">
              有写错的可以更正，不该存的可以请求删除，不明白的可以要求说明。15 个工作日内答复。
            </View>
            <View className="buttons privacy-deeds">
              <Button onTap={() => setAsking(true)}>提一个请求</Button>
            </View>
          </Card>
          <OwnRequests />
          <LearningCard />
          <HeldCard kinds={items} />
          <CloseCard closing={closing} kinds={items} />
          {asking && <RequestSheet onClose={() => setAsking(false)} />}
        </>
      )}
    </Page>
  );
}

function HeldCard({ kinds }: { kinds: readonly Kind[] }) {
  const some = kinds.filter(({ rows }) => rows > 0);
  const none = kinds.filter(({ rows }) => rows === 0);
  return (
    <Card title="服务台存了您的什么">
      {some.map(({ title, rows, purpose, kept }) => (
        <View key={title} className="privacy-kind">
          <View className="privacy-kind-head">
            <View className="strong">{title}</View>
            <View className="second">{rows} 条</View>
          </View>
          <View className="small">
            {purpose} · 存{kept}
          </View>
        </View>
      ))}
      {none.length > 0 && (
        <View className="small privacy-kind">没有您的：{none.map(({ title }) => title).join('、')}</View>
      )}
    </Card>
  );
}
