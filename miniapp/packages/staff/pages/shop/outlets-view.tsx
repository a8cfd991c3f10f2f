import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { KeeperSheet, OutletSheet } from './outlet-sheets';
import type { Outlet } from './shelf';

type Open = { kind: 'new' } | { kind: 'edit' | 'keeper'; outlet: Outlet };

/** Where goods are handed over, when it is open, and by whom. */
export function OutletsView({ villageCode }: { villageCode: string }) {
  const query = useApi('shop.desk', { villageCode });
  const [open, setOpen] = useState<Open>();
  const dismiss = useCommand('shop.dismissKeeper', '不由他发货了');
  const close = () => setOpen(undefined);
  return (
    <Answer query={query}>
      {({ outlets }) => (
        <>
          <View className="buttons">
            <Button onTap={() => setOpen({ kind: 'new' })}>登记一个兑换点</Button>
          </View>
          {outlets.map((outlet) => (
            <Card key={outlet.id} tight>
              <View className="shelf-head">
                <View className="strong">{outlet.name}</View>
                <Chip tone={outlet.isOpen ? 'jade' : 'neutral'}>{outlet.isOpen ? '开着' : '不开了'}</Chip>
              </View>
              <View className="second">{outlet.address}</View>
              <View className="small">{outlet.hours}</View>
              {outlet.keepers.map(({ id, name }) => (
                <View key={id} className="shelf-head">
                  <View>{name}发货</View>
                  <Button
                    kind="quiet"
                    onTap={() => dismiss.mutate({ outletId: outlet.id, personId: id })}
                    busy={dismiss.isPending}
                    label={`不再由${name}发货`}
                  >
                    不再由他发
                  </Button>
                </View>
              ))}
              {outlet.keepers.length === 0 && <View className="small">还没有发货的人，网格长可以发。</View>}
              <View className="buttons shelf-deeds">
                <Button kind="plain" onTap={() => setOpen({ kind: 'keeper', outlet })}>
                  加发货的人
                </Button>
                <Button kind="plain" onTap={() => setOpen({ kind: 'edit', outlet })} label={`修改${outlet.name}`}>
                  修改
                </Button>
              </View>
            </Card>
          ))}
          {outlets.length === 0 && <Notice title="还没有兑换点" detail="村委会、超市、卫生室都可以当兑换点。" />}
          {open?.kind === 'keeper' && <KeeperSheet outlet={open.outlet} onClose={close} />}
          {open && open.kind !== 'keeper' && (
            <OutletSheet
              villageCode={villageCode}
              {...(open.kind === 'edit' && { outlet: open.outlet })}
              onClose={close}
            />
          )}
        </>
      )}
    </Answer>
  );
}
