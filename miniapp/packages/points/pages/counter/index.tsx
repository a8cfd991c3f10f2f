import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { readPickupCode } from '#shared/domain/points/pickup-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { PointsLine } from '../../../../points/points-line';
import { inWechat } from '../../../../services/platform';
import './index.scss';

/** The outlet's side: scan or type a code, see what it is for, give it out. A code works once. */
export default function CounterPage() {
  const query = useApi('shop.counter', {});
  const [text, setText] = useState('');
  const code = readPickupCode(text);
  const seen = useApi('shop.look', { code: code ?? '' }, { enabled: Boolean(code) });
  const handOver = useCommand('shop.handOver', '发出去了', true);
  const slipped = text.replace(/^\s*CPQ-/i, '').replace(/[\s-]/g, '').length >= 12 && !code;
  const scan = () => {
    Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).then(
      ({ result }) => setText(result),
      () => undefined,
    );
  };
  if (query.error?.code === 'forbidden')
    return (
      <Page title="兑换点">
        <Notice title="您还不是兑换点的人" detail="请村里把您登记成兑换点的发货人，登记好了在这里扫码发货。" />
      </Page>
    );
  const problem = slipped
    ? '好像抄错了一个字，请再看一遍'
    : code && seen.error
      ? sentenceOf(seen.error)
      : handOver.error
        ? sentenceOf(handOver.error)
        : undefined;
  return (
    <Page title="兑换点" query={query}>
      {({ outlets, waiting, handed }) => (
        <>
          <Card title={outlets.map(({ name }) => name).join('、')}>
            <View className="second">还有 {waiting} 样等人来领</View>
            <View className="fields counter-fields">
              {inWechat && (
                <Button icon="camera" onTap={scan}>
                  扫取货码
                </Button>
              )}
              <Field
                label="取货码（12 位）"
                value={text}
                onChange={(value) => {
                  handOver.reset();
                  setText(value);
                }}
                placeholder="比如 K7M2 PX9A 3HTB"
                max={24}
                problem={problem}
              />
            </View>
          </Card>
          {code && seen.data && !seen.error && (
            <Card title={`${seen.data.goodName}${seen.data.count > 1 ? ` ${seen.data.count} 件` : ''}`}>
              <View>户号 {seen.data.householdCode}</View>
              <View className="small">
                {seen.data.outletName} · {seen.data.untilText}
              </View>
              <View className="buttons counter-deed">
                <Button
                  busy={handOver.isPending}
                  onTap={() => handOver.mutate({ code }, { onSuccess: () => setText('') })}
                >
                  东西给他了
                </Button>
              </View>
            </Card>
          )}
          {handed.length > 0 && (
            <Card title="今天发出去的" tight>
              {handed.map(({ id, goodName, count, householdCode, atText }) => (
                <PointsLine key={id} text={goodName} value={`${count} 件`} note={`户号 ${householdCode} · ${atText}`} />
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  );
}
