import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import { Toggle } from '../../../../components/toggle';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Outlet } from './shelf';

/** Where an outlet is and when it is open. */
export function OutletSheet({
  villageCode,
  outlet,
  onClose,
}: {
  villageCode: string;
  outlet?: Outlet;
  onClose: () => void;
}) {
  const [name, setName] = useState(outlet?.name ?? '');
  const [address, setAddress] = useState(outlet?.address ?? '');
  const [hours, setHours] = useState(outlet?.hours ?? '');
  const [isOpen, setOpen] = useState(outlet?.isOpen ?? true);
  const save = useCommand('shop.saveOutlet', '记下了', true);
  const send = () =>
    save.mutate(
      {
        ...(outlet && { id: outlet.id }),
        ...{ villageCode, name: name.trim(), address: address.trim(), hours: hours.trim(), isOpen },
      },
      { onSuccess: onClose },
    );
  const isWhole = [name, address, hours].every((words) => words.trim().length >= 2);
  return (
    <Sheet
      title={outlet ? `修改${outlet.name}` : '登记一个兑换点'}
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending} disabled={!isWhole}>
          保存
        </Button>
      }
    >
      <View className="fields">
        <Field label="叫什么" value={name} onChange={setName} placeholder="比如 高桥便民超市" max={30} />
        <Field label="在哪里" value={address} onChange={setAddress} placeholder="比如 村委会旁边" max={60} />
        <Field
          label="什么时候开门"
          value={hours}
          onChange={setHours}
          placeholder="比如 每天 8:00–18:00，赶场天照常"
          max={60}
          problem={save.error ? `${sentenceOf(save.error)}，您写的还在` : undefined}
        />
        <View className="shelf-head">
          <View>开着</View>
          <Toggle on={isOpen} label="开着" onChange={setOpen} />
        </View>
      </View>
    </Sheet>
  );
}

/** Somebody who hands goods over, found by the phone number he or she uses here. */
export function KeeperSheet({ outlet, onClose }: { outlet: Outlet; onClose: () => void }) {
  const [phone, setPhone] = useState('');
  const appoint = useCommand('shop.appointKeeper', '登记了', true);
  return (
    <Sheet
      title={`谁在${outlet.name}发货`}
      onClose={onClose}
      foot={
        <Button
          onTap={() => appoint.mutate({ outletId: outlet.id, phone: phone.trim() }, { onSuccess: onClose })}
          busy={appoint.isPending}
          disabled={!/^1[3-9]\d{9}$/.test(phone.trim())}
        >
          由他发货
        </Button>
      }
    >
      <Field
        label="他的手机号"
        value={phone}
        onChange={setPhone}
        type="number"
        max={11}
        problem={appoint.error ? sentenceOf(appoint.error) : undefined}
      />
      <View className="second">
        他要先登录过小程序。登记以后，他在“我的”里能打开“兑换点”，只看得到户号，看不到别的。
      </View>
    </Sheet>
  );
}
