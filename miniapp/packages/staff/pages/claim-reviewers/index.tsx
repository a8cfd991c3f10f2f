import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { AppointSheet, KinSheet } from './sheets';

type Reviewer = Output<'claims.reviewers'>['items'][number];

/** 评议小组: who judges points in a village, and whom each of them does not judge. */
export default function ClaimReviewersPage() {
  const { villageCode } = useRouter().params;
  const query = useApi('claims.reviewers', villageCode ? { villageCode } : {});
  const [adding, setAdding] = useState(false);
  if (query.error?.code === 'place_unknown')
    return (
      <Page title="评议小组">
        <Notice title="您管的不是一个村（社区）" detail="请从一件积分的事里打开它那里的评议小组。" />
      </Page>
    );
  return (
    <Page title="评议小组" query={query}>
      {({ villageCode: code, placeLabel, items, mayChange }) => (
        <>
          <View className="second">
            {placeLabel} · {items.length} 位{items.length < 3 ? '，至少要 3 位，不够时请邻村的帮忙评' : ''}
          </View>
          {items.map((reviewer) => (
            <ReviewerCard key={reviewer.id} reviewer={reviewer} villageCode={code} mayChange={mayChange} />
          ))}
          {mayChange && (
            <Button kind="plain" onTap={() => setAdding(true)}>
              请一位村民加入
            </Button>
          )}
          {adding && <AppointSheet villageCode={code} onClose={() => setAdding(false)} />}
        </>
      )}
    </Page>
  );
}

function ReviewerCard({
  reviewer,
  villageCode,
  mayChange,
}: {
  reviewer: Reviewer;
  villageCode: string;
  mayChange: boolean;
}) {
  const { id, name, householdName, kin } = reviewer;
  const [declaring, setDeclaring] = useState(false);
  const release = useCommand('claims.releaseReviewer', '不再担任了');
  return (
    <Card tight>
      <View className="strong">{name}</View>
      <View className="small">{[householdName, '自己家的事不评'].filter(Boolean).join(' · ')}</View>
      {kin.map(({ householdId, householdName: home, relation }) => (
        <View key={householdId} className="second">
          回避 {home}：{relation}
        </View>
      ))}
      {mayChange && (
        <View className="buttons">
          <Button kind="plain" onTap={() => setDeclaring(true)} label={`登记亲戚：${name}`}>
            登记亲戚
          </Button>
          <Button
            kind="quiet"
            onTap={() => release.mutate({ villageCode, personId: id })}
            busy={release.isPending}
            label={`${name}不再担任`}
          >
            不再担任
          </Button>
        </View>
      )}
      {declaring && <KinSheet personId={id} name={name} onClose={() => setDeclaring(false)} />}
    </Card>
  );
}
