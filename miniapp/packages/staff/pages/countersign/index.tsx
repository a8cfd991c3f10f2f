import { View } from '@tarojs/components';
import type { Output } from '#shared/contract';
import { lawyer } from '#shared/domain/bookings/address';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import './index.scss';

type Visit = Output<'visits.toSign'>['items'][number];

/** For the village: which visits of its advisor wait for its signature, and the words of its code to hang up. */
export default function CountersignPage() {
  const query = useApi('visits.toSign', {}, { every: 60_000 });
  return (
    <Page title="顾问到点确认" query={query}>
      {({ items, codes }) => (
        <>
          {items.map((visit) => (
            <VisitCard key={visit.id} visit={visit} />
          ))}
          {items.length === 0 && <Notice title="没有等确认的" detail="法律顾问到村签到后，会出现在这里。" />}
          {codes.length > 0 && (
            <Card title="村里给顾问扫的码">
              <View className="second">贴在村（居）委会，顾问到了扫码或填下面的字。</View>
              {codes.map(({ code, label, text }) => (
                <Row key={code} label={label}>
                  <View className="countersign-code">{text}</View>
                </Row>
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  );
}

function VisitCard({ visit: { id, advisorName, villageLabel, whenText, metres, qrOk } }: { visit: Visit }) {
  const sign = useCommand('visits.sign', '已确认');
  return (
    <Card title={lawyer(advisorName)}>
      <View>{villageLabel}</View>
      <View className="second">{whenText}</View>
      <View className="small">
        签到时离村（居）委会 {metres} 米 · {qrOk ? '扫过村里的码' : '没有扫码'}
      </View>
      <View className="buttons countersign-deed">
        <Button onTap={() => sign.mutate({ id })} busy={sign.isPending}>
          他确实到了
        </Button>
      </View>
    </Card>
  );
}
