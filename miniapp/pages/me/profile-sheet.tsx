import { Button as NativeButton, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { useCommand } from '../../hooks/use-command';
import { inWechat } from '../../services/platform';
import { refreshMe } from '../../services/session';
import type { Me } from '../../services/session-store';

/** How to address this person and where to ring them. Both may stay empty. */
export function ProfileSheet({ me, onClose }: { me: Me; onClose: () => void }) {
  const [nickname, setNickname] = useState(me.nicknameWanted ?? me.nickname ?? '');
  const [phone, setPhone] = useState('');
  const update = useCommand('me.update', '已记下');
  const bind = useCommand('me.bindPhone', '电话已记下');
  const done = (fresh: Me) => {
    refreshMe(fresh);
    onClose();
  };
  const save = () =>
    update.mutate(
      { nickname: nickname.trim() || null, ...(phone.trim() ? { phone: phone.trim() } : {}) },
      { onSuccess: done },
    );

  return (
    <Sheet
      title="称呼和电话"
      onClose={onClose}
      foot={
        <View className="buttons">
          <Button onTap={save} busy={update.isPending}>
            记下
          </Button>
        </View>
      }
    >
      <Field
        label="怎么称呼您"
        value={nickname}
        onChange={setNickname}
        placeholder={me.name}
        max={20}
        problem={update.error?.fields?.nickname}
      />
      {me.nicknameWanted && <View className="small">这个称呼核对以后，别人才看得到。</View>}
      <Field
        label="联系电话"
        value={phone}
        onChange={setPhone}
        placeholder={me.phoneMasked ?? '11 位手机号，可不填'}
        type="number"
        max={11}
        problem={update.error?.fields?.phone}
      />
      {inWechat && (
        <NativeButton
          className="me-phone"
          openType="getPhoneNumber"
          onGetPhoneNumber={(event) => {
            const { code } = event.detail;
            if (code) bind.mutate({ code }, { onSuccess: done });
          }}
        >
          用微信里的手机号
        </NativeButton>
      )}
      <View className="small">电话只给办您这件事的人看，平时中间四位是隐藏的。</View>
    </Sheet>
  );
}
