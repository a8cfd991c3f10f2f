import { View } from '@tarojs/components';
import { useState } from 'react';
import { lawyer } from '#shared/domain/bookings/address';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Tap } from '../../../../components/tap';
import { useCommand } from '../../../../hooks/use-command';
import type { Sampled } from '../../supervision/score';
import { CheckSheet } from './check-sheet';
import './index.scss';

/** The quarter's random sample (季度抽查): drawing it gives the same records every time; each is checked and the finding kept. */
export function SampleList({ quarter }: { quarter: string }) {
  const draw = useCommand('supervision.sample');
  const [open, setOpen] = useState<Sampled>();
  const again = () => draw.mutate({ quarter });
  const items = draw.data?.items;
  const left = items?.filter(({ passed }) => passed === null).length ?? 0;
  return (
    <Card title={`${quarter.replace('-Q', ' 年第 ')} 季度抽查`}>
      {!items && (
        <>
          <View className="second">从这个季度的服务记录里随机抽，谁也猜不到；再抽一次结果不变。</View>
          <View className="buttons sample-draw">
            <Button kind="plain" onTap={again} busy={draw.isPending}>
              抽样本
            </Button>
          </View>
        </>
      )}
      {items && (
        <View className="second">
          {items.length === 0 ? '这个季度还没有服务记录。' : `抽到 ${items.length} 份，还有 ${left} 份没查。`}
        </View>
      )}
      {items?.map((one) => (
        <Tap key={one.id} className="sample" onTap={() => setOpen(one)}>
          <View className="sample-words">
            <View>{lawyer(one.advisorName)}</View>
            <View className="small">
              {one.no} · {one.atText}
            </View>
          </View>
          <Chip tone={one.passed === null ? 'amber' : one.passed ? 'jade' : 'red'}>
            {one.passed === null ? '没查' : one.passed ? '合格' : '不合格'}
          </Chip>
        </Tap>
      ))}
      {open && (
        <CheckSheet
          sampled={open}
          onClose={() => setOpen(undefined)}
          onChecked={() => {
            setOpen(undefined);
            again();
          }}
        />
      )}
    </Card>
  );
}
